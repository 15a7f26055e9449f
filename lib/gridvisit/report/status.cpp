#include "gridvisit/report/status.hpp"

#include <fmt/format.h>

#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Tally;
using compliance::WorkerResult;

Cell number_or_nothing(const std::optional<std::int64_t>& number) {
  return number ? Cell{*number} : Cell{};
}

Cell tenths_or_nothing(const std::optional<std::int64_t>& number) {
  return number ? Cell{Tenths{*number}} : Cell{};
}

std::string of_two(std::int64_t part, std::int64_t whole) {
  return fmt::format("{}/{}", part, whole);
}

std::vector<Cell> worker_cells(const Rule& rule, const WorkerResult& result,
                               l10n::Language language) {
  std::vector<Cell> cells{title_of(rule, language), of_two(result.done, result.required),
                          word_of(result.verdict)};
  if (!result.year) {
    cells.resize(6);
    return cells;
  }
  cells.push_back(tenths_or_nothing(result.year->average_tenths));
  cells.emplace_back(pace_word(result.year->on_pace));
  cells.push_back(number_or_nothing(result.year->needed));
  return cells;
}

Table quota_table() {
  return {"quotas",
          translatable("My visits"),
          {{"rule", translatable("Rule")},
           {"month", translatable("This month"), Align::right},
           {"verdict", translatable("Result")},
           {"average", translatable("Year's average"), Align::right},
           {"pace", translatable("Pace")},
           {"needed", translatable("Needed a month"), Align::right}},
          {},
          {}};
}

Table coverage_table() {
  return {"households",
          translatable("My households"),
          {{"rule", translatable("Rule")},
           {"met", translatable("Met"), Align::right},
           {"coverage", translatable("%"), Align::right},
           {"due", translatable("Due"), Align::right},
           {"missed", translatable("Missed"), Align::right},
           {"exempt", translatable("Exempt"), Align::right}},
          {},
          {}};
}

std::vector<Cell> coverage_cells(const Rule& rule, const Tally& tally, l10n::Language language) {
  return {title_of(rule, language),
          of_two(tally.met, tally.total()),
          tenths_or_nothing(tenths(tally.coverage(), 100)),
          tally.due,
          tally.missed,
          tally.exempt};
}

std::vector<Column> machine_columns() {
  return {{"rule", translatable("Rule")},
          {"verdict", translatable("Result")},
          {"done", translatable("Done")},
          {"required", translatable("Required")},
          {"average", translatable("Year's average")},
          {"on_pace", translatable("Pace")},
          {"needed", translatable("Needed a month")},
          {"met", translatable("Met")},
          {"due", translatable("Due")},
          {"missed", translatable("Missed")},
          {"exempt", translatable("Exempt")},
          {"coverage", translatable("%")}};
}

std::vector<Cell> machine_row(const Rule& rule, const compliance::RuleResult& result) {
  std::vector<Cell> cells{rule.id};
  if (const auto* worker = std::get_if<WorkerResult>(&result)) {
    cells.insert(cells.end(), {word_of(worker->verdict), worker->done, worker->required});
    if (const auto& year = worker->year)
      cells.insert(cells.end(), {tenths_or_nothing(year->average_tenths), Cell{year->on_pace},
                                 number_or_nothing(year->needed)});
  } else if (const auto* tally = std::get_if<Tally>(&result)) {
    cells.resize(7);
    cells.insert(cells.end(), {tally->met, tally->due, tally->missed, tally->exempt,
                               tenths_or_nothing(tenths(tally->coverage(), 100))});
  }
  cells.resize(machine_columns().size());
  return cells;
}

}  // namespace

Document status_document(const Status& status, l10n::Language language) {
  Document document;
  document.key = "status";
  document.title = message("{0}, {1}, as of {2}", status.worker, to_string(status.report.period),
                           to_string(status.report.today));
  document.facts = {
      {"grids", translatable("Grids"), status.grids.empty() ? Cell{} : Cell{status.grids}}};
  document.data = {"status", {}, machine_columns(), {}, {}};
  if (!status.row) {
    document.notes.push_back(message("Not in post this year: no norm asks for visits."));
    return document;
  }
  auto quotas = quota_table();
  auto coverage = coverage_table();
  for (std::size_t index = 0; index < status.report.rules.size(); ++index) {
    const auto& rule = status.report.rules[index];
    const auto& result = status.row->results[index];
    if (const auto* worker = std::get_if<WorkerResult>(&result))
      quotas.rows.push_back(worker_cells(rule, *worker, language));
    if (const auto* tally = std::get_if<Tally>(&result))
      coverage.rows.push_back(coverage_cells(rule, *tally, language));
    document.data.rows.push_back(machine_row(rule, result));
  }
  for (auto* table : {&quotas, &coverage})
    if (!table->rows.empty()) document.tables.push_back(std::move(*table));
  document.notes.push_back(message("`gridvisit due` tells whom to visit next."));
  return document;
}

}  // namespace gridvisit::report
