#include "gridvisit/policy/rule.hpp"

#include <cstdlib>

namespace gridvisit {

std::string_view to_string(Subject subject) {
  switch (subject) {
    case Subject::worker:
      return "worker";
    case Subject::household:
      return "household";
    case Subject::grid:
      return "grid";
  }
  std::abort();
}

std::string_view to_string(Count count) {
  switch (count) {
    case Count::households:
      return "households";
    case Count::visits:
      return "visits";
    case Count::days:
      return "days";
  }
  std::abort();
}

std::string_view to_string(Credit credit) {
  switch (credit) {
    case Credit::anyone:
      return "anyone";
    case Credit::responsible:
      return "responsible";
    case Credit::anywhere:
      return "anywhere";
    case Credit::own_grids:
      return "own-grids";
  }
  std::abort();
}

std::string_view to_string(Prorate prorate) {
  return prorate == Prorate::days ? "days" : "none";
}

}  // namespace gridvisit
