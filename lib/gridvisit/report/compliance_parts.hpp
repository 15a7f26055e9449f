#pragma once

#include "gridvisit/report/compliance_report.hpp"

/// The parts of a compliance report. Not for other rooms.
namespace gridvisit::report {

/// Code and name of a row; "-" and nothing for the row of nobody.
struct SubjectName {
  std::string code = "-";
  std::string name;
};
SubjectName subject_of(const compliance::Row& row, const Names& names);

std::string code_of(AreaId area, const Names& names);
/// worker, grid, or the kind of the areas that the rows are of.
std::string rows_by(const compliance::Report& report);

/// "33/30".
Cell of_two(std::int64_t part, std::int64_t whole);
/// Two integers, and what they are in a hundred: "211/251  84.1%".
Cell coverage_cell(const compliance::Ratio& ratio);

/// For people: one table, or one a rule where they would be too wide together.
std::vector<Table> people_tables_of(const compliance::Report& report, const Names& names,
                                    const Statement& statement);
/// What the columns of those tables mean.
std::vector<Message> legend_of(const compliance::Report& report, const Statement& statement);

/// For people: the households that a rule is not met for, in the order of grids and codes.
Table owed_table(const compliance::Report& report, const Names& names, l10n::Language language);
/// For people: the year of each worker's averaged rules.
std::vector<Table> year_tables(const compliance::Report& report, const Names& names,
                               l10n::Language language);

/// A page has no room to draw more of them.
inline constexpr std::size_t k_most_households = 1000;

/// For pages: who has met what, the trend of the year, the households of a grid by month.
std::vector<Figure> figures_of(const compliance::Report& report,
                               const compliance::Overview& overview, const Names& names,
                               const Statement& statement);
/// Says so where the households are too many to be drawn.
std::vector<Message> notes_of(const compliance::Overview& overview);

/// The obligations not met, in the order of grids, codes, rules and periods.
std::vector<compliance::Owed> sorted_owed(const compliance::Report& report, const Names& names);

Table tidy_rows(const compliance::Report& report, const Names& names, const Statement& statement);
std::string nested_json(const compliance::Report& report, const Names& names,
                        const Statement& statement);

}  // namespace gridvisit::report
