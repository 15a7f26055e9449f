#include "gridvisit/usecase/assess_period.hpp"

#include <algorithm>
#include <set>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::Report;
using compliance::ReportBuilder;
using compliance::ReportRequest;
using compliance::RowsBy;

bool names_areas(const PolicyBook& book) {
  return std::ranges::any_of(book.policies(), [](const Policy& policy) {
    return std::ranges::any_of(policy.rules, [](const Rule& rule) { return !rule.in.empty(); });
  });
}

/// The part of the tree that the report speaks of; all of it if a rule names areas of its own.
AreaTree areas_for(const store::Session& session, const PolicyBook& book,
                   const std::optional<AreaId>& area) {
  return session.areas().tree(names_areas(book) ? std::nullopt : area);
}

void require_kind(const AreaTree& areas, const std::string& kind) {
  std::set<std::string> kinds;
  for (const auto& area : areas.areas()) kinds.insert(area.kind);
  if (kinds.contains(kind)) return;
  throw Error(ErrorKind::not_found, message("There is no area of the kind {0}.", kind),
              message("Rows can be by worker, by grid, or by one of these kinds of area:"),
              {kinds.begin(), kinds.end()});
}

ReportRequest resolved(const store::Session& session, const AssessmentRequest& request) {
  ReportRequest result{request.period, request.today, request.by, {}, {}, {}, request.details};
  if (request.by == RowsBy::area) result.area_kind = normal_area_kind(request.area_kind);
  if (!request.area.empty()) result.area = area_coded(session, request.area).id;
  if (!request.worker.empty()) result.worker = worker_coded(session, request.worker).id;
  return result;
}

/// Every day on which an assignment can matter to the report.
DayRange days_of(const ReportBuilder& builder, const ReportRequest& request) {
  const auto assigned = builder.assignment_days();
  DayRange days{std::min(assigned.first, request.period.first),
                std::max(assigned.last, request.period.last)};
  for (const auto& needed : {builder.household_days(), builder.worker_days()}) {
    if (!needed) continue;
    days.first = std::min(days.first, needed->first);
    days.last = std::max(days.last, needed->last);
  }
  return days;
}

/// The grids whose households the report counts.
std::vector<AreaId> grids_for(const store::Session& session, const AreaTree& areas,
                              const ReportRequest& request, const DayRange& days) {
  std::set<AreaId> held;
  if (request.worker) {
    for (const auto& assignment : session.workers().assignments_of(*request.worker))
      if (assignment.role == Role::responsible && assignment.days.overlaps(days))
        held.insert(assignment.grid);
  }
  std::vector<AreaId> grids;
  for (const auto* grid : areas.grids(request.area))
    if (!request.worker || held.contains(grid->id)) grids.push_back(grid->id);
  return grids;
}

/// Everyone whom the report may name.
std::map<WorkerId, Worker> workers_for(const store::Session& session, const ReportRequest& request,
                                       const std::vector<AreaId>& grids, const DayRange& days) {
  std::map<WorkerId, Worker> workers;
  if (!request.area && !request.worker) {
    for (auto& worker : session.workers().all()) workers.emplace(worker.id, std::move(worker));
    return workers;
  }
  for (const auto id : session.workers().assigned(grids, days))
    workers.emplace(id, session.workers().get(id));
  if (request.worker) workers.emplace(*request.worker, session.workers().get(*request.worker));
  return workers;
}

/// Leaves only the rule with this id in the report.
void keep_rule(Report& report, const std::string& id) {
  const auto at = std::ranges::find(report.rules, id, &Rule::id);
  if (at == report.rules.end()) {
    std::vector<std::string> known;
    for (const auto& rule : report.rules) known.push_back(rule.id);
    throw Error(ErrorKind::not_found, message("The policy in force has no rule {0}.", id),
                message("Its rules are:"), std::move(known));
  }
  const auto index = static_cast<std::size_t>(at - report.rules.begin());
  for (auto& row : report.rows) row.results = {row.results.at(index)};
  report.total = {report.total.at(index)};
  std::erase_if(report.owed, [&](const auto& owed) { return owed.rule != index; });
  for (auto& owed : report.owed) owed.rule = 0;
  report.rules = {Rule{*at}};
}

std::map<HouseholdId, Household> households_of(const store::Session& session,
                                               const Report& report) {
  std::map<HouseholdId, Household> households;
  for (const auto& owed : report.owed)
    if (!households.contains(owed.household))
      households.emplace(owed.household, session.households().get(owed.household));
  return households;
}

std::map<WorkerId, std::string> codes_of(const std::map<WorkerId, Worker>& workers) {
  std::map<WorkerId, std::string> codes;
  for (const auto& [id, worker] : workers) codes.emplace(id, worker.code);
  return codes;
}

/// Grids and workers have their rows even if no rule asks for their visits.
void add_facts(ReportBuilder& builder, const store::Session& session,
               const AssessmentRequest& request, const std::vector<AreaId>& grids,
               const std::vector<WorkerId>& workers) {
  const auto reference = std::min(request.period.last, request.today);
  const DayRange at_least{reference, reference};
  const auto household_days = builder.household_days().value_or(at_least);
  for (const auto grid : grids)
    builder.add(session.facts().of_grid(grid, {household_days, request.recorded_before}));
  if (request.by != RowsBy::worker) return;
  const auto worker_days = builder.worker_days().value_or(at_least);
  for (const auto worker : workers)
    builder.add(session.facts().of_worker(worker, {worker_days, request.recorded_before}));
}

}  // namespace

Assessment assess_period(const store::Session& session, const AssessmentRequest& request) {
  const auto resolved_request = resolved(session, request);
  const auto book = policy_book(session);
  const compliance::Surroundings surroundings{
      areas_for(session, book, resolved_request.area), session.categories().all(), {}};
  if (request.by == RowsBy::area) require_kind(surroundings.areas, resolved_request.area_kind);
  ReportBuilder builder{resolved_request, book, surroundings};
  const auto days = days_of(builder, resolved_request);
  const auto grids = grids_for(session, surroundings.areas, resolved_request, days);
  auto workers = workers_for(session, resolved_request, grids, days);
  std::vector<WorkerId> reported;
  for (const auto& [id, worker] : workers)
    if (!resolved_request.worker || id == *resolved_request.worker) reported.push_back(id);
  add_facts(builder, session, request, grids, reported);
  auto report = std::move(builder).finish(codes_of(workers));
  if (!request.rule.empty()) keep_rule(report, request.rule);
  auto households = households_of(session, report);
  return {std::move(report),
          {surroundings.areas, std::move(workers), std::move(households)},
          session.audit().head()};
}

}  // namespace gridvisit::usecase
