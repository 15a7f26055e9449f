#include "gridvisit/report/register_records.hpp"

#include <utility>

#include "gridvisit/report/nested_record.hpp"

namespace gridvisit::report {
namespace {

constexpr Shown k_all{Shown::Which::all, {}};

/// What a list shows, as a part of a record; `key` is not one of the record's own.
Document part(Document list, std::string_view key, TextId title) {
  for (auto& table : list.tables) table.title = title;
  list.data.title = title;
  list.data.key = key;
  return list;
}

/// `record` has one row, the record; each of `history` is a list that belongs to it.
Document document_of(std::string_view key, Table record, const std::vector<Document>& history) {
  Document document;
  document.key = key;
  const auto& row = record.rows.front();
  for (std::size_t column = 0; column < row.size(); ++column)
    document.facts.push_back(
        {record.columns[column].key, record.columns[column].label, row[column]});
  std::vector<Table> for_machines;
  for (const auto& list : history) {
    for_machines.push_back(list.data);
    if (!list.data.rows.empty())
      document.tables.push_back(list.tables.empty() ? list.data : list.tables.front());
  }
  document.nested_json = nested_record(record, for_machines);
  document.data = std::move(record);
  if (document.tables.empty()) document.tables.emplace_back();
  return document;
}

Document residence_list(const std::vector<ResidenceLine>& lines) {
  Document document;
  document.data = {{},
                   {},
                   {{"grid", translatable("Grid")},
                    {"grid_name", translatable("Name of the grid")},
                    {"from", translatable("From")},
                    {"until", translatable("Until")}},
                   {},
                   {}};
  for (const auto& line : lines)
    document.data.rows.push_back(
        {line.grid, line.grid_name, first_day_cell(line.days), last_day_cell(line.days)});
  return document;
}

}  // namespace

Document area_document(const AreaRecord& record) {
  return document_of(
      "area", area_list({record.area}, {}).data,
      {part(area_list(record.below, {}), "areas", translatable("Areas below it")),
       part(assignment_list(record.assignments, k_all), "assignments", translatable("Workers"))});
}

Document worker_document(const WorkerRecord& record, PersonalData data) {
  return document_of(
      "worker", worker_list({record.worker}, {}, data).data,
      {part(assignment_list(record.assignments, k_all), "assignments", translatable("Assignments")),
       part(leave_list(record.leaves, k_all), "leaves", translatable("Leave"))});
}

Document household_document(const HouseholdRecord& record, PersonalData data) {
  auto document = document_of(
      "household", household_list({record.household}, k_all, data).data,
      {part(residence_list(record.residences), "residences", translatable("Residences")),
       part(tag_list(record.tags, k_all, data), "tag_history", translatable("Tags"))});
  for (auto& fact : document.facts)
    if (fact.key == "tags") fact.value = labels_cell(record.household.labels);
  return document;
}

}  // namespace gridvisit::report
