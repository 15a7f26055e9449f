#include "gridvisit/report/due_list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

Cell last_cell(const std::optional<Day>& day) {
  return day ? Cell{*day} : Cell{};
}

Table people_table(const DueList& list, PersonalData data, l10n::Language language) {
  Table table{"due",
              {},
              {{"household", translatable("Household")},
               {"name", translatable_in("person", "Name")},
               {"deadline", translatable("By")},
               {"modes", translatable("How")},
               {"owes", translatable("Owes")},
               {"last", translatable_in("visit", "Last")}},
              {},
              {}};
  for (const auto& entry : list.entries)
    table.rows.push_back({entry.household.code, name_cell(entry.household.name, data),
                          entry.owed.front().period.last,
                          modes_cell(modes_settling(entry.owed), language),
                          owed_text(entry.owed, language), last_cell(entry.last_counted)});
  return table;
}

Table machine_table(const DueList& list, PersonalData data) {
  Table table{"due",
              {},
              {{"household", translatable("Household")},
               {"grid", translatable("Grid")},
               {"name", translatable_in("person", "Name")},
               {"deadline", translatable("By")},
               {"rules", translatable("Owes")},
               {"modes", translatable("How")},
               {"last_counted", translatable_in("visit", "Last")}},
              {},
              {}};
  for (const auto& entry : list.entries) {
    std::vector<std::string> rules;
    for (const auto& owed : entry.owed) rules.push_back(owed.rule.id);
    table.rows.push_back({entry.household.code, entry.grid, name_cell(entry.household.name, data),
                          entry.owed.front().period.last, rules,
                          mode_names(modes_settling(entry.owed)), last_cell(entry.last_counted)});
  }
  return table;
}

}  // namespace

std::vector<Mode> modes_settling(const std::vector<OwedRule>& owed) {
  std::vector<Mode> modes;
  for (const auto mode : k_modes) {
    const bool settles_all = std::ranges::all_of(owed, [&](const OwedRule& each) {
      return std::ranges::find(each.rule.modes, mode) != each.rule.modes.end();
    });
    if (settles_all) modes.push_back(mode);
  }
  return modes;
}

std::string owed_text(const std::vector<OwedRule>& owed, l10n::Language language) {
  std::vector<std::string> titles;
  for (const auto& [rule, period, done, required] : owed)
    titles.push_back(required == 1
                         ? title_of(rule, language)
                         : fmt::format("{} {}/{}", title_of(rule, language), done, required));
  return join(titles, l10n::Catalog{language}.text(translatable("; ")));
}

Document due_document(const DueList& list, PersonalData data, l10n::Language language) {
  Document document;
  document.key = "due";
  document.data = machine_table(list, data);
  if (list.entries.empty()) {
    document.title =
        message("{0}: no household owes a visit on {1}.", list.worker, to_string(list.today));
    return document;
  }
  const auto today = to_string(list.today);
  document.title =
      list.total == 1
          ? message("{0}: 1 household owes a visit on {1}", list.worker, today)
          : message("{0}: {1} households owe a visit on {2}", list.worker, list.total, today);
  document.tables.push_back(people_table(list, data, language));
  if (list.entries.size() < list.total)
    document.notes.push_back(message("The {0} most urgent of {1}; `gridvisit due -l 0` shows all.",
                                     list.entries.size(), list.total));
  return document;
}

}  // namespace gridvisit::report
