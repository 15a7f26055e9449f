#include "gridvisit/usecase/retention.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/erase_texts.hpp"

namespace gridvisit::usecase {
namespace {

using report::RetentionDue;
using report::RetentionRules;

/// The same day of an earlier month, or the last one of a shorter month.
std::optional<Day> months_before(Day day, std::optional<int> count) {
  if (!count) return std::nullopt;
  const auto moved = std::chrono::year_month_day{day} - std::chrono::months{*count};
  return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

std::int64_t notes_before(const store::Session& session, Day before) {
  std::int64_t count = 0;
  store::VisitFilter filter;
  filter.days = {k_beginning, before - std::chrono::days{1}};
  filter.voided_too = true;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    count += record.visit.said.note.empty() ? 0 : 1;
    return true;
  });
  const auto tree = session.areas().tree();
  for (const auto* grid : tree.grids({}))
    for (const auto& patrol : session.visits().patrols(grid->id, filter.days))
      count += patrol.note.empty() ? 0 : 1;
  return count;
}

bool has_visit_notes(const store::Session& session, HouseholdId household) {
  store::VisitFilter filter;
  filter.household = household;
  filter.voided_too = true;
  bool found = false;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    found = !record.visit.said.note.empty();
    return !found;
  });
  return found;
}

bool has_personal_data(const store::Session& session, const Household& household) {
  const bool told = !(household.name + household.phone + household.address + household.situation +
                      household.difficulties + household.needs)
                         .empty();
  const auto tags = session.households().tags_of(household.id);
  return told || std::ranges::any_of(tags, [](const Tag& tag) { return !tag.note.empty(); }) ||
         has_visit_notes(session, household.id);
}

/// The last day it lived anywhere; nothing for who was never there.
std::optional<Day> last_day_of(const store::Session& session, HouseholdId household) {
  const auto residences = session.households().residences_of(household);
  if (residences.empty()) return std::nullopt;
  return std::ranges::max(residences, {}, [](const Residence& r) { return r.days.last; }).days.last;
}

std::vector<RetentionDue::MovedOut> moved_out_before(const store::Session& session, Day before) {
  std::vector<RetentionDue::MovedOut> found;
  session.households().each({}, [&](const Household& household) {
    const auto last = last_day_of(session, household.id);
    if (last && *last < before && has_personal_data(session, household))
      found.push_back({household.id, household.code, *last});
    return true;
  });
  std::ranges::sort(found, NaturalLess{}, &RetentionDue::MovedOut::code);
  return found;
}

}  // namespace

RetentionDue retention_due(const store::Session& session, const RetentionRules& rules, Day today) {
  RetentionDue due;
  due.notes_before = months_before(today, rules.notes_months);
  if (due.notes_before) due.notes = notes_before(session, *due.notes_before);
  due.moved_out_before = months_before(today, rules.moved_out_months);
  if (due.moved_out_before) due.households = moved_out_before(session, *due.moved_out_before);
  return due;
}

RetentionDue apply_retention(const Desk& desk, const RetentionRules& rules, Day today,
                             std::string_view reason) {
  const auto why = erasure_reason(reason);
  const auto session = desk.store.write(desk.authorship);
  auto due = retention_due(std::as_const(*session), rules, today);
  if (due.is_nothing()) return due;
  if (due.notes > 0) session->erasures().add({{}, {}, due.notes_before, why});
  for (const auto& household : due.households) session->erasures().add({{}, household.id, {}, why});
  if (!desk.dry_run)
    session->commit({"retention apply",
                     fmt::format("{} notes, {} households", due.notes, due.households.size())});
  return due;
}

}  // namespace gridvisit::usecase
