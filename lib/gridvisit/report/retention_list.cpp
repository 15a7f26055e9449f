#include "gridvisit/report/retention_list.hpp"

#include <utility>

namespace gridvisit::report {
namespace {

std::vector<Cell> row_of(Word category, std::optional<int> months, std::optional<Day> before,
                         std::int64_t due) {
  return {category, months ? Cell{std::int64_t{*months}} : Cell{}, before ? Cell{*before} : Cell{},
          due};
}

Table households_table(const RetentionDue& due) {
  Table table{"households",
              translatable("Households whose personal data is past its time"),
              {{"household", translatable("Household")}, {"last_day", translatable("Lived until")}},
              {},
              {}};
  for (const auto& household : due.households)
    table.rows.push_back({household.code, household.last});
  return table;
}

}  // namespace

Document retention_list(const RetentionRules& rules, const RetentionDue& due) {
  Document document;
  document.key = "retention";
  document.title = message("How long personal data is kept");
  Table table{"retention",
              {},
              {{"category", translatable("Personal data")},
               {"months", translatable("Months"), Align::right},
               {"before", translatable("Past its time before")},
               {"due", translatable("To erase"), Align::right}},
              {},
              {}};
  table.rows.push_back(row_of({"notes", translatable("notes of visits and patrols")},
                              rules.notes_months, due.notes_before, due.notes));
  table.rows.push_back(row_of({"moved_out", translatable("all of households that moved out")},
                              rules.moved_out_months, due.moved_out_before,
                              static_cast<std::int64_t>(due.households.size())));
  document.data = table;
  document.tables = {std::move(table)};
  if (!due.households.empty()) document.tables.push_back(households_table(due));
  if (!rules.notes_months && !rules.moved_out_months)
    document.notes.push_back(
        message("Everything is kept for ever: set keep_notes_months and keep_moved_out_months with "
                "`gridvisit config set`."));
  return document;
}

}  // namespace gridvisit::report
