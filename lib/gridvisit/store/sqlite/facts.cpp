#include <algorithm>
#include <set>

#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

using compliance::GridFacts;
using compliance::HouseholdFacts;
using compliance::VisitFact;

// A visit counts if it was on record, and not yet voided, when the request says. Without such an
// instant the index alone answers: SQLite reads the table only where it needs recorded_at.
// A join, and not NOT EXISTS, because that opens the table of voids anew for each visit.
constexpr auto* k_visits_of_grid = R"sql(
  SELECT id, household, worker, day, mode, outcome, grid
  FROM visit INDEXED BY visit_by_grid LEFT JOIN visit_void
    ON visit_void.visit = visit.id AND (:before IS NULL OR visit_void.at < :before)
  WHERE grid = :grid AND day BETWEEN :first AND :last
    AND (:before IS NULL OR recorded_at < :before) AND visit_void.visit IS NULL)sql";

constexpr auto* k_visits_of_household = R"sql(
  SELECT id, household, worker, day, mode, outcome, grid
  FROM visit INDEXED BY visit_by_household LEFT JOIN visit_void
    ON visit_void.visit = visit.id AND (:before IS NULL OR visit_void.at < :before)
  WHERE household = :household AND day BETWEEN :first AND :last
    AND (:before IS NULL OR recorded_at < :before) AND visit_void.visit IS NULL)sql";

constexpr auto* k_visits_of_worker = R"sql(
  SELECT id, household, worker, day, mode, outcome, grid
  FROM visit INDEXED BY visit_by_worker LEFT JOIN visit_void
    ON visit_void.visit = visit.id AND (:before IS NULL OR visit_void.at < :before)
  WHERE worker = :worker AND day BETWEEN :first AND :last
    AND (:before IS NULL OR recorded_at < :before) AND visit_void.visit IS NULL)sql";

constexpr auto* k_residences_of_grid = R"sql(
  SELECT id, household, grid, from_day, until_day FROM residence
  WHERE household IN (SELECT household FROM residence WHERE grid = :grid)
  ORDER BY household, from_day, id)sql";

constexpr auto* k_tags_of_grid = R"sql(
  SELECT id, household, category, from_day, until_day, '' FROM tag
  WHERE household IN (SELECT household FROM residence WHERE grid = :grid)
  ORDER BY household, from_day, id)sql";

Query& bind_request(Query& query, const FactsRequest& request) {
  return query.bind(":first", request.days.first)
      .bind(":last", request.days.last)
      .bind(":before", request.recorded_before);
}

VisitFact read_visit(Query& row) {
  VisitFact visit;
  visit.visit = row.id<VisitId>();
  visit.household = row.id<HouseholdId>();
  visit.worker = row.id<WorkerId>();
  visit.day = row.day();
  visit.mode = mode_of(row.number());
  visit.outcome = outcome_of(row.number());
  visit.grid = row.id<AreaId>();  // NULL reads as 0, the empty id
  return visit;
}

void sort_by_day(std::vector<VisitFact>& visits) {
  std::ranges::sort(visits, {}, [](const VisitFact& visit) {
    return std::pair{visit.day, visit.visit};
  });
}

std::vector<VisitFact> read_visits(Query& query) {
  std::vector<VisitFact> visits;
  while (query.next()) visits.push_back(read_visit(query));
  sort_by_day(visits);
  return visits;
}

std::vector<VisitFact> visits_of(Statements& statements, HouseholdId household,
                                 const FactsRequest& request) {
  Query query{statements, k_visits_of_household};
  return read_visits(bind_request(query, request).bind(":household", household));
}

/// The households that ever lived in the grid, in order of their ids, with their residences.
std::vector<HouseholdFacts> households_of(Statements& statements, AreaId grid) {
  Query query{statements, k_residences_of_grid};
  query.bind(":grid", grid);
  std::vector<HouseholdFacts> households;
  while (query.next()) {
    const auto residence = read_residence(query);
    if (households.empty() || households.back().household != residence.household)
      households.push_back({residence.household, {}, {}, {}});
    households.back().residences.push_back(residence);
  }
  return households;
}

/// An index that names a household which its table doesn't is damage.
HouseholdFacts& facts_of(std::vector<HouseholdFacts>& households, HouseholdId household) {
  const auto found =
      std::ranges::lower_bound(households, household, {}, &HouseholdFacts::household);
  if (found == households.end() || found->household != household) throw failure(SQLITE_CORRUPT);
  return *found;
}

void add_tags(Statements& statements, GridFacts& facts) {
  Query query{statements, k_tags_of_grid};
  query.bind(":grid", facts.grid);
  while (query.next()) {
    auto tag = read_tag(query);
    facts_of(facts.households, tag.household).tags.push_back(std::move(tag));
  }
}

/// Whether every visit of the days asked for falls to the one grid that the household lives in.
bool lives_throughout(const HouseholdFacts& household, const DayRange& days) {
  return household.residences.size() == 1 &&
         household.residences.front().days.first <= days.first &&
         days.last <= household.residences.front().days.last;
}

void add_visits(Statements& statements, GridFacts& facts, const FactsRequest& request) {
  Query query{statements, k_visits_of_grid};
  bind_request(query, request).bind(":grid", facts.grid);
  while (query.next()) {
    const auto visit = read_visit(query);
    auto& household = facts_of(facts.households, visit.household);
    if (lives_throughout(household, request.days)) household.visits.push_back(visit);
  }
  for (auto& household : facts.households) {
    if (lives_throughout(household, request.days))
      sort_by_day(household.visits);
    else
      household.visits = visits_of(statements, household.household, request);
  }
}

std::vector<AreaId> grids_of(const GridFacts& facts) {
  std::set<AreaId> grids{facts.grid};
  for (const auto& household : facts.households)
    for (const auto& residence : household.residences) grids.insert(residence.grid);
  return {grids.begin(), grids.end()};
}

}  // namespace

compliance::GridFacts SqliteFacts::of_grid(AreaId grid, const FactsRequest& request) const {
  GridFacts facts;
  facts.grid = grid;
  facts.households = households_of(m_page.statements, grid);
  add_tags(m_page.statements, facts);
  add_visits(m_page.statements, facts, request);
  facts.patrols = SqliteVisits{m_page}.patrols(grid, request.days);
  facts.roster = Roster{SqliteWorkers{m_page}.assignments_on(grids_of(facts))};
  return facts;
}

compliance::WorkerFacts SqliteFacts::of_worker(WorkerId worker, const FactsRequest& request) const {
  const SqliteWorkers workers{m_page};
  Query query{m_page.statements, k_visits_of_worker};
  return {worker, workers.assignments_of(worker), workers.leaves_of(worker),
          read_visits(bind_request(query, request).bind(":worker", worker))};
}

compliance::HouseholdFacts SqliteFacts::of_household(HouseholdId household,
                                                     const FactsRequest& request) const {
  const SqliteHouseholds households{m_page};
  return {household, households.residences_of(household), households.tags_of(household),
          visits_of(m_page.statements, household, request)};
}

}  // namespace gridvisit::store::sqlite
