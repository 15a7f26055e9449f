#include "gridvisit/report/feasibility_explanation.hpp"

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

/// `special-monthly 2026-11 2026-12; annual-door-visit 2026`: rules with their periods.
std::string owed_text(const NeedyRow& row) {
  std::vector<std::string> parts;
  std::string rule;
  for (const auto& owed : row.owed) {
    if (owed.rule.id != rule) parts.push_back(rule = owed.rule.id);
    parts.back() += " " + to_string(owed.period);
  }
  return join(parts, "; ");
}

Table households_table(const FeasibilityExplanation& explanation) {
  Table table{"households",
              translatable("Households that still need visits"),
              {{"household", translatable("Household")},
               {"needed", translatable("Visits needed"), Align::right},
               {"owes", translatable("Owes"), Align::left, true}},
              {},
              {}};
  for (const auto& row : explanation.households)
    table.rows.push_back({row.household, row.months, owed_text(row)});
  return table;
}

std::vector<Message> formulas_of(const compliance::GridFeasibility& numbers) {
  std::vector<Message> notes;
  notes.push_back(
      message("Visits needed: the sum over the households, each counted in the fewest "
              "months that serve all its periods = {0}.",
              numbers.needed));
  notes.push_back(
      message("Quota: what the year still asks of the responsible worker (whole year - "
              "done) = {0}.",
              numbers.minimum));
  notes.push_back(
      message("A month: the greater of {0} and {1} / {2} (months left), rounded up = {3}.",
              numbers.needed, numbers.minimum, numbers.months_left, numbers.pace()));
  if (const auto pace = numbers.pace_a_day_tenths())
    notes.push_back(
        message("A day: the greater of {0} and {1} / {2} (working days left), rounded up "
                "= {3}.",
                numbers.needed, numbers.minimum, numbers.days_left,
                fmt::format("{}.{}", *pace / 10, *pace % 10)));
  notes.push_back(message("What the days hold: {0} x {1} a day = {2}.", numbers.days_left,
                          numbers.per_day, numbers.days_left * numbers.per_day));
  return notes;
}

Table record_of(const FeasibilityExplanation& explanation) {
  const auto& [code, name, responsible, numbers] = explanation.outlook;
  return {"explanation",
          {},
          {{"rule", {}},
           {"subject", {}},
           {"today", {}},
           {"data", {}},
           {"needed", {}},
           {"minimum", {}},
           {"months_left", {}},
           {"pace", {}},
           {"days_left", {}},
           {"per_day", {}}},
          {{std::string{"feasibility"}, code, explanation.today, explanation.data_version,
            numbers.needed, numbers.minimum, numbers.months_left, numbers.pace(), numbers.days_left,
            numbers.per_day}},
          {}};
}

}  // namespace

Document feasibility_explanation_document(const FeasibilityExplanation& explanation) {
  const auto& outlook = explanation.outlook;
  Document document;
  document.key = "explanation";
  document.title = message("feasibility: {0} {1}", outlook.code, outlook.name);
  document.facts = {{"today", translatable("Today"), explanation.today},
                    {"responsible", translatable("Responsible"),
                     outlook.responsible.empty() ? Cell{} : Cell{outlook.responsible}},
                    {"data", translatable("Data version"), explanation.data_version}};
  document.tables = {households_table(explanation)};
  document.nested_json = nested_record(record_of(explanation), document.tables);
  document.notes = formulas_of(outlook.feasibility);
  return document;
}

}  // namespace gridvisit::report
