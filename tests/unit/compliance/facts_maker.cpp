#include "unit/compliance/facts_maker.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace gridvisit::compliance::made {

Day day(std::string_view iso) {
  return parse_iso_day(iso).value();
}

Period period(std::string_view name) {
  return parse_period(name).value();
}

DayRange days(std::string_view range) {
  const auto dots = range.find("..");
  DayRange result;
  if (dots > 0) result.first = day(range.substr(0, dots));
  if (dots + 2 < range.size()) result.last = day(range.substr(dots + 2));
  return result;
}

Surroundings surroundings() {
  Surroundings result;
  result.areas = AreaTree{{{k_street, "S", "", "street", {}},
                           {k_c1, "C1", "", "community", k_street},
                           {k_g1, "G1", "", "grid", k_c1},
                           {k_g2, "G2", "", "grid", k_c1},
                           {k_c2, "C2", "", "community", k_street},
                           {k_g3, "G3", "", "grid", k_c2}}};
  result.categories = built_in_categories();
  std::int64_t id = 0;
  for (auto& category : result.categories) category.id = {++id};
  return result;
}

CategoryId category(std::string_view code) {
  const auto categories = surroundings().categories;
  const auto at = std::ranges::find(categories, code, &Category::code);
  if (at == categories.end()) throw std::out_of_range{"no such category"};
  return at->id;
}

VisitFact visit(std::string_view iso, const VisitWords& words) {
  static std::int64_t number = 0;
  return {{++number}, words.household, words.worker, day(iso),
          words.mode, words.outcome,   words.grid};
}

Assignment post(WorkerId worker, AreaId grid, std::string_view range, Role role) {
  return {{}, worker, grid, role, days(range)};
}

Tag tag(std::string_view code, std::string_view range) {
  return {{}, {}, category(code), days(range), {}};
}

Residence home(AreaId grid, std::string_view range) {
  return {{}, {}, grid, days(range)};
}

HouseholdFacts household(std::int64_t id) {
  HouseholdFacts result;
  result.household = {id};
  result.residences = {home(k_g1)};
  return result;
}

WorkerFacts worker() {
  WorkerFacts result;
  result.worker = k_lin;
  result.assignments = {post(k_lin, k_g1)};
  return result;
}

GridFacts grid(std::vector<HouseholdFacts> households) {
  GridFacts result;
  result.grid = k_g1;
  result.households = std::move(households);
  result.roster = Roster{{post(k_lin, k_g1)}};
  return result;
}

void add_visits(WorkerFacts& worker, std::string_view iso, int count, int first) {
  for (int at = 0; at < count; ++at)
    worker.visits.push_back(visit(iso, {.household = {first + at}}));
}

Judged judged(const PolicyBook& book, const Surroundings& around, std::string_view id,
              std::string_view period_name, std::string_view today) {
  for (const auto& [rule, windows] : rules_of(book, period(period_name), day(today), around))
    if (rule.rule().id == id && windows.size() == 1) return {rule, windows.front()};
  throw std::out_of_range{"no such rule with one window"};
}

PolicyBook book_of(Rule rule) {
  return PolicyBook{{{"test", k_beginning, {std::move(rule)}}}};
}

}  // namespace gridvisit::compliance::made
