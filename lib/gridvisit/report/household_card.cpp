#include "gridvisit/report/household_card.hpp"

#include <algorithm>
#include <array>

#include "gridvisit/report/journal.hpp"
#include "gridvisit/report/register_cells.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

Cell tags_cell(const HouseholdCard& card, l10n::Language language) {
  std::vector<std::string> names;
  for (const auto& tag : card.tags) names.push_back(name_of(tag.category, language));
  return labels_cell(names);
}

/// How many of the six clears (六清, norm R3) are known: address, people, situation, difficulties,
/// needs, and the special persons, who are known always: no tag means none.
std::int64_t clears_filled(const HouseholdCard& card) {
  const auto& household = card.household;
  const std::array known{!household.address.empty(),      household.people.has_value(),
                         !household.situation.empty(),    true,
                         !household.difficulties.empty(), !household.needs.empty()};
  return std::ranges::count(known, true);
}

std::vector<Fact> facts_of(const HouseholdCard& card, PersonalData data, l10n::Language language) {
  const auto& household = card.household;
  return {
      {"household", translatable("Household"), household.code},
      {"name", translatable_in("person", "Name"), name_cell(household.name, data)},
      {"phone", translatable("Phone"), phone_cell(household.phone, data)},
      {"grid", translatable("Grid"), text_cell(card.grid)},
      {"responsible", translatable("Responsible"), text_cell(card.responsible)},
      {"six_clears", translatable("Six clears"), message("{0} of 6", clears_filled(card))},
      {"address", translatable("Address"), address_cell(household.address, data)},
      {"people", translatable("People"), people_cell(household)},
      {"situation", translatable("Situation"), note_cell(household.situation, data)},
      {"tags", translatable("Special persons"), tags_cell(card, language)},
      {"difficulties", translatable("Difficulties"), note_cell(household.difficulties, data)},
      {"needs", translatable("Needs"), note_cell(household.needs, data)},
  };
}

Table owed_table(const HouseholdCard& card, l10n::Language language) {
  Table table{"owed",
              translatable("Still owed"),
              {{"rule", translatable("Rule")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right},
               {"deadline", translatable("By")}},
              {},
              {}};
  for (const auto& [rule, period, done, required] : card.owed)
    table.rows.push_back({title_of(rule, language), done, required, period.last});
  return table;
}

Table visits_table(const HouseholdCard& card, PersonalData data) {
  Table table{"visits",
              translatable("Last visits"),
              {{"visit", translatable("Visit"), Align::right},
               {"when", translatable("When")},
               {"worker", translatable("Worker")},
               {"mode", translatable("Mode")},
               {"outcome", translatable("Outcome")},
               {"note", translatable_in("visit", "Note")}},
              {},
              {}};
  for (const auto& [visit, worker, voided] : card.visits)
    table.rows.push_back({visit.id.value, moment_text(visit.said), worker, word_of(visit.said.mode),
                          word_of(visit.said.outcome), note_cell(visit.said.note, voided, data)});
  return table;
}

/// One row with the facts, what is owed, and the day of the last visit.
Table machine_table(const HouseholdCard& card, PersonalData data) {
  Table table{"household", {}, {}, {{}}, {}};
  const auto add = [&](std::string_view key, TextId label, Cell cell) {
    table.columns.push_back({key, label});
    table.rows.front().push_back(std::move(cell));
  };
  for (auto& fact : facts_of(card, data, l10n::Language::en))
    if (fact.key != "tags" && fact.key != "six_clears") add(fact.key, fact.label, fact.value);
  std::vector<std::string> tags, owed;
  for (const auto& tag : card.tags) tags.push_back(tag.category.code);
  for (const auto& each : card.owed) owed.push_back(each.rule.id);
  add("six_clears", translatable("Six clears"), clears_filled(card));
  add("tags", translatable("Special persons"), std::move(tags));
  add("owes", translatable("Still owed"), std::move(owed));
  const auto last = std::ranges::find_if(card.visits, [](const auto& v) { return !v.voided; });
  add("last_visit", translatable_in("visit", "Last"),
      last == card.visits.end() ? Cell{} : Cell{last->visit.said.day});
  return table;
}

constexpr Word k_exact{"exact", translatable_in("fit", "exact")};
constexpr Word k_near{"near", translatable_in("fit", "nearly")};

std::vector<Column> listed_columns() {
  return {{"household", translatable("Household")},
          {"name", translatable_in("person", "Name")},
          {"address", translatable("Address")}};
}

Table listed_table(TextId title) {
  return {"households", title, listed_columns(), {}, {}};
}

/// One row a household; `fit`, if given, is the last cell of each.
void add_listed(Table& table, const std::vector<ListedHousehold>& households, const Word* fit) {
  for (const auto& [household, data] : households) {
    auto& row = table.rows.emplace_back();
    row = {household.code, name_cell(household.name, data), address_cell(household.address, data)};
    if (fit != nullptr) row.emplace_back(*fit);
  }
}

}  // namespace

Document household_card_document(const HouseholdCard& card, PersonalData data,
                                 l10n::Language language) {
  Document document;
  document.key = "household";
  document.facts = facts_of(card, data, language);
  document.data = machine_table(card, data);
  if (!card.owed.empty()) document.tables.push_back(owed_table(card, language));
  if (!card.visits.empty()) document.tables.push_back(visits_table(card, data));
  if (card.grid.empty())
    document.notes.push_back(message("The household has moved out and owes nothing."));
  else if (card.owed.empty())
    document.notes.push_back(message("The household owes nothing today."));
  return document;
}

Document household_list_document(const HouseholdList& list) {
  const auto& [searched, exact, total, near] = list;
  Document document;
  document.key = "households";
  document.data = {"households", {}, listed_columns(), {}, {}};
  document.data.columns.push_back({"fit", translatable("Fit")});
  add_listed(document.data, exact, &k_exact);
  add_listed(document.data, near, &k_near);
  if (exact.empty()) document.title = message("No household fits `{0}`.", searched);
  if (!exact.empty()) add_listed(document.tables.emplace_back(listed_table({})), exact, nullptr);
  if (!near.empty())
    add_listed(document.tables.emplace_back(listed_table(translatable("Nearly spelled so"))), near,
               nullptr);
  if (exact.size() < total)
    document.notes.push_back(
        message("The first {0} of {1}; -l {1} shows all.", exact.size(), total));
  return document;
}

}  // namespace gridvisit::report
