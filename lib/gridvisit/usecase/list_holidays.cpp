#include "gridvisit/usecase/list_holidays.hpp"

#include <utility>

namespace gridvisit::usecase {

report::HolidayYear holidays_of(const store::Session& session, const Period& year) {
  auto days = session.holidays().in(year.range());
  const auto workdays = workdays_of(days).count(year.range());
  return {year, std::move(days), workdays};
}

}  // namespace gridvisit::usecase
