#include "gridvisit/usecase/import_visit_checks.hpp"

#include <algorithm>
#include <utility>

namespace gridvisit::usecase {

using exchange::Field;
using exchange::RowValues;
using exchange::VisitRow;

bool VisitChecks::Duty::in_post(Day day) const {
  const auto holds = [day](const DayRange& days) { return days.contains(day); };
  return std::ranges::any_of(assigned, holds) && std::ranges::none_of(away, holds);
}

void VisitChecks::check(const VisitRow& said, HouseholdId household, RowValues& values) {
  if (said.day > m_request.now.today)
    values.report(Field::day, message("The day lies in the future."),
                  message("Correct the day; today is {0}.", to_string(m_request.now.today)));
  check_residence(said, household, values);
}

void VisitChecks::check_residence(const VisitRow& said, HouseholdId household, RowValues& values) {
  const auto days = residence_days(household);
  if (days && days->contains(said.day)) return;
  if (!days)
    values.report(Field::household, message("The household never lived in a grid."),
                  message("Import its residence first (`gridvisit import households`)."));
  else if (said.day < days->first)
    values.report(Field::day,
                  message("The household moved in later, on {0}.", to_string(days->first)),
                  message("Correct the day, or the household's residence."));
  else
    values.report(Field::day,
                  message("The household moved out before, on {0}.", to_string(days->last)),
                  message("Correct the day, or the household's residence."));
}

void VisitChecks::count_unusual(const VisitRow& said, WorkerId worker) {
  const auto recorded_on = said.recorded_at
                               ? std::chrono::floor<std::chrono::days>(*said.recorded_at)
                               : m_request.now.today;
  if ((recorded_on - said.day).count() > m_request.late_after_days) ++m_warnings.late;
  if (!duty_of(worker).in_post(said.day)) ++m_warnings.not_in_post;
}

std::optional<DayRange> VisitChecks::residence_days(HouseholdId household) {
  if (const auto* days = m_residence_days.find(household)) return *days;
  const auto lived = m_session.households().residences_of(household);
  if (lived.empty()) return std::nullopt;
  return *m_residence_days.keep(household, {lived.front().days.first, lived.back().days.last});
}

const VisitChecks::Duty& VisitChecks::duty_of(WorkerId worker) {
  if (const auto* duty = m_duties.find(worker)) return *duty;
  Duty duty;
  for (const auto& held : m_session.workers().assignments_of(worker))
    duty.assigned.push_back(held.days);
  for (const auto& leave : m_session.workers().leaves_of(worker)) duty.away.push_back(leave.days);
  return *m_duties.keep(worker, std::move(duty));
}

}  // namespace gridvisit::usecase
