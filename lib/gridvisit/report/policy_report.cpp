#include "gridvisit/report/policy_report.hpp"

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

Word subject_word(Subject subject) {
  switch (subject) {
    case Subject::worker:
      return {"worker", translatable("worker")};
    case Subject::household:
      return {"household", translatable("household")};
    case Subject::grid:
      break;
  }
  return {"grid", translatable("grid")};
}

Word count_word(Count count) {
  switch (count) {
    case Count::households:
      return {"households", translatable("households")};
    case Count::visits:
      return {"visits", translatable("visits")};
    case Count::days:
      break;
  }
  return {"days", translatable("days")};
}

template <class Value>
std::vector<std::string> names_of(const std::vector<Value>& values) {
  std::vector<std::string> names;
  for (const auto value : values) names.emplace_back(to_string(value));
  return names;
}

/// Words one after another, each in the reader's language.
Cell in_a_row(const std::vector<Mode>& modes) {
  Message row;
  for (const auto mode : modes) {
    row.text += fmt::format("{}{{{}}}", row.text.empty() ? "" : " ", row.arguments.size());
    row.arguments.push_back(to_argument(word_of(mode).label));
  }
  return row;
}

/// Patrols are half-days of working days, in whatever period they are judged.
Cell count_cell(const Rule& rule) {
  if (rule.subject == Subject::grid) return message("half-days a working day");
  return count_word(rule.count);
}

Cell mode_cell(const Rule& rule) {
  if (rule.subject == Subject::grid) return {};
  if (rule.modes.size() == k_modes.size()) return message("any");
  return in_a_row(rule.modes);
}

Cell households_cell(const Rule& rule) {
  if (rule.subject != Subject::household) return {};
  if (rule.tagged.empty()) return message("all");
  return rule.tagged;
}

Cell from_cell(Day from) {
  if (from == k_beginning) return message("the beginning");
  return from;
}

std::vector<Cell> people_row(const Rule& rule) {
  return {rule.id,
          subject_word(rule.subject),
          std::int64_t{rule.at_least},
          count_cell(rule),
          word_of(rule.every),
          mode_cell(rule),
          households_cell(rule)};
}

std::vector<Cell> machine_row(const Policy& policy, const Rule& rule) {
  const bool of_worker = rule.subject == Subject::worker;
  const bool of_grid = rule.subject == Subject::grid;
  return {policy.name,
          policy.from == k_beginning ? Cell{} : Cell{policy.from},
          rule.id,
          rule.title,
          rule.title_en,
          subject_word(rule.subject),
          rule.tagged,
          of_grid ? Cell{} : Cell{names_of(rule.modes)},
          of_grid ? Cell{} : Cell{names_of(rule.outcomes)},
          of_grid ? Cell{} : Cell{count_word(rule.count)},
          std::int64_t{rule.at_least},
          word_of(rule.every),
          rule.average_over_year ? Cell{word_of(PeriodKind::year)} : Cell{},
          of_grid ? Cell{} : Cell{std::string{to_string(rule.credit)}},
          std::int64_t{rule.grace_days},
          of_worker ? Cell{std::string{to_string(rule.prorate)}} : Cell{},
          rule.in,
          rule.source};
}

/// Every field of a rule; empty where a rule of its kind has no such field.
Table rules_for_machines(const Policy& policy) {
  Table table{"rules", {}, {}, {}, {}};
  for (const std::string_view key :
       {"policy", "from", "rule", "title", "title_en", "subject", "tagged", "modes", "outcomes",
        "count", "at_least", "every", "average_over", "credit", "grace_days", "prorate", "in",
        "source"})
    table.columns.push_back({key, {}});
  for (const auto& rule : policy.rules) table.rows.push_back(machine_row(policy, rule));
  return table;
}

}  // namespace

Document policy_document(const Policy& policy, l10n::Language language) {
  Document document;
  document.key = "policy";
  document.title = message("Policy {0}", policy.name);
  document.facts = {{"from", translatable("In force from"), from_cell(policy.from)}};
  Table table{"rules",
              {},
              {{"rule", translatable("Rule")},
               {"subject", translatable("Of each")},
               {"at_least", translatable("At least"), Align::right},
               {"count", translatable("Counts")},
               {"every", translatable("How often")},
               {"modes", translatable("Mode")},
               {"tagged", translatable("Households")}},
              {},
              {}};
  for (const auto& rule : policy.rules) table.rows.push_back(people_row(rule));
  document.tables = {std::move(table)};
  for (const auto& rule : policy.rules) {
    document.notes.push_back(message("{0}: {1}", rule.id, title_of(rule, language)));
    if (rule.average_over_year)
      document.notes.push_back(message("{0} is averaged over the year.", rule.id));
    if (!rule.source.empty())
      document.notes.push_back(message("{0}: source {1}", rule.id, rule.source));
  }
  document.data = rules_for_machines(policy);
  return document;
}

Document policy_list(const PolicyBook& book, Day today) {
  Document document;
  document.key = "policies";
  document.data = {"policies",
                   {},
                   {{"policy", translatable("Policy")},
                    {"from", translatable("In force from")},
                    {"rules", translatable("Rules"), Align::right},
                    {"in_force", translatable("In force today")}},
                   {},
                   {}};
  const auto& current = book.in_force(today);
  for (const auto& policy : book.policies())
    document.data.rows.push_back({policy.name, from_cell(policy.from),
                                  static_cast<std::int64_t>(policy.rules.size()),
                                  &policy == &current});
  return document;
}

Document policy_problems(const std::string& file, const std::vector<Problem>& problems) {
  Document document;
  document.key = "problems";
  document.title = message("Problems of {0}", file);
  document.data = {"problems",
                   {},
                   {{"line", translatable("Line"), Align::right},
                    {"key", translatable("Key")},
                    {"value", translatable("Value"), Align::left, true},
                    {"reason", translatable("Reason")},
                    {"mend", translatable("How to mend it")}},
                   {},
                   {}};
  for (const auto& problem : problems)
    document.data.rows.push_back({problem.line == 0 ? Cell{} : Cell{problem.line}, problem.column,
                                  problem.value, problem.reason, problem.mend});
  return document;
}

}  // namespace gridvisit::report
