#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Owed;

Cell responsible_cell(const Owed& owed, const Names& names) {
  if (!owed.responsible) return message("nobody");
  const auto& worker = referred_to(names.workers, *owed.responsible);
  return worker.code + " " + worker.name;
}

std::vector<Cell> owed_cells(const Owed& owed, const compliance::Report& report, const Names& names,
                             l10n::Language language) {
  const auto& household = referred_to(names.households, owed.household);
  return {household.code,
          masked_address(household.address),
          title_of(report.rules[owed.rule], language),
          to_string(owed.period),
          fmt::format("{}/{}", owed.done, owed.required),
          word_of(owed.verdict),
          responsible_cell(owed, names)};
}

std::vector<Cell> year_cells(const SubjectName& subject, const compliance::YearStanding& year) {
  std::vector<Cell> cells{subject.code, subject.name, year.done, year.required, year.required_full};
  cells.push_back(year.average_tenths ? Cell{Tenths{*year.average_tenths}} : Cell{});
  cells.emplace_back(pace_word(year.on_pace));
  cells.push_back(year.needed ? Cell{*year.needed} : Cell{});
  cells.emplace_back(word_of(year.verdict));
  return cells;
}

Table year_table(const compliance::Report& report, std::size_t rule, const Names& names) {
  constexpr auto k_right = Align::right;
  Table table{"year",
              translatable("The year so far"),
              {{"code", translatable("Code")},
               {"name", translatable("Worker"), Align::left, true},
               {"year_done", translatable("Done"), k_right},
               {"year_required", translatable("Required to date"), k_right},
               {"year_required_full", translatable("Whole year"), k_right},
               {"average", translatable("Avg."), k_right},
               {"pace", translatable("Pace")},
               {"needed", translatable("Needed a month"), k_right},
               {"year_verdict", translatable("Result")}},
              {},
              {}};
  for (const auto& row : report.rows)
    if (const auto* result = std::get_if<compliance::WorkerResult>(&row.results[rule]))
      if (result->year) table.rows.push_back(year_cells(subject_of(row, names), *result->year));
  return table;
}

}  // namespace

std::vector<Owed> sorted_owed(const compliance::Report& report, const Names& names) {
  auto result = report.owed;
  const auto comes_before = [&](const Owed& left, const Owed& right) {
    const auto grids = compare_natural(code_of(left.grid, names), code_of(right.grid, names));
    if (grids != 0) return grids < 0;
    const auto households = compare_natural(referred_to(names.households, left.household).code,
                                            referred_to(names.households, right.household).code);
    if (households != 0) return households < 0;
    return std::tie(left.rule, left.period.last) < std::tie(right.rule, right.period.last);
  };
  std::ranges::sort(result, comes_before);
  return result;
}

Table owed_table(const compliance::Report& report, const Names& names, l10n::Language language) {
  Table table{"owed",
              translatable("Households still to visit"),
              {{"household", translatable("Household")},
               {"address", translatable("Address"), Align::left, true},
               {"rule", translatable("Rule"), Align::left, true},
               {"period", translatable("Period")},
               {"done", translatable("Done"), Align::right},
               {"verdict", translatable("Result")},
               {"responsible", translatable("Responsible"), Align::left, true}},
              {},
              {}};
  for (const auto& owed : sorted_owed(report, names))
    table.rows.push_back(owed_cells(owed, report, names, language));
  return table;
}

std::vector<Table> year_tables(const compliance::Report& report, const Names& names,
                               l10n::Language language) {
  std::vector<Table> tables;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
    if (!report.rules[rule].average_over_year) continue;
    auto table = year_table(report, rule, names);
    if (table.rows.empty()) continue;
    for (std::size_t column = 2; column < table.columns.size(); ++column)
      table.columns[column].group = message("{0}", title_of(report.rules[rule], language));
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace gridvisit::report
