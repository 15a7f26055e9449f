#pragma once

#include <cstdint>
#include <string>

#include "gridvisit/base/message.hpp"

namespace gridvisit {

/// A defect in a user's data: where it is, what is wrong, and how to mend it. Problems are
/// collected in lists; they are never thrown one by one.
struct Problem {
  std::int64_t line = 0;  ///< of the file, from 1; 0 where the data has no lines
  std::string column;     ///< header as the file spells it, or key of a policy file
  std::string value;      ///< as the user wrote it
  Message reason;
  Message mend;
  std::string cell = {};  ///< of a spreadsheet: B5; empty elsewhere
};

}  // namespace gridvisit
