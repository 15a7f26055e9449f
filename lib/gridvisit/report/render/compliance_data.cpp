#include <fmt/format.h>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/format/json.hpp"
#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/result_fields.hpp"

namespace gridvisit::report {
namespace {

using compliance::Row;
using compliance::RuleResult;

/// The code of a row; "-" is a word of ours, not text that somebody filled in.
Cell code_cell(const Row& row, const SubjectName& subject) {
  if (std::holds_alternative<std::monostate>(row.subject)) return Word{"-", {}};
  return subject.code;
}

bool applies(const RuleResult& result) {
  return !std::holds_alternative<std::monostate>(result);
}

Table empty_rows() {
  Table table{"compliance", {}, {}, {}, {}};
  for (const std::string_view key : {"report",
                                     "period",
                                     "reference_day",
                                     "by",
                                     "code",
                                     "name",
                                     "rule",
                                     "verdict",
                                     "done",
                                     "required",
                                     "met",
                                     "due",
                                     "missed",
                                     "exempt",
                                     "total",
                                     "coverage",
                                     "year_done",
                                     "year_required",
                                     "year_required_full",
                                     "average",
                                     "on_pace",
                                     "needed",
                                     "year_verdict"})
    table.columns.push_back({key, {}});
  return table;
}

std::vector<Cell> tidy_row(const Table& table, std::vector<ResultField> fields) {
  std::vector<Cell> cells(table.columns.size());
  for (auto& field : fields)
    for (std::size_t column = 0; column < cells.size(); ++column)
      if (table.columns[column].key == field.key) cells[column] = std::move(field.value);
  return cells;
}

void write_value(format::JsonWriter& json, const Cell& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    json.number(*number);
  else if (const auto* yes = std::get_if<bool>(&value))
    json.boolean(*yes);
  else if (const auto* text = std::get_if<std::string>(&value))
    json.string(*text);
  else if (const auto* decimal = std::get_if<Tenths>(&value))
    json.string(fmt::format("{}.{}", decimal->value / 10, decimal->value % 10));
  else if (const auto* said = std::get_if<Word>(&value))
    json.string(said->key);
  else
    json.null();
}

void write_text(format::JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key).string(text);
}

/// A day as text, or null where there is no day.
void write_day(format::JsonWriter& json, std::string_view key, const std::optional<Day>& day) {
  json.key(key);
  if (day)
    json.string(to_string(*day));
  else
    json.null();
}

void write_rules(format::JsonWriter& json, const compliance::Report& report,
                 const std::vector<RuleResult>& results) {
  json.key("rules").begin_array();
  for (std::size_t rule = 0; rule < results.size(); ++rule) {
    if (!applies(results[rule])) continue;
    json.begin_object();
    write_text(json, "rule", report.rules[rule].id);
    for (const auto& field : fields_of(results[rule])) {
      json.key(field.key);
      write_value(json, field.value);
    }
    json.end_object();
  }
  json.end_array();
}

void write_row(format::JsonWriter& json, const compliance::Report& report, const Row& row,
               const Names& names) {
  const auto subject = subject_of(row, names);
  json.begin_object();
  write_text(json, "code", subject.code);
  write_text(json, "name", subject.name);
  if (report.by == compliance::RowsBy::worker) {
    json.key("grids").begin_array();
    for (const auto grid : row.grids) json.string(code_of(grid, names));
    json.end_array();
  }
  write_rules(json, report, row.results);
  json.end_object();
}

/// How the month was closed, or null.
void write_closing(format::JsonWriter& json, const std::optional<ClosingStatement>& statement) {
  json.key("closed");
  if (!statement) {
    json.null();
    return;
  }
  const auto& closing = statement->closing;
  json.begin_object();
  write_text(json, "at", to_string(closing.at));
  write_text(json, "by", closing.by);
  write_text(json, "data", closing.data_version);
  json.key("differs").boolean(statement->differs);
  json.end_object();
}

void write_head(format::JsonWriter& json, const compliance::Report& report,
                const Statement& statement) {
  write_text(json, "report", std::string{statement.kind});
  write_text(json, "period", to_string(report.period));
  write_day(json, "reference_day", report.reference);
  write_day(json, "today", report.today);
  json.key("policy").begin_object();
  write_text(json, "name", report.policy_name);
  write_day(json, "from",
            report.policy_from == k_beginning ? std::nullopt : std::optional{report.policy_from});
  json.end_object();
  write_text(json, "by", rows_by(report));
  write_text(json, "area", statement.area);
  write_text(json, "worker", statement.worker);
  write_text(json, "data", statement.data_version);
  write_day(json, "known_on", statement.known_on);
  write_closing(json, statement.closing);
}

void write_owed(format::JsonWriter& json, const compliance::Report& report, const Names& names) {
  json.key("owed").begin_array();
  for (const auto& owed : sorted_owed(report, names)) {
    json.begin_object();
    write_text(json, "household", referred_to(names.households, owed.household).code);
    write_text(json, "grid", code_of(owed.grid, names));
    write_text(json, "rule", report.rules[owed.rule].id);
    write_text(json, "period", to_string(owed.period));
    write_text(json, "verdict", std::string{to_string(owed.verdict)});
    json.key("done").number(owed.done);
    json.key("required").number(owed.required);
    write_text(json, "responsible",
               owed.responsible ? referred_to(names.workers, *owed.responsible).code : "-");
    json.end_object();
  }
  json.end_array();
}

}  // namespace

Table tidy_rows(const compliance::Report& report, const Names& names, const Statement& statement) {
  auto table = empty_rows();
  for (const auto& row : report.rows) {
    const auto subject = subject_of(row, names);
    for (std::size_t rule = 0; rule < row.results.size(); ++rule) {
      if (!applies(row.results[rule])) continue;
      std::vector<ResultField> fields{
          {"report", {}, std::string{statement.kind}}, {"period", {}, to_string(report.period)},
          {"reference_day", {}, report.reference},     {"by", {}, rows_by(report)},
          {"code", {}, code_cell(row, subject)},       {"name", {}, subject.name},
          {"rule", {}, report.rules[rule].id}};
      for (auto& field : fields_of(row.results[rule])) fields.push_back(std::move(field));
      table.rows.push_back(tidy_row(table, std::move(fields)));
    }
  }
  return table;
}

std::string nested_json(const compliance::Report& report, const Names& names,
                        const Statement& statement) {
  format::JsonWriter json{format::JsonLayout::indented};
  json.begin_object();
  write_head(json, report, statement);
  json.key("rows").begin_array();
  for (const auto& row : report.rows) write_row(json, report, row, names);
  json.end_array();
  json.key("total").begin_object();
  write_rules(json, report, report.total);
  json.end_object();
  if (statement.details) write_owed(json, report, names);
  json.end_object();
  return json.text();
}

}  // namespace gridvisit::report
