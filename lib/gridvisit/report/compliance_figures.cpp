#include <algorithm>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Report;
using compliance::RuleTrend;
using compliance::Tally;
using compliance::WorkerResult;

Message said(const std::string& text) {
  return message("{0}", text);
}

Quantity whole(std::int64_t number) {
  return Tenths{number * 10};
}

Quantity percentage(const compliance::Ratio& ratio) {
  const auto value = compliance::tenths(ratio, 100);
  return value ? Quantity{Tenths{*value}} : std::nullopt;
}

Message row_name(const compliance::Row& row, const Names& names) {
  const auto subject = subject_of(row, names);
  if (std::holds_alternative<std::monostate>(row.subject)) return message("nobody");
  return said(subject.name.empty() ? subject.code : subject.code + " " + subject.name);
}

/// How many of those that a rule speaks of have met it; one bar a rule.
Figure glance(const Report& report, l10n::Language language) {
  BarChart chart{translatable("Met"), {}, Unit::percent, {}};
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
    const auto* tally = std::get_if<Tally>(&report.total[rule]);
    const auto* counted = std::get_if<compliance::MetOf>(&report.total[rule]);
    if (!tally && !counted) continue;
    const auto ratio = tally ? tally->coverage() : counted->met;
    chart.bars.push_back({said(title_of(report.rules[rule], language)), percentage(ratio),
                          std::nullopt, coverage_cell(ratio), Word{}});
  }
  return {"glance", message("At a glance"),
          message("For each rule, how many of the workers or households that it speaks of have met "
                  "it."),
          std::move(chart)};
}

/// A year's report asks for the whole year where a rule is averaged over it, as its table does.
Bar quota_bar(const Message& name, const WorkerResult& result, bool of_year) {
  const auto bar = [&](std::int64_t done, std::int64_t required, compliance::Verdict verdict) {
    return Bar{name, whole(done), whole(required), of_two(done, required), word_of(verdict)};
  };
  if (of_year && result.year)
    return bar(result.year->done, result.year->required_full, result.year->verdict);
  return bar(result.done, result.required, result.verdict);
}

Figure quota(const Report& report, std::size_t rule, const Names& names,
             const Statement& statement) {
  const bool of_year = statement.kind == "year";
  BarChart chart{translatable("Done"), translatable("Required"), Unit::count, {}};
  for (const auto& row : report.rows)
    if (const auto* result = std::get_if<WorkerResult>(&row.results[rule]))
      chart.bars.push_back(quota_bar(row_name(row, names), *result, of_year));
  const auto title = title_of(report.rules[rule], statement.language);
  return {
      "quota", message("{0}: {1}", title, to_string(report.period)),
      message("For each worker, what was done in the period and the mark of what was required."),
      std::move(chart)};
}

Figure average(const Report& report, std::size_t rule, const Names& names,
               l10n::Language language) {
  const auto goal = report.rules[rule].at_least;
  BarChart chart{translatable("Average"), translatable("Required a month"), Unit::count, {}};
  for (const auto& row : report.rows) {
    const auto* result = std::get_if<WorkerResult>(&row.results[rule]);
    if (!result || !result->year) continue;
    const auto tenths = result->year->average_tenths;
    const Quantity value = tenths ? Quantity{Tenths{*tenths}} : std::nullopt;
    chart.bars.push_back({row_name(row, names), value, whole(goal), value ? Cell{*value} : Cell{},
                          pace_word(result->year->on_pace)});
  }
  const auto title = title_of(report.rules[rule], language);
  return {"average", message("{0}: the year's average against {1}", title, goal),
          message("For each worker, the average a month of the year so far and the mark of what is "
                  "required a month."),
          std::move(chart)};
}

Figure coverage(const Report& report, std::size_t rule, const Names& names,
                l10n::Language language) {
  BarChart chart{translatable("Covered"), {}, Unit::percent, {}};
  for (const auto& row : report.rows)
    if (const auto* tally = std::get_if<Tally>(&row.results[rule]))
      chart.bars.push_back({row_name(row, names), percentage(tally->coverage()), std::nullopt,
                            coverage_cell(tally->coverage()), Word{}});
  const auto title = title_of(report.rules[rule], language);
  return {
      "coverage", message("{0}: coverage of the grids", title),
      message("For each grid, how many of its households that the rule asks for are covered, in "
              "percent."),
      std::move(chart)};
}

bool is_of_households(const RuleTrend& trend) {
  return trend.rule.subject == Subject::household;
}

LineChart by_month(const compliance::Trend& trend, Unit unit) {
  LineChart chart{unit, {}, {}};
  for (const auto& month : trend.months) chart.names.push_back(message(month_name(month.first)));
  return chart;
}

Figure coverage_trend(const compliance::Trend& trend, l10n::Language language) {
  auto chart = by_month(trend, Unit::percent);
  for (const auto& rule : trend.rules) {
    if (!is_of_households(rule)) continue;
    Line line{said(title_of(rule.rule, language)), {}};
    for (const auto& ratio : rule.months)
      line.values.push_back(ratio ? percentage(*ratio) : std::nullopt);
    chart.lines.push_back(std::move(line));
  }
  return {
      "coverage_trend", message("Coverage month by month"),
      message("For each household rule, how many percent of the households were covered as each "
              "month of the year ended."),
      std::move(chart)};
}

Figure done_trend(const compliance::Trend& trend, const RuleTrend& rule, l10n::Language language) {
  auto chart = by_month(trend, Unit::count);
  Line done{message("Done"), {}}, required{message("Required"), {}, true};
  for (const auto& ratio : rule.months) {
    done.values.push_back(ratio ? whole(ratio->part) : std::nullopt);
    required.values.push_back(ratio ? whole(ratio->whole) : std::nullopt);
  }
  chart.lines = {std::move(done), std::move(required)};
  return {
      "done_trend", message("{0}: month by month", title_of(rule.rule, language)),
      message("What all together did in each month of the year, and what was required of them."),
      std::move(chart)};
}

HeatMap empty_map(const compliance::Trend& trend) {
  HeatMap map{translatable("Household"), {}, {}, translatable("still owed"), {}};
  for (const auto& month : trend.months) map.columns.push_back(message(month_name(month.first)));
  map.states = {{{"elsewhere", translatable("not living there")}, ""},
                {{"none", translatable("no contact")}, "·"},
                {{"nobody_met", translatable("nobody met")}, "×"},
                {{"spoken_to", translatable("met elsewhere or called")}, "○"},
                {{"met_at_door", translatable("met at the door")}, "●"}};
  return map;
}

HeatRow heat_row(const compliance::HouseholdYear& year, const Names& names) {
  HeatRow row{referred_to(names.households, year.household).code, {}};
  for (const auto& month : year.months)
    row.cells.push_back({static_cast<std::uint8_t>(month.contact), month.owes});
  return row;
}

Figure household_map(const compliance::Overview& overview, const Names& names) {
  auto map = empty_map(overview.trend);
  for (const auto& year : overview.households) map.rows.push_back(heat_row(year, names));
  std::ranges::sort(map.rows, NaturalLess{}, &HeatRow::name);
  return {"households", message("The households month by month"),
          message("For each household of the grid and each month, the nearest that anyone came to "
                  "it, and whether a rule was still owed as the month ended."),
          std::move(map)};
}

bool has_something(const BarChart& chart) {
  return !chart.bars.empty();
}
bool has_something(const LineChart& chart) {
  return std::ranges::any_of(chart.lines, [](const Line& line) {
    return std::ranges::any_of(line.values, &Quantity::has_value);
  });
}
bool has_something(const HeatMap& map) {
  return !map.rows.empty();
}

/// A picture of nothing is left out.
void add(std::vector<Figure>& figures, Figure figure) {
  if (std::visit([](const auto& drawing) { return has_something(drawing); }, figure.drawing))
    figures.push_back(std::move(figure));
}

void add_bars(std::vector<Figure>& figures, const Report& report, const Report& by_grid,
              const Names& names, const Statement& statement) {
  const auto language = statement.language;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
    if (report.rules[rule].subject != Subject::worker) continue;
    add(figures, quota(report, rule, names, statement));
    if (report.rules[rule].average_over_year) add(figures, average(report, rule, names, language));
  }
  for (std::size_t rule = 0; rule < by_grid.rules.size(); ++rule)
    if (by_grid.rules[rule].subject == Subject::household)
      add(figures, coverage(by_grid, rule, names, language));
}

/// One month alone is no trend.
void add_trends(std::vector<Figure>& figures, const compliance::Trend& trend,
                l10n::Language language) {
  if (trend.months.size() < 2) return;
  add(figures, coverage_trend(trend, language));
  for (const auto& rule : trend.rules)
    if (!is_of_households(rule)) add(figures, done_trend(trend, rule, language));
}

}  // namespace

std::vector<Figure> figures_of(const Report& report, const compliance::Overview& overview,
                               const Names& names, const Statement& statement) {
  std::vector<Figure> figures{glance(report, statement.language)};
  add_bars(figures, report, overview.by_grid, names, statement);
  add_trends(figures, overview.trend, statement.language);
  if (overview.households.size() <= k_most_households) add(figures, household_map(overview, names));
  return figures;
}

std::vector<Message> notes_of(const compliance::Overview& overview) {
  if (overview.households.size() <= k_most_households) return {};
  return {
      message("The picture of the households month by month is left out: {0} households are "
              "more than {1}.",
              overview.households.size(), k_most_households)};
}

}  // namespace gridvisit::report
