#include "gridvisit/report/compliance_report.hpp"

#include <algorithm>
#include <iterator>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/report/basis.hpp"
#include "gridvisit/report/compliance_parts.hpp"

namespace gridvisit::report {
namespace {

Message title_message(const compliance::Report& report, std::string_view kind) {
  const auto period = to_string(report.period);
  if (kind == "year") return message("Visits in the year {0}", period);
  if (kind == "month") return message("Visits in the month {0}", period);
  return message("Visits in the period {0}", period);
}

Message period_message(const compliance::Report& report) {
  const auto first = to_string(report.period.first), last = to_string(report.period.last);
  if (report.today <= report.period.last) return message("{0} to {1}, still running", first, last);
  return message("{0} to {1}, closed", first, last);
}

Message scope_message(const Names& names, const Statement& statement) {
  if (!statement.worker.empty()) return message("worker {0}", statement.worker);
  if (statement.area.empty()) return message("everything on record");
  const auto* area = names.areas.find(statement.area);
  return message("area {0} {1}", statement.area, area ? area->name : std::string{});
}

Message closing_message(const ClosingStatement& statement) {
  const auto& [month, at, by, today, data] = statement.closing;
  if (statement.differs)
    return message("{0} by {1}, from {2}; changed since: `month diff {3}`", to_string(at), by, data,
                   to_string(month));
  return message("{0} by {1}, from {2}; unchanged since", to_string(at), by, data);
}

std::vector<Fact> facts_of(const compliance::Report& report, const Names& names,
                           const Statement& statement) {
  std::vector<Fact> facts{
      {"period", translatable("Period"), period_message(report)},
      {"reference_day", translatable("Reference day"), report.reference},
      {"today", translatable("Today"), report.today},
      {"policy", translatable("Policy"), policy_message(report.policy_name, report.policy_from)},
      {"scope", translatable("Scope"), scope_message(names, statement)},
      {"data", translatable("Data version"), statement.data_version},
  };
  if (statement.known_on)
    facts.push_back({"known_on", translatable("Known on"), *statement.known_on});
  if (statement.closing)
    facts.push_back(
        {"closed", translatable_in("month", "Closed"), closing_message(*statement.closing)});
  return facts;
}

}  // namespace

SubjectName subject_of(const compliance::Row& row, const Names& names) {
  if (const auto* id = std::get_if<WorkerId>(&row.subject)) {
    const auto& worker = referred_to(names.workers, *id);
    return {worker.code, worker.name};
  }
  if (const auto* id = std::get_if<AreaId>(&row.subject))
    if (const auto* area = names.areas.find(*id)) return {area->code, area->name};
  return {};
}

std::string code_of(AreaId area, const Names& names) {
  const auto* found = names.areas.find(area);
  return found ? found->code : std::string{};
}

std::string rows_by(const compliance::Report& report) {
  switch (report.by) {
    case compliance::RowsBy::worker:
      return "worker";
    case compliance::RowsBy::grid:
      return "grid";
    case compliance::RowsBy::area:
      break;
  }
  return report.area_kind;
}

Document compliance_report(const compliance::Report& report, const Names& names,
                           const Statement& statement,
                           const std::optional<compliance::Overview>& overview) {
  Document document;
  document.key = "compliance";
  document.title = title_message(report, statement.kind);
  document.facts = facts_of(report, names, statement);
  document.basis = facts_of({.period = report.period,
                             .reference_day = report.reference,
                             .policy = report.policy_name,
                             .policy_from = report.policy_from,
                             .data_version = statement.data_version,
                             .known_on = statement.known_on});
  document.tables = people_tables_of(report, names, statement);
  if (statement.details) {
    for (auto& table : year_tables(report, names, statement.language))
      document.tables.push_back(std::move(table));
    document.tables.push_back(owed_table(report, names, statement.language));
  }
  document.notes = legend_of(report, statement);
  if (overview) {
    document.figures = figures_of(report, *overview, names, statement);
    std::ranges::move(notes_of(*overview), std::back_inserter(document.notes));
  }
  document.data = tidy_rows(report, names, statement);
  document.nested_json = nested_json(report, names, statement);
  return document;
}

}  // namespace gridvisit::report
