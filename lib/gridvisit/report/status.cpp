#include "gridvisit/report/status.hpp"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/domain/masking.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Tally;
using compliance::WorkerResult;

Cell number_or_nothing(const std::optional<std::int64_t>& number) {
  return number ? Cell{*number} : Cell{};
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

/// The rules' results in tables, for people and for machines.
void add_results(Document& document, const Status& status, l10n::Language language) {
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
}

Quantity percent_of(std::int64_t part, std::int64_t whole) {
  const auto percent = compliance::tenths({part, whole}, 100);
  return percent ? Quantity{Tenths{*percent}} : Quantity{};
}

/// The part of the period that is over at the end of its reference day.
Quantity elapsed(const Period& period, Day reference) {
  return percent_of((reference - period.first).count() + 1, period.days());
}

Bar month_bar(const Rule& rule, const WorkerResult& result, const compliance::Report& report,
              l10n::Language language) {
  return {message("{0}: {1}", to_string(report.period), title_of(rule, language)),
          percent_of(result.done, result.required), elapsed(report.period, report.reference),
          of_two(result.done, result.required), word_of(result.verdict)};
}

/// The year's pace is what the norm asks for by today, of all that it asks for in the year.
Bar year_bar(const Rule& rule, const compliance::YearStanding& year,
             const compliance::Report& report, l10n::Language language) {
  return {message("{0}: {1}", to_string(period_containing(PeriodKind::year, report.reference)),
                  title_of(rule, language)),
          percent_of(year.done, year.required_full), percent_of(year.required, year.required_full),
          of_two(year.done, year.required_full), pace_word(year.on_pace)};
}

Figure quota_figure(const Status& status, l10n::Language language) {
  BarChart chart{translatable("Done"), translatable("The pace"), Unit::percent, {}};
  for (std::size_t index = 0; index < status.report.rules.size(); ++index) {
    const auto* result = std::get_if<WorkerResult>(&status.row->results[index]);
    if (result == nullptr) continue;
    const auto& rule = status.report.rules[index];
    chart.bars.push_back(month_bar(rule, *result, status.report, language));
    if (result->year) chart.bars.push_back(year_bar(rule, *result->year, status.report, language));
  }
  return {"quotas", message("My visits (# done, | where the pace is today)"), {}, std::move(chart)};
}

compliance::Verdict verdict_of(const Tally& tally) {
  if (tally.missed > 0) return compliance::Verdict::missed;
  return tally.due > 0 ? compliance::Verdict::due : compliance::Verdict::met;
}

Figure coverage_figure(const Status& status, l10n::Language language) {
  BarChart chart{translatable("Met"), {}, Unit::percent, {}};
  for (std::size_t index = 0; index < status.report.rules.size(); ++index) {
    const auto* tally = std::get_if<Tally>(&status.row->results[index]);
    if (tally == nullptr || tally->total() == 0) continue;
    chart.bars.push_back({message("{0}", title_of(status.report.rules[index], language)),
                          percent_of(tally->met, tally->total()),
                          {},
                          of_two(tally->met, tally->total()),
                          word_of(verdict_of(*tally))});
  }
  return {"households", message("My households"), {}, std::move(chart)};
}

Table special_table(const Status& status, PersonalData data) {
  Table table{"special",
              translatable("Households owed a visit for their tags"),
              {{"household", translatable("Household")},
               {"name", translatable_in("person", "Name")},
               {"deadline", translatable("By")}},
              {},
              {}};
  for (const auto& entry : status.special)
    table.rows.push_back({entry.household.code, name_cell(entry.household.name, data),
                          entry.owed.front().period.last});
  return table;
}

std::vector<Column> weekday_columns() {
  return {{"mon", translatable_in("weekday", "Mon"), Align::right},
          {"tue", translatable_in("weekday", "Tue"), Align::right},
          {"wed", translatable_in("weekday", "Wed"), Align::right},
          {"thu", translatable_in("weekday", "Thu"), Align::right},
          {"fri", translatable_in("weekday", "Fri"), Align::right},
          {"sat", translatable_in("weekday", "Sat"), Align::right},
          {"sun", translatable_in("weekday", "Sun"), Align::right}};
}

/// The number of the day, in brackets if it is today; below it how many households were called on.
Cell calendar_cell(Day day, const Status& status) {
  const auto number = static_cast<unsigned>(std::chrono::year_month_day{day}.day());
  const auto text =
      day == status.report.today ? fmt::format("[{}]", number) : fmt::format("{}", number);
  const auto visited = status.days.find(day);
  if (visited == status.days.end()) return text;
  return fmt::format("{}\n{}", text, visited->second);
}

/// Weeks from Monday, one a row.
Table calendar_table(const Status& status) {
  Table table{
      "calendar", translatable("Households called on, day by day"), weekday_columns(), {}, {}};
  const auto& month = status.report.period;
  std::vector<Cell> week;
  const auto before = std::chrono::weekday{month.first}.iso_encoding() - 1;
  week.resize(before, std::string{});
  for (auto day = month.first; day <= month.last; day += std::chrono::days{1}) {
    week.push_back(calendar_cell(day, status));
    if (week.size() < table.columns.size() && day != month.last) continue;
    week.resize(table.columns.size(), std::string{});
    table.rows.push_back(std::exchange(week, {}));
  }
  return table;
}

/// The rules that are averaged over the year, in words.
void add_averages(Document& document, const Status& status) {
  for (std::size_t index = 0; index < status.report.rules.size(); ++index) {
    const auto* result = std::get_if<WorkerResult>(&status.row->results[index]);
    if (result == nullptr || !result->year || !result->year->average_tenths) continue;
    const auto average = fmt::format("{}.{}", *result->year->average_tenths / 10,
                                     *result->year->average_tenths % 10);
    const auto& rule = status.report.rules[index];
    document.notes.push_back(
        result->year->needed.value_or(0) > 0
            ? message("The year's average is {0} of {1}; needed a month from now on: {2}.", average,
                      rule.at_least, *result->year->needed)
            : message("The year's average is {0} of {1}.", average, rule.at_least));
  }
}

void add_notes(Document& document, const Status& status, PersonalData data,
               l10n::Language language) {
  add_averages(document, status);
  if (status.special_total > status.special.size())
    document.notes.push_back(message("{0} of {1} households owed a visit for their tags are shown.",
                                     status.special.size(), status.special_total));
  if (const auto& next = status.next) {
    const auto name =
        next->household.name.empty()
            ? next->household.code
            : fmt::format("{} {}", next->household.code,
                          data == PersonalData::masked ? masked_name(next->household.name)
                                                       : next->household.name);
    document.notes.push_back(message("One more visit, to {0}, would settle: {1}.", name,
                                     owed_text(next->owed, language)));
  }
  document.notes.push_back(message("`gridvisit due` tells whom to visit next."));
}

}  // namespace

Document status_document(const Status& status, PersonalData data, l10n::Language language) {
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
  add_results(document, status, language);
  document.figures = {quota_figure(status, language), coverage_figure(status, language)};
  if (!status.special.empty()) document.tables.push_back(special_table(status, data));
  document.tables.push_back(calendar_table(status));
  add_notes(document, status, data, language);
  return document;
}

}  // namespace gridvisit::report
