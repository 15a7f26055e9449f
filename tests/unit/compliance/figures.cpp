#include "gridvisit/compliance/figures.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "unit/compliance/facts_maker.hpp"

using namespace gridvisit;
using namespace gridvisit::compliance;
using namespace gridvisit::compliance::made;

namespace {

Rule rule_called(const char* id) {
  Rule rule;
  rule.id = id;
  return rule;
}

/// Lin and nobody under two rules, of which the first asks nothing of nobody.
Report report_of_lin() {
  Report report;
  report.rules = {rule_called("quota"), rule_called("visits")};
  report.rows = {{k_lin, {}, {WorkerResult{Verdict::met, 31, 30, {}}, Tally{3, 1, 0, 0}}},
                 {{}, {}, {std::monostate{}, Tally{0, 2, 0, 0}}}};
  return report;
}

std::vector<Figure> figures_in(const Report& report) {
  std::vector<Figure> figures;
  each_figure(report, [&](const Figure& figure) { figures.push_back(figure); });
  return figures;
}

std::vector<FigureChange> changes(const std::vector<Figure>& kept, const Report& now) {
  FigureComparison comparison{now};
  for (const auto& figure : kept) comparison.add(figure);
  return std::move(comparison).finish();
}

}  // namespace

TEST_CASE("the figures of a report are those of its rules row by row where they apply") {
  const auto figures = figures_in(report_of_lin());
  REQUIRE(figures.size() == 3);
  CHECK(figures[0] == Figure{k_lin, "quota", WorkerResult{Verdict::met, 31, 30, {}}});
  CHECK(figures[1] == Figure{k_lin, "visits", Tally{3, 1, 0, 0}});
  CHECK(figures[2] == Figure{{}, "visits", Tally{0, 2, 0, 0}});
}

TEST_CASE("a report has not changed against its own figures in any order") {
  const auto report = report_of_lin();
  auto figures = figures_in(report);
  CHECK(changes(figures, report).empty());
  std::ranges::reverse(figures);
  CHECK(changes(figures, report).empty());
}

TEST_CASE("what a figure was and is stand side by side in the order of the report") {
  const auto kept = figures_in(report_of_lin());
  auto now = report_of_lin();
  now.rows[0].results[1] = Tally{4, 0, 0, 0};
  now.rows[0].results[0] = WorkerResult{Verdict::met, 32, 30, {}};
  const auto changed = changes(kept, now);
  REQUIRE(changed.size() == 2);
  CHECK(changed[0].rule == "quota");
  CHECK(changed[0].was == kept[0].result);
  CHECK(changed[0].is == now.rows[0].results[0]);
  CHECK(changed[1].rule == "visits");
  CHECK(changed[1].subject == RowSubject{k_lin});
}

TEST_CASE("the year of an averaged rule is part of the figure") {
  auto report = report_of_lin();
  std::get<WorkerResult>(report.rows[0].results[0]).year.emplace();
  const auto kept = figures_in(report);
  CHECK(changes(kept, report).empty());
  std::get<WorkerResult>(report.rows[0].results[0]).year->required_full = 360;
  CHECK(changes(kept, report).size() == 1);
}

TEST_CASE("rows and rules that came or went are changes from and to nothing") {
  const auto kept = figures_in(report_of_lin());
  auto now = report_of_lin();
  now.rows[1].subject = k_su;
  now.rules[0].id = "other";
  const auto changed = changes(kept, now);
  REQUIRE(changed.size() == 4);
  CHECK(changed[0].rule == "other");
  CHECK(changed[0].was == RuleResult{});
  CHECK(changed[1].subject == RowSubject{k_su});
  CHECK(changed[1].was == RuleResult{});
  CHECK(changed[2].rule == "quota");
  CHECK(changed[2].is == RuleResult{});
  CHECK(changed[3].subject == RowSubject{});
  CHECK(changed[3].is == RuleResult{});
}
