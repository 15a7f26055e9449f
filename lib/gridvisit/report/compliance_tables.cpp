#include <algorithm>

#include <fmt/format.h>

#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::MetOf;
using compliance::RuleResult;
using compliance::WorkerResult;

/// What the columns of a rule show; the columns and the cells of every row follow from it.
enum class Layout { averaged_month, averaged_year, quota, grids, coverage };

/// Where the rows are not grids, a rule about grids says of each row how many of its grids met it.
bool counts_grids(const Rule& rule, const compliance::Report& report) {
  return rule.subject == Subject::grid && report.by != compliance::RowsBy::grid;
}

Layout layout_of(const Rule& rule, const compliance::Report& report, const Statement& statement) {
  if (rule.subject == Subject::household) return Layout::coverage;
  if (counts_grids(rule, report)) return Layout::grids;
  if (!rule.average_over_year) return Layout::quota;
  return statement.kind == "year" ? Layout::averaged_year : Layout::averaged_month;
}

std::vector<Column> columns_of(Layout layout) {
  constexpr auto k_right = Align::right;
  const Column average{"average", translatable("Avg."), k_right};
  const Column pace{"pace", translatable("Pace")};
  switch (layout) {
    case Layout::averaged_month:
      return {{"month", translatable("Month"), k_right},
              {"verdict", translatable("Result")},
              average,
              pace};
    case Layout::averaged_year:
      return {{"year", translatable("Year"), k_right},
              {"verdict", translatable("Result")},
              average,
              pace};
    case Layout::quota:
      return {{"done", translatable("Done"), k_right}, {"verdict", translatable("Result")}};
    case Layout::grids:
      return {{"met", translatable("Met"), k_right}};
    case Layout::coverage:
      break;
  }
  return {{"covered", translatable("Covered"), k_right}};
}

Cell average_cell(const compliance::YearStanding& year) {
  if (!year.average_tenths) return std::monostate{};
  return Tenths{*year.average_tenths};
}

std::vector<Cell> worker_cells(const WorkerResult& result, Layout layout) {
  if (layout == Layout::quota)
    return {of_two(result.done, result.required), word_of(result.verdict)};
  if (!result.year) return {of_two(result.done, result.required), word_of(result.verdict), {}, {}};
  const auto& year = *result.year;
  if (layout == Layout::averaged_year)
    return {of_two(year.done, year.required_full), word_of(year.verdict), average_cell(year),
            pace_word(year.on_pace)};
  return {of_two(result.done, result.required), word_of(result.verdict), average_cell(year),
          pace_word(year.on_pace)};
}

std::vector<Cell> cells_of(const RuleResult& result, Layout layout) {
  std::vector<Cell> cells;
  if (const auto* worker = std::get_if<WorkerResult>(&result))
    cells = worker_cells(*worker, layout);
  else if (const auto* grid = std::get_if<compliance::GridResult>(&result))
    cells = {of_two(grid->done, grid->required), word_of(grid->verdict)};
  else if (const auto* tally = std::get_if<compliance::Tally>(&result))
    cells = {coverage_cell(tally->coverage())};
  cells.resize(columns_of(layout).size());
  return cells;
}

/// In a total, how many met the rule stands under their results; the rest stays blank.
std::vector<Cell> total_cells(const RuleResult& result, Layout layout) {
  if (std::holds_alternative<compliance::Tally>(result)) return cells_of(result, layout);
  std::vector<Cell> cells(columns_of(layout).size(), std::string{});
  if (const auto* met = std::get_if<MetOf>(&result))
    cells.at(layout == Layout::grids ? 0 : 1) = of_two(met->met.part, met->met.whole);
  return cells;
}

/// Where MetOf stands in a row (patrols of several grids), it has one column to itself.
std::vector<Cell> row_cells(const RuleResult& result, Layout layout) {
  return std::holds_alternative<MetOf>(result) ? total_cells(result, layout)
                                               : cells_of(result, layout);
}

void append(std::vector<Cell>& cells, std::vector<Cell> more) {
  std::ranges::move(more, std::back_inserter(cells));
}

TextId name_label(const compliance::Report& report) {
  if (report.by == compliance::RowsBy::worker) return translatable("Worker");
  if (report.by == compliance::RowsBy::grid) return translatable("Grid");
  return translatable("Area");
}

Cell name_cell(const compliance::Row& row, const SubjectName& subject) {
  if (std::holds_alternative<std::monostate>(row.subject)) return message("nobody");
  return subject.name;
}

/// A table of these rules, by their index.
Table table_of(const compliance::Report& report, const std::vector<std::size_t>& rules,
               const Names& names, const Statement& statement) {
  Table table{"rows", {}, {{"code", translatable("Code")}}, {}, {}};
  table.columns.push_back({"name", name_label(report), Align::left, true});
  table.total = {message("Total"), std::string{}};
  for (const auto rule : rules) {
    const auto layout = layout_of(report.rules[rule], report, statement);
    for (auto column : columns_of(layout)) {
      column.group = message("{0}", title_of(report.rules[rule], statement.language));
      table.columns.push_back(std::move(column));
    }
    append(table.total, total_cells(report.total[rule], layout));
  }
  for (const auto& row : report.rows) {
    const auto subject = subject_of(row, names);
    std::vector<Cell> cells{subject.code, name_cell(row, subject)};
    for (const auto rule : rules)
      append(cells, row_cells(row.results[rule], layout_of(report.rules[rule], report, statement)));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

/// Columns of text that a rule takes; a screen of 80 has room for about 64 beside the names.
std::size_t width_of(Layout layout) {
  constexpr std::size_t k_of_four_columns = 32, k_of_two_columns = 16;
  const bool is_averaged = layout == Layout::averaged_month || layout == Layout::averaged_year;
  return is_averaged ? k_of_four_columns : k_of_two_columns;
}

bool fits_one_table(const compliance::Report& report, const Statement& statement) {
  constexpr std::size_t k_room = 64;
  std::size_t width = 0;
  for (const auto& rule : report.rules) width += width_of(layout_of(rule, report, statement));
  return width <= k_room;
}

}  // namespace

Cell of_two(std::int64_t part, std::int64_t whole) {
  return fmt::format("{}/{}", part, whole);
}

Cell coverage_cell(const compliance::Ratio& ratio) {
  const auto percentage = tenths(ratio, 100);
  if (!percentage) return message("0/0    {0}", translatable("n/a"));
  return fmt::format("{}/{} {:>4}.{}%", ratio.part, ratio.whole, *percentage / 10,
                     *percentage % 10);
}

std::vector<Table> people_tables_of(const compliance::Report& report, const Names& names,
                                    const Statement& statement) {
  std::vector<std::size_t> rules;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule) rules.push_back(rule);
  if (fits_one_table(report, statement)) return {table_of(report, rules, names, statement)};
  std::vector<Table> tables;
  for (const auto rule : rules) tables.push_back(table_of(report, {rule}, names, statement));
  return tables;
}

std::vector<Message> legend_of(const compliance::Report& report, const Statement& statement) {
  std::vector<Message> legend;
  for (const auto& rule : report.rules) {
    const auto title = title_of(rule, statement.language);
    switch (layout_of(rule, report, statement)) {
      case Layout::averaged_month:
        legend.push_back(message(
            "{0}: Month is done/required in this month; Avg. is the average a month of the year so "
            "far against {1}. The year decides; one month alone does not.",
            title, rule.at_least));
        break;
      case Layout::averaged_year:
        legend.push_back(message(
            "{0}: Year is done/required over the whole year; Avg. is the average a month so far "
            "against {1}.",
            title, rule.at_least));
        break;
      case Layout::quota:
        legend.push_back(message("{0}: Done is done/required.", title));
        break;
      case Layout::grids:
        legend.push_back(
            message("{0}: Met is how many grids met the rule, of all that had to.", title));
        break;
      case Layout::coverage:
        if (rule.every < report.period.kind)
          legend.push_back(
              message("{0}: a household counts once in each period of the rule.", title));
        break;
    }
  }
  const auto is_household = [](const Rule& rule) { return rule.subject == Subject::household; };
  const auto is_worker = [](const Rule& rule) { return rule.subject == Subject::worker; };
  if (std::ranges::any_of(report.rules, is_worker))
    legend.push_back(message("Total under Result: how many met the rule, of all who had to."));
  if (std::ranges::any_of(report.rules, is_household))
    legend.push_back(
        message("Covered: households met / households that the rule asks for; n/a where it asks "
                "for none."));
  return legend;
}

}  // namespace gridvisit::report
