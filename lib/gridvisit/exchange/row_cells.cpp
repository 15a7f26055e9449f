#include "gridvisit/exchange/row_cells.hpp"

#include <utility>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/exchange/row_change.hpp"

namespace gridvisit::exchange {
namespace {

/// A day that is an open end is empty.
std::string from_cell(const std::optional<Day>& from) {
  return from && *from != k_beginning ? to_string(*from) : "";
}
std::string until_cell(const std::optional<Day>& until) {
  return until && *until != k_forever ? to_string(*until) : "";
}

std::string instant_cell(const std::optional<std::chrono::sys_seconds>& instant) {
  return instant ? to_string(*instant) : "";
}

std::string times_cell(const std::optional<RowChange>& change) {
  return change ? to_string(change->times) : "";
}

std::string number_cell(const std::optional<VisitId>& visit) {
  return visit ? std::to_string(visit->value) : "";
}

std::string text_cell(const std::optional<std::string>& text) {
  return text.value_or("");
}

void hide(std::string& text) {
  if (!text.empty()) text = k_masked_text;
}
void hide(std::optional<std::string>& text) {
  if (text) hide(*text);
}

/// Moved into their places: an initializer list would copy them.
template <class... Texts>
Cells cells(Texts&&... texts) {
  Cells result;
  result.reserve(sizeof...(texts));
  (result.emplace_back(std::forward<Texts>(texts)), ...);
  return result;
}

template <class Mask>
void replace(std::optional<std::string>& text, Mask masked) {
  if (text) text = masked(*text);
}

}  // namespace

Cells cells_of(const AreaRow& row) {
  return cells(row.code, text_cell(row.name), text_cell(row.kind), text_cell(row.parent),
               times_cell(row.changed_at));
}

Cells cells_of(const WorkerRow& row) {
  return cells(row.code, text_cell(row.name), text_cell(row.phone), times_cell(row.changed_at));
}

Cells cells_of(const AssignmentRow& row) {
  return cells(row.worker, row.grid, to_string(row.role), from_cell(row.from),
               until_cell(row.until), times_cell(row.changed_at));
}

Cells cells_of(const LeaveRow& row) {
  return cells(row.worker, from_cell(row.from), until_cell(row.until), text_cell(row.kind),
               times_cell(row.changed_at));
}

Cells cells_of(const HouseholdRow& row) {
  return cells(row.code, row.grid, text_cell(row.address), text_cell(row.building),
               text_cell(row.unit), text_cell(row.room), text_cell(row.name), text_cell(row.phone),
               row.people ? std::to_string(*row.people) : "", text_cell(row.situation),
               text_cell(row.difficulties), text_cell(row.needs), from_cell(row.from),
               until_cell(row.until), tags_to_string(row.tags), times_cell(row.changed_at));
}

Cells cells_of(const TagRow& row) {
  return cells(row.household, row.category, from_cell(row.from), until_cell(row.until),
               text_cell(row.note), times_cell(row.changed_at));
}

Cells cells_of(const VisitRow& row) {
  return cells(row.household, row.worker, to_string(row.day), to_string(row.mode),
               to_string(row.outcome), row.time ? time_to_string(*row.time) : "", row.note,
               number_cell(row.visit), instant_cell(row.recorded_at), instant_cell(row.voided_at),
               row.void_reason, number_cell(row.replaces));
}

Cells cells_of(const PatrolRow& row) {
  return cells(row.grid, row.worker, to_string(row.day), to_string(row.half), row.note);
}

Cells cells_of(const HolidayRow& row) {
  return cells(to_string(row.day), to_string(row.kind), text_cell(row.name),
               times_cell(row.changed_at));
}

void add_checks(Cells& cells, const Table& table) {
  const auto fields = checked_fields(table);
  if (fields.empty() || cells.back().empty()) return;
  cells.back() += k_check_sign;
  for (std::size_t at = 0; at < fields.size(); ++at) cells.back() += check_of(cells[at]);
}

void mask(WorkerRow& row) {
  replace(row.name, masked_name);
  replace(row.phone, masked_phone);
}

void mask(LeaveRow& row) {
  hide(row.kind);
}

void mask(HouseholdRow& row) {
  replace(row.name, masked_name);
  replace(row.phone, masked_phone);
  replace(row.address, masked_address);
  for (auto* text : {&row.unit, &row.room, &row.situation, &row.difficulties, &row.needs})
    hide(*text);
}

void mask(TagRow& row) {
  hide(row.note);
}

void mask(VisitRow& row) {
  hide(row.note);
  hide(row.void_reason);
}

void mask(PatrolRow& row) {
  hide(row.note);
}

void write_header(format::CsvWriter& csv, const Table& table) {
  for (const auto& column : table.columns) csv.field(name_of(column.field));
  csv.end_row();
}

void write_row(format::CsvWriter& csv, const Table& table, const Cells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (is_free_text(table.columns[at].field))
      csv.free_text(cells[at]);
    else
      csv.field(cells[at]);
  }
  csv.end_row();
}

void write_row(format::JsonWriter& json, const Table& table, const Cells& cells) {
  json.begin_object();
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto field = table.columns[at].field;
    json.key(name_of(field));
    if (cells[at].empty())
      json.null();
    else if (is_number(field))
      json.json(cells[at]);
    else
      json.string(cells[at]);
  }
  json.end_object();
}

}  // namespace gridvisit::exchange
