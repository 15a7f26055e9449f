#pragma once

#include <string>
#include <vector>

#include "completion/place.hpp"
#include "context.hpp"

namespace gridvisit::cli {

/// What may stand at the cursor, and what it is, in the user's language.
struct Candidate {
  std::string value;
  std::string says;
};

struct Candidates {
  std::vector<Candidate> list;
  bool files = false;  ///< the shell knows them better
};

/// Households are searched by code, name, address and initials in the grids of who types (if there
/// are none there, everywhere, for who may see them), and are shown masked. A place that wants none
/// gives none.
Candidates candidates_at(const Place& place, const Context& context);

}  // namespace gridvisit::cli
