#pragma once

#include <string>
#include <vector>

#include "gridvisit/domain/member.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

struct MemberLine {
  Member member;
  std::string worker;  ///< code; empty for who is none
};

Word word_of(Authority authority);

/// Who may use the database, in what role, since when; empty: it is not shared.
Document member_list(const std::vector<MemberLine>& lines);

}  // namespace gridvisit::report
