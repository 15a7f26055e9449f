#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// What `verify` has to say.
struct VerificationStatement {
  std::string data_version;
  std::int64_t entries = 0;
  std::size_t found = 0;
  std::vector<Message> findings;  ///< the first of those found
};

Document verification_report(const VerificationStatement& statement);

}  // namespace gridvisit::report
