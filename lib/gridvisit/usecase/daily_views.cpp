#include "gridvisit/usecase/daily_views.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/compliance/due.hpp"
#include "gridvisit/usecase/assess_period.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/standing.hpp"

namespace gridvisit::usecase {
namespace {

std::string code_and_name(const auto& record) {
  return record.name.empty() ? record.code : fmt::format("{} {}", record.code, record.name);
}

/// A household that owes something, with the place that orders it.
struct Candidate {
  compliance::DueHousehold due;
  compliance::DuePlace place;
};

std::unordered_map<HouseholdId, Household> households_in(const store::Session& session, AreaId grid,
                                                         Day day) {
  store::HouseholdFilter filter;
  filter.grids = std::vector{grid};
  filter.living_on = day;
  std::unordered_map<HouseholdId, Household> households;
  session.households().each(filter, [&](const Household& household) {
    households.emplace(household.id, household);
    return true;
  });
  return households;
}

/// Everything due in the grids, most urgent first; the households met on the way go to `known`.
std::vector<Candidate> candidates_in(const store::Session& session, const PolicyBook& book,
                                     const std::vector<AreaId>& grids, Day today,
                                     std::unordered_map<HouseholdId, Household>& known) {
  const auto surroundings = surroundings_of(session, book);
  const auto days =
      compliance::due_days(book, surroundings, today).value_or(DayRange{today, today});
  std::vector<Candidate> candidates;
  for (const auto grid : grids) {
    known.merge(households_in(session, grid, today));
    const auto facts = session.facts().of_grid(grid, {days, {}});
    for (auto& due : compliance::due_households(facts, book, surroundings, today)) {
      const auto& home = referred_to(known, due.household);
      candidates.push_back({std::move(due), {home.building, home.unit, home.room, home.code}});
    }
  }
  std::ranges::sort(candidates, [](const Candidate& left, const Candidate& right) {
    return compliance::comes_before(left.due, left.place, right.due, right.place);
  });
  return candidates;
}

report::DueEntry entry_of(const Candidate& candidate, const Household& household,
                          const std::string& grid) {
  report::DueEntry entry{household, grid, {}, candidate.due.last_counted};
  for (const auto& obligation : candidate.due.obligations)
    entry.owed.push_back(owed_rule(obligation));
  return entry;
}

std::string area_code(const store::Session& session, AreaId area) {
  const auto tree = session.areas().tree(area);
  const auto* found = tree.find(area);
  return found == nullptr ? std::string{} : found->code;
}

bool mentions(const report::JournalEntry& entry, std::string_view wanted) {
  const auto contains = [&](const std::string& field) {
    return fold(field).find(wanted) != std::string::npos;
  };
  return contains(entry.visit.said.note) || contains(entry.household.code) ||
         contains(entry.household.name);
}

void add_home(const store::Session& session, Day today, report::HouseholdCard& card) {
  for (const auto& residence : session.households().residences_of(card.household.id)) {
    if (!residence.days.contains(today)) continue;
    const auto tree = session.areas().tree(residence.grid);
    if (const auto* grid = tree.find(residence.grid)) card.grid = code_and_name(*grid);
    const std::vector grids{residence.grid};
    const Roster roster{session.workers().assignments_on(grids)};
    if (const auto worker = roster.responsible(residence.grid, today))
      card.responsible = code_and_name(session.workers().get(*worker));
  }
}

void add_tags(const store::Session& session, Day today, report::HouseholdCard& card) {
  const auto categories = session.categories().all();
  for (const auto& tag : session.households().tags_of(card.household.id)) {
    const auto category = std::ranges::find(categories, tag.category, &Category::id);
    if (tag.days.contains(today) && category != categories.end())
      card.tags.push_back({*category, tag.days});
  }
}

void add_visits(const store::Session& session, std::size_t limit, report::HouseholdCard& card) {
  store::VisitFilter filter;
  filter.household = card.household.id;
  filter.voided_too = true;
  filter.order = store::VisitOrder::newest_first;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    if (card.visits.size() == limit) return false;
    const auto worker = session.workers().get(record.visit.said.worker);
    card.visits.push_back({record.visit, code_and_name(worker), record.voided});
    return true;
  });
}

/// On how many households the worker called on each day with a visit that stands.
std::map<Day, std::int64_t> households_by_day(const store::Session& session, WorkerId worker,
                                              const DayRange& days) {
  std::map<Day, std::set<HouseholdId>> visited;
  store::VisitFilter filter;
  filter.worker = worker;
  filter.days = days;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    visited[record.visit.said.day].insert(record.visit.said.household);
    return true;
  });
  std::map<Day, std::int64_t> counts;
  for (const auto& [day, households] : visited)
    counts.emplace(day, static_cast<std::int64_t>(households.size()));
  return counts;
}

bool owes_as_tagged(const report::DueEntry& entry) {
  return std::ranges::any_of(
      entry.owed, [](const report::OwedRule& owed) { return !owed.rule.tagged.empty(); });
}

/// Whom to visit next, those first whom a rule singles out.
void add_due(report::Status& status, const report::DueList& due) {
  constexpr std::size_t k_most = 5;
  if (!due.entries.empty()) status.next = due.entries.front();
  for (const auto& entry : due.entries) {
    if (!owes_as_tagged(entry)) continue;
    if (++status.special_total <= k_most) status.special.push_back(entry);
  }
}

}  // namespace

report::DueList due_list(const store::Session& session, const std::string& worker_code, Day today,
                         std::size_t limit) {
  const auto worker = worker_coded(session, worker_code);
  const auto book = policy_book(session);
  std::unordered_map<HouseholdId, Household> households;
  const auto candidates =
      candidates_in(session, book, grids_held(session, worker.id, today), today, households);
  report::DueList list{today, code_and_name(worker), candidates.size(), {}};
  std::unordered_map<AreaId, std::string> grids;
  for (const auto& candidate : candidates) {
    if (limit != 0 && list.entries.size() == limit) break;
    const auto grid = candidate.due.grid;
    if (!grids.contains(grid)) grids.emplace(grid, area_code(session, grid));
    list.entries.push_back(entry_of(candidate, referred_to(households, candidate.due.household),
                                    referred_to(grids, grid)));
  }
  return list;
}

report::DueExplanation explain_due(const store::Session& session, const Household& household,
                                   Day today) {
  report::DueExplanation result;
  result.today = today;
  result.household = household.code;
  result.data_version = short_head(session.audit().head());
  const auto homes = session.households().residences_of(household.id);
  const auto home = std::ranges::find_if(
      homes, [&](const Residence& residence) { return residence.days.contains(today); });
  if (home == homes.end()) return result;
  result.grid = area_code(session, home->grid);
  const auto book = policy_book(session);
  std::unordered_map<HouseholdId, Household> known;
  const auto list = candidates_in(session, book, {home->grid}, today, known);
  result.total = list.size();
  const auto at = std::ranges::find_if(
      list, [&](const Candidate& candidate) { return candidate.due.household == household.id; });
  if (at == list.end()) return result;
  result.place = static_cast<std::size_t>(at - list.begin()) + 1;
  for (const auto& obligation : at->due.obligations) result.owed.push_back(owed_rule(obligation));
  result.priority = at->due.priority;
  result.last_counted = at->due.last_counted;
  return result;
}

report::Status worker_status(const store::Session& session, const std::string& worker_code,
                             Day today) {
  const auto worker = worker_coded(session, worker_code);
  AssessmentRequest request;
  request.period = period_containing(PeriodKind::month, today);
  request.today = today;
  request.worker = worker.code;
  auto assessment = assess_period(session, request);
  report::Status status;
  status.worker = code_and_name(worker);
  status.report = std::move(assessment.report);
  for (const auto& row : status.report.rows)
    if (const auto* subject = std::get_if<WorkerId>(&row.subject);
        subject != nullptr && *subject == worker.id)
      status.row = row;
  if (!status.row) return status;
  for (const auto grid : status.row->grids) status.grids.push_back(area_code(session, grid));
  status.days = households_by_day(session, worker.id, {request.period.first, today});
  add_due(status, due_list(session, worker.code, today, 0));
  return status;
}

report::Journal journal(const store::Session& session, const std::string& worker_code,
                        const DayRange& days, const std::string& text) {
  const auto worker = worker_coded(session, worker_code);
  const auto wanted = fold(text);
  report::Journal journal{code_and_name(worker), days, {}};
  store::VisitFilter filter;
  filter.worker = worker.id;
  filter.days = days;
  filter.voided_too = true;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    report::JournalEntry entry{record.visit, session.households().get(record.visit.said.household),
                               record.voided};
    if (wanted.empty() || mentions(entry, wanted)) journal.entries.push_back(std::move(entry));
    return true;
  });
  return journal;
}

report::HouseholdCard household_card(const store::Session& session, const Household& household,
                                     Day today, std::size_t visits) {
  report::HouseholdCard card;
  card.household = household;
  add_home(session, today, card);
  add_tags(session, today, card);
  card.owed = owed_by(session, norms_of(session), household.id, today);
  add_visits(session, visits, card);
  return card;
}

}  // namespace gridvisit::usecase
