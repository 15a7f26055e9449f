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

Message sentence_of(const GridOutlook& grid) {
  const auto& numbers = grid.feasibility;
  if (numbers.households == 0) return message("{0}: nobody lives there.", grid.code);
  if (numbers.needed == 0)
    return message("{0}: every household rule of this year is met already.", grid.code);
  if (grid.responsible.empty())
    return message("{0}: visits needed this year: {1}; nobody is responsible for the grid.",
                   grid.code, numbers.needed);
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

}  // namespace

Document feasibility_report(const std::vector<GridOutlook>& grids, Day today,
                            const std::string& data_version) {
  constexpr auto k_right = Align::right;
  Document document;
  document.key = "feasibility";
  document.title = message("Can all rules be met by the end of {0}?",
                           to_string(period_containing(PeriodKind::year, today)));
  document.facts = {{"today", translatable("Today"), today},
                    {"data", translatable("Data version"), data_version}};
  Table table{"grids",
              {},
              {{"grid", translatable("Grid")},
               {"name", translatable("Name"), Align::left, true},
               {"responsible", translatable("Responsible")},
               {"households", translatable("Households"), k_right},
               {"months_left", translatable("Months left"), k_right},
               {"needed", translatable("Visits needed"), k_right},
               {"minimum", translatable("Quota gives"), k_right},
               {"answer", translatable("Quota is")},
               {"pace", translatable("Needed a month"), k_right}},
              {},
              {}};
  for (const auto& grid : grids) {
    table.rows.push_back(row_of(grid));
    document.notes.push_back(sentence_of(grid));
  }
  document.tables = {std::move(table)};
  return document;
}

}  // namespace gridvisit::report
