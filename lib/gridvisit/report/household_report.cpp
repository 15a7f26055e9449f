#include "gridvisit/report/household_report.hpp"

#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

/// The day of the last visit that counted.
Cell last_counted(const Explanation& rule) {
  Cell last;
  for (const auto& visit : rule.visits)
    if (visit.reason == compliance::Reason::counted && !visit.void_reason) last = visit.day;
  return last;
}

std::vector<Cell> row_of(const Explanation& rule, const std::string& title) {
  const auto& judged = *rule.household;
  return {title,
          to_string(rule.window.period),
          judged.done,
          judged.required,
          word_of(judged.verdict),
          last_counted(rule),
          rule.window.period.last};
}

}  // namespace

Document household_report(const std::string& code, const Period& period,
                          const std::vector<Explanation>& rules, l10n::Language language,
                          const std::optional<Day>& known_on) {
  Document document;
  document.key = "household_rules";
  document.title = message("Household {0} in {1}", code, to_string(period));
  if (known_on) document.facts.push_back({"known_on", translatable("Known on"), *known_on});
  Table table{"rules",
              {},
              {{"rule", translatable("Rule")},
               {"period", translatable("Period")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right},
               {"verdict", translatable("Result")},
               {"last_counted", translatable("Last counted")},
               {"deadline", translatable("Deadline")}},
              {},
              {}};
  document.data = table;
  for (const auto& rule : rules) {
    table.rows.push_back(row_of(rule, title_of(rule.rule, language)));
    document.data.rows.push_back(row_of(rule, rule.rule.id));
  }
  document.tables = {std::move(table)};
  if (rules.empty()) document.notes = {message("No rule asks for this household in the period.")};
  return document;
}

}  // namespace gridvisit::report
