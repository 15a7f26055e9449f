#include "gridvisit/report/register_tables.hpp"

#include <utility>

namespace gridvisit::report {
namespace {

const Column k_grid{"grid", translatable("Grid")};
const Column k_worker{"worker", translatable("Worker")};
const Column k_household{"household", translatable("Household")};
const Column k_from{"from", translatable("From")};
const Column k_until{"until", translatable("Until")};
const Column k_note{"note", translatable("Note"), Align::left, true};

/// No-break spaces: others are not kept at the beginning of a cell.
constexpr std::string_view k_indent = "\u00a0\u00a0";

Message shown_days(const Shown& shown) {
  switch (shown.which) {
    case Shown::Which::on_day:
      return message("on {0}", to_string(shown.day));
    case Shown::Which::not_over:
      return message("on {0} and later", to_string(shown.day));
    case Shown::Which::all:
      break;
  }
  return message("at any time");
}

/// A list: what it is, which days it shows, and a sentence if there is nothing in it.
Document list(std::string_view key, TextId title, Message days, Table data) {
  Document document;
  document.key = key;
  document.title = message(title);
  if (!days.empty()) document.facts.push_back({"days", translatable("Shown"), std::move(days)});
  if (data.rows.empty()) document.notes.push_back(message("Nothing on record."));
  document.data = std::move(data);
  document.data.key = key;
  return document;
}

/// For people: the tree as indentation, and who looks after each grid.
Table area_tree(const std::vector<AreaLine>& lines) {
  Table table{"tree",
              {},
              {{"area", translatable("Area")},
               {"name", translatable_in("area", "Name")},
               {"kind", translatable("Kind")},
               {"worker", translatable("Responsible")},
               {"households", translatable_in("number", "Households"), Align::right}},
              {},
              {}};
  for (const auto& line : lines) {
    std::string indented;
    for (std::size_t level = 0; level < line.depth; ++level) indented += k_indent;
    indented += line.area.code;
    const auto households =
        line.households ? Cell{static_cast<std::int64_t>(*line.households)} : Cell{};
    table.rows.push_back(
        {indented, line.area.name, kind_cell(line.area.kind), text_cell(line.worker), households});
  }
  return table;
}

/// For people: what tells one household from another.
Table household_overview(const std::vector<HouseholdLine>& lines, PersonalData data) {
  Table table{"overview",
              {},
              {k_household,
               k_grid,
               {"name", translatable("Contact"), Align::left, true},
               {"phone", translatable("Phone")},
               {"address", translatable("Address"), Align::left, true},
               {"people", translatable("People"), Align::right},
               {"tags", translatable("Tags"), Align::left, true},
               k_from,
               k_until},
              {},
              {}};
  for (const auto& [household, grid, days, tags, labels] : lines)
    table.rows.push_back({household.code, grid, name_cell(household.name, data),
                          phone_cell(household.phone, data), address_cell(household.address, data),
                          people_cell(household), labels_cell(labels), first_day_cell(days),
                          last_day_cell(days)});
  return table;
}

}  // namespace

Document area_list(const std::vector<AreaLine>& lines, Day day) {
  Table data{{},
             {},
             {{"area", translatable("Area")},
              {"name", translatable_in("area", "Name")},
              {"kind", translatable("Kind")},
              {"parent", translatable("Part of")}},
             {},
             {}};
  for (const auto& line : lines)
    data.rows.push_back(
        {line.area.code, line.area.name, kind_cell(line.area.kind), text_cell(line.parent)});
  auto document = list("areas", translatable("Areas"), message("on {0}", to_string(day)), data);
  document.tables.push_back(area_tree(lines));
  return document;
}

Document worker_list(const std::vector<WorkerLine>& lines, Day day, PersonalData data) {
  Table table{{},
              {},
              {k_worker,
               {"name", translatable_in("person", "Name")},
               {"phone", translatable("Phone")},
               {"grids", translatable("Grids"), Align::left, true}},
              {},
              {}};
  for (const auto& [worker, grids] : lines)
    table.rows.push_back({worker.code, worker.name, phone_cell(worker.phone, data), grids});
  return list("workers", translatable("Workers"), message("on {0}", to_string(day)),
              std::move(table));
}

Document household_list(const std::vector<HouseholdLine>& lines, const Shown& shown,
                        PersonalData data) {
  Table table{{},
              {},
              {k_household,
               k_grid,
               {"address", translatable("Address")},
               {"building", translatable("Building")},
               {"unit", translatable("Unit")},
               {"room", translatable("Room")},
               {"name", translatable("Contact")},
               {"phone", translatable("Phone")},
               {"people", translatable("People"), Align::right},
               {"situation", translatable("Situation")},
               {"difficulties", translatable("Difficulties")},
               {"needs", translatable("Needs")},
               k_from,
               k_until,
               {"tags", translatable("Tags")}},
              {},
              {}};
  for (const auto& [household, grid, days, tags, labels] : lines)
    table.rows.push_back(
        {household.code, grid, address_cell(household.address, data), text_cell(household.building),
         note_cell(household.unit, data), note_cell(household.room, data),
         name_cell(household.name, data), phone_cell(household.phone, data), people_cell(household),
         note_cell(household.situation, data), note_cell(household.difficulties, data),
         note_cell(household.needs, data), first_day_cell(days), last_day_cell(days), tags});
  auto document =
      list("households", translatable("Households"), shown_days(shown), std::move(table));
  document.tables.push_back(household_overview(lines, data));
  return document;
}

Document assignment_list(const std::vector<AssignmentLine>& lines, const Shown& shown) {
  Table table{{},
              {},
              {k_worker,
               {"name", translatable_in("person", "Name")},
               k_grid,
               {"grid_name", translatable("Name of the grid"), Align::left, true},
               {"role", translatable("Role")},
               k_from,
               k_until},
              {},
              {}};
  for (const auto& line : lines)
    table.rows.push_back({line.worker, line.worker_name, line.grid, line.grid_name,
                          role_cell(line.role), first_day_cell(line.days),
                          last_day_cell(line.days)});
  return list("assignments", translatable("Assignments"), shown_days(shown), std::move(table));
}

Document leave_list(const std::vector<LeaveLine>& lines, const Shown& shown) {
  Table table{{},
              {},
              {k_worker,
               {"name", translatable_in("person", "Name")},
               k_from,
               k_until,
               {"kind", translatable("Kind"), Align::left, true}},
              {},
              {}};
  for (const auto& line : lines)
    table.rows.push_back({line.worker, line.worker_name, first_day_cell(line.days),
                          last_day_cell(line.days), leave_kind_cell(line.kind)});
  return list("leaves", translatable("Leave"), shown_days(shown), std::move(table));
}

Document tag_list(const std::vector<TagLine>& lines, const Shown& shown, PersonalData data) {
  Table table{{}, {}, {k_household, {"tag", translatable("Tag")}, k_from, k_until, k_note}, {}, {}};
  auto people = table;
  people.key = "tags";
  people.columns.insert(people.columns.begin() + 2, {"name", translatable("Meaning")});
  for (const auto& line : lines) {
    std::vector<Cell> row{line.household, line.category, first_day_cell(line.days),
                          last_day_cell(line.days), note_cell(line.note, data)};
    table.rows.push_back(row);
    row.insert(row.begin() + 2, line.label);
    people.rows.push_back(std::move(row));
  }
  auto document = list("tags", translatable("Tags"), shown_days(shown), std::move(table));
  document.tables.push_back(std::move(people));
  return document;
}

Document patrol_list(const std::vector<PatrolLine>& lines, const DayRange& days,
                     PersonalData data) {
  Table table{
      {},
      {},
      {k_grid, k_worker, {"day", translatable("Day")}, {"half", translatable("Half-day")}, k_note},
      {},
      {}};
  for (const auto& line : lines)
    table.rows.push_back(
        {line.grid, line.worker, line.day, half_day_cell(line.half), note_cell(line.note, data)});
  return list("patrols", translatable("Patrols"),
              message("{0} to {1}", to_string(days.first), to_string(days.last)), std::move(table));
}

Document category_list(const std::vector<Category>& categories) {
  Table table{{},
              {},
              {{"tag", translatable("Tag")},
               {"name_zh", translatable("Chinese name")},
               {"name_en", translatable("English name")},
               {"groups", translatable("Groups")}},
              {},
              {}};
  for (const auto& category : categories)
    table.rows.push_back({category.code, category.name_zh, category.name_en, category.groups});
  return list("categories", translatable("Categories of households"), {}, std::move(table));
}

}  // namespace gridvisit::report
