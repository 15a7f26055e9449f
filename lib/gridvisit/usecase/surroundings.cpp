#include "gridvisit/usecase/surroundings.hpp"

#include <utility>

namespace gridvisit::usecase {

compliance::Surroundings surroundings_with(const store::Session& session, AreaTree areas) {
  return {std::move(areas), session.categories().all(), workdays_of(session.holidays().in({}))};
}

}  // namespace gridvisit::usecase
