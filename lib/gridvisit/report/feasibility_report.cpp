#include "gridvisit/report/feasibility_report.hpp"

namespace gridvisit::report {
namespace {

Word answer_of(const compliance::GridFeasibility& feasibility) {
  if (feasibility.minimum_suffices()) return {"suffices", translatable("enough")};
  return {"short", translatable("too little")};
}

std::vector<Cell> row_of(const GridOutlook& grid) {
  const auto& numbers = grid.feasibility;
  return {grid.code,
          grid.name,
          grid.responsible.empty() ? Cell{} : Cell{grid.responsible},
          numbers.households,
          numbers.months_left,
          numbers.needed,
          numbers.minimum,
          answer_of(numbers),
          numbers.pace()};
}

Cell pace_cell(const compliance::GridFeasibility& numbers) {
  const auto pace = numbers.pace_a_day_tenths();
  return pace ? Cell{Tenths{*pace}} : Cell{};
}

std::vector<Column> day_columns() {
  constexpr auto k_right = Align::right;
  return {{"days_left", translatable("Working days left"), k_right},
          {"pace_day", translatable("Needed a day"), k_right},
          {"per_day", translatable("Possible a day"), k_right},
          {"start_by", translatable("Begin by")},
          {"quota_lost_from", translatable("Quota lost from")}};
}

std::vector<Cell> day_cells(const compliance::GridFeasibility& numbers) {
  return {numbers.days_left, pace_cell(numbers), numbers.per_day, day_or_nothing(numbers.start_by),
          day_or_nothing(numbers.quota_lost_from)};
}

/// When it is too late, at the visits that a day holds.
void add_last_days(const GridOutlook& grid, std::vector<Message>& notes) {
  const auto& numbers = grid.feasibility;
  if (numbers.is_lost())
    notes.push_back(message(
        "{0}: lost. Working days left: {1}; visits that they hold at {3} a day: {2}.", grid.code,
        numbers.days_left, numbers.days_left * numbers.per_day, numbers.per_day));
  if (numbers.start_by)
    notes.push_back(message("{0}: at {2} a day, {1} is the last day to begin.", grid.code,
                            to_string(*numbers.start_by), numbers.per_day));
  if (numbers.quota_lost_from)
    notes.push_back(message("{0}: from {1} on the year's quota is out of reach even at {2} a day.",
                            grid.code, to_string(*numbers.quota_lost_from), numbers.per_day));
}

/// Even with every day full.
bool is_quota_out_of_reach(const compliance::GridFeasibility& numbers) {
  return numbers.minimum > numbers.per_day * numbers.days_left;
}

Message sentence_of(const GridOutlook& grid) {
  const auto& numbers = grid.feasibility;
  if (numbers.households == 0) return message("{0}: nobody lives there.", grid.code);
  if (numbers.needed == 0)
    return message("{0}: every household rule of this year is met already.", grid.code);
  if (grid.responsible.empty())
    return message("{0}: visits needed this year: {1}; nobody is responsible for the grid.",
                   grid.code, numbers.needed);
  if (is_quota_out_of_reach(numbers))
    return message(
        "{0}: visits needed this year: {1}; the worker's quota still asks for {2}, more than the "
        "days left hold.",
        grid.code, numbers.needed, numbers.minimum);
  if (numbers.minimum_suffices())
    return message(
        "{0}: visits needed this year: {1}; the worker's quota gives {2}. It is possible: all "
        "rules can be met with {3} a month, if the visits go to the right households.",
        grid.code, numbers.needed, numbers.minimum, numbers.pace());
  if (numbers.minimum == 0)
    return message(
        "{0}: visits needed this year: {1}; the worker's quota asks for no more. All the same "
        "it takes {2} a month.",
        grid.code, numbers.needed, numbers.pace());
  return message(
      "{0}: visits needed this year: {1}; the worker's quota gives only {2}. Meeting the quota is "
      "not enough: it takes {3} a month.",
      grid.code, numbers.needed, numbers.minimum, numbers.pace());
}

std::vector<Column> number_columns() {
  constexpr auto k_right = Align::right;
  return {{"grid", translatable("Grid")},
          {"name", translatable("Name"), Align::left, true},
          {"responsible", translatable("Responsible")},
          {"households", translatable("Households"), k_right},
          {"months_left", translatable("Months left"), k_right},
          {"needed", translatable("Visits needed"), k_right},
          {"minimum", translatable("Quota gives"), k_right},
          {"answer", translatable("Quota is")},
          {"pace", translatable("Needed a month"), k_right}};
}

/// Everything in one row, for machines.
Table data_of(const std::vector<GridOutlook>& grids) {
  Table table{"grids", {}, number_columns(), {}, {}};
  for (auto& column : day_columns()) table.columns.push_back(std::move(column));
  for (const auto& grid : grids) {
    table.rows.push_back(row_of(grid));
    for (auto& cell : day_cells(grid.feasibility)) table.rows.back().push_back(std::move(cell));
  }
  return table;
}

}  // namespace

Document feasibility_report(const std::vector<GridOutlook>& grids, Day today,
                            const std::string& data_version) {
  Document document;
  document.key = "feasibility";
  document.title = message("Can all rules be met by the end of {0}?",
                           to_string(period_containing(PeriodKind::year, today)));
  document.facts = {{"today", translatable("Today"), today},
                    {"data", translatable("Data version"), data_version}};
  Table table{"grids", {}, number_columns(), {}, {}};
  Table days{"days", translatable("By working days"), day_columns(), {}, {}};
  days.columns.insert(days.columns.begin(), {"grid", translatable("Grid")});
  for (const auto& grid : grids) {
    table.rows.push_back(row_of(grid));
    days.rows.push_back(day_cells(grid.feasibility));
    days.rows.back().insert(days.rows.back().begin(), grid.code);
    document.notes.push_back(sentence_of(grid));
    add_last_days(grid, document.notes);
  }
  document.tables = {std::move(table), std::move(days)};
  document.data = data_of(grids);
  return document;
}

}  // namespace gridvisit::report
