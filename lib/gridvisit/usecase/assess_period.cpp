#include "gridvisit/usecase/assess_period.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <type_traits>

#include "gridvisit/base/ahead.hpp"
#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/surroundings.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::Overview;
using compliance::OverviewBuilder;
using compliance::Report;
using compliance::ReportBuilder;
using compliance::ReportRequest;
using compliance::RowsBy;

/// The part of the tree that the report speaks of; all of it if a rule names areas of its own.
AreaTree areas_for(const store::Session& session, const PolicyBook& book,
                   const std::optional<AreaId>& area) {
  return session.areas().tree(book.names_areas() ? std::nullopt : area);
}

void require_kind(const AreaTree& areas, const std::string& kind) {
  std::set<std::string> kinds;
  for (const auto& area : areas.areas()) kinds.insert(area.kind);
  if (kinds.contains(kind)) return;
  std::vector<std::string> words{kinds.begin(), kinds.end()};
  words.insert(words.end(), {"worker", "grid", "网格员", "街道", "社区", "网格"});
  const auto what = message("There is no area of the kind {0}.", kind);
  auto hint = did_you_mean(kind, words, {});
  if (!hint.empty()) throw Error(ErrorKind::not_found, what, std::move(hint));
  throw Error(ErrorKind::not_found, what,
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

/// Where the rule with this id stands in the report.
std::size_t index_of(const Report& report, const std::string& id) {
  const auto at = std::ranges::find(report.rules, id, &Rule::id);
  if (at != report.rules.end()) return static_cast<std::size_t>(at - report.rules.begin());
  std::vector<std::string> known;
  for (const auto& rule : report.rules) known.push_back(rule.id);
  throw Error(ErrorKind::not_found, message("The policy in force has no rule {0}.", id),
              message("Its rules are:"), std::move(known));
}

/// Leaves only one rule in the report.
void keep_rule(Report& report, std::size_t index) {
  for (auto& row : report.rows) row.results = {row.results.at(index)};
  report.total = {report.total.at(index)};
  std::erase_if(report.owed, [&](const auto& owed) { return owed.rule != index; });
  for (auto& owed : report.owed) owed.rule = 0;
  report.rules = {Rule{report.rules.at(index)}};
}

/// A report by grid has no rules for workers.
void keep_rule(Overview& overview, const std::string& id) {
  std::erase_if(overview.trend.rules, [&](const auto& trend) { return trend.rule.id != id; });
  auto& grids = overview.by_grid;
  const auto at = std::ranges::find(grids.rules, id, &Rule::id);
  if (at == grids.rules.end())
    grids = {};
  else
    keep_rule(grids, static_cast<std::size_t>(at - grids.rules.begin()));
}

void keep_rule(Assessment& assessment, const std::string& id) {
  keep_rule(assessment.report, index_of(assessment.report, id));
  if (assessment.overview) keep_rule(*assessment.overview, id);
}

void name_households(Assessment& assessment, const store::Session& session) {
  auto& named = assessment.names.households;
  const auto name = [&](HouseholdId id) {
    if (!named.contains(id)) named.emplace(id, session.households().get(id));
  };
  for (const auto& owed : assessment.report.owed) name(owed.household);
  if (!assessment.overview) return;
  for (const auto& year : assessment.overview->households) name(year.household);
}

std::map<WorkerId, std::string> codes_of(const std::map<WorkerId, Worker>& workers) {
  std::map<WorkerId, std::string> codes;
  for (const auto& [id, worker] : workers) codes.emplace(id, worker.code);
  return codes;
}

/// Takes every fact once: for the report, and for the overview if one is asked for.
class Builders {
 public:
  Builders(const ReportRequest& request, const PolicyBook& book,
           const compliance::Surroundings& surroundings)
      : m_request{request},
        m_book{book},
        m_surroundings{surroundings},
        m_report{request, book, surroundings} {}

  const ReportBuilder& report() const { return m_report; }
  void look_over(const std::vector<AreaId>& grids) {
    m_overview.emplace(m_request, grids.size() == 1 ? std::optional{grids.front()} : std::nullopt,
                       m_book, m_surroundings);
  }

  /// Grids and workers have their rows even if no rule asks for their visits.
  DayRange household_days() const {
    const auto more = m_overview ? m_overview->household_days() : std::nullopt;
    return compliance::spanned(m_report.household_days(), more).value_or(reference());
  }
  DayRange worker_days() const {
    const auto more = m_overview ? m_overview->worker_days() : std::nullopt;
    return compliance::spanned(m_report.worker_days(), more).value_or(reference());
  }

  template <class Facts>
  void add(const Facts& facts) {
    m_report.add(facts);
    if (m_overview) m_overview->add(facts);
  }
  void finish(const std::map<WorkerId, Worker>& workers, Assessment& assessment) && {
    const auto codes = codes_of(workers);
    assessment.report = std::move(m_report).finish(codes);
    if (m_overview) assessment.overview = std::move(*m_overview).finish(codes);
  }

 private:
  DayRange reference() const {
    const auto day = std::min(m_request.period.last, m_request.today);
    return {day, day};
  }

  const ReportRequest& m_request;
  const PolicyBook& m_book;
  const compliance::Surroundings& m_surroundings;
  ReportBuilder m_report;
  std::optional<OverviewBuilder> m_overview;
};

/// Adds what `load` finds for each id, in their order. A second session loads every other one in a
/// thread of its own: nearly all of the time goes into loading.
template <class Identity, class Load>
void add_each(Builders& builders, const store::Session& session, const store::Session* other,
              const std::vector<Identity>& ids, Load load) {
  using Loaded = std::invoke_result_t<Load, const store::Session&, Identity>;
  constexpr std::size_t k_most_ahead = 4;
  std::unique_ptr<Ahead<Loaded>> ahead;
  if (other)
    ahead = Ahead<Loaded>::start(k_most_ahead, [&](const auto& put) {
      for (std::size_t at = 1; at < ids.size(); at += 2)
        if (!put(load(*other, ids[at]))) return;
    });
  for (std::size_t at = 0; at < ids.size(); ++at)
    builders.add(ahead && at % 2 == 1 ? ahead->take().value() : load(session, ids[at]));
}

void add_facts(Builders& builders, const store::Session& session, const AssessmentRequest& request,
               const std::vector<AreaId>& grids, const std::vector<WorkerId>& workers) {
  constexpr std::size_t k_worth_a_second_session = 16;
  const auto other = grids.size() >= k_worth_a_second_session ? session.beside() : nullptr;
  const store::FactsRequest of_grids{builders.household_days(), request.recorded_before};
  add_each(builders, session, other.get(), grids, [&](const store::Session& from, AreaId grid) {
    return from.facts().of_grid(grid, of_grids);
  });
  if (request.by != RowsBy::worker) return;
  const store::FactsRequest of_workers{builders.worker_days(), request.recorded_before};
  add_each(builders, session, other.get(), workers,
           [&](const store::Session& from, WorkerId worker) {
             return from.facts().of_worker(worker, of_workers);
           });
}

}  // namespace

Assessment assess_period(const store::Session& session, const AssessmentRequest& request) {
  const auto resolved_request = resolved(session, request);
  const auto book = policy_book(session);
  const auto surroundings =
      surroundings_with(session, areas_for(session, book, resolved_request.area));
  if (request.by == RowsBy::area) require_kind(surroundings.areas, resolved_request.area_kind);
  Builders builders{resolved_request, book, surroundings};
  const auto days = days_of(builders.report(), resolved_request);
  const auto grids = grids_for(session, surroundings.areas, resolved_request, days);
  if (request.overview) builders.look_over(grids);
  auto workers = workers_for(session, resolved_request, grids, days);
  std::vector<WorkerId> reported;
  for (const auto& [id, worker] : workers)
    if (!resolved_request.worker || id == *resolved_request.worker) reported.push_back(id);
  add_facts(builders, session, request, grids, reported);
  Assessment assessment{{}, {}, {}, session.audit().head()};
  std::move(builders).finish(workers, assessment);
  assessment.names = {surroundings.areas, std::move(workers), {}};
  if (!request.rule.empty()) keep_rule(assessment, request.rule);
  name_households(assessment, session);
  return assessment;
}

}  // namespace gridvisit::usecase
