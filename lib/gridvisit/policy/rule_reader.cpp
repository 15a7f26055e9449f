#include "gridvisit/policy/rule_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "gridvisit/policy/fields.hpp"

namespace gridvisit::policy_file {
namespace {

constexpr std::array k_subjects{Subject::worker, Subject::household, Subject::grid};
constexpr std::array k_counts{Count::households, Count::visits, Count::days};
constexpr std::array k_worker_credits{Credit::anywhere, Credit::own_grids};
constexpr std::array k_household_credits{Credit::anyone, Credit::responsible};
constexpr std::array k_prorates{Prorate::days, Prorate::none};
constexpr std::array k_period_kinds{PeriodKind::day,   PeriodKind::week,    PeriodKind::half_month,
                                    PeriodKind::month, PeriodKind::quarter, PeriodKind::half_year,
                                    PeriodKind::year};

template <class Value, std::size_t size>
std::array<Word<Value>, size> words_of(const std::array<Value, size>& values) {
  std::array<Word<Value>, size> result{};
  for (std::size_t at = 0; at < size; ++at) result[at] = {to_string(values[at]), values[at]};
  return result;
}

template <class Value, std::size_t size>
std::optional<Value> choice(Fields& fields, std::string_view key,
                            const std::array<Value, size>& values) {
  const auto words = words_of(values);
  return fields.choice<Value>(key, words);
}

template <class Value, std::size_t size>
std::optional<std::vector<Value>> choices(Fields& fields, std::string_view key,
                                          const std::array<Value, size>& values) {
  const auto words = words_of(values);
  return fields.choices<Value>(key, words);
}

void refuse_unknown_keys(Fields& fields) {
  static const std::vector<std::string> k_keys{"id",      "title",      "title_en", "source",
                                               "subject", "tagged",     "modes",    "outcomes",
                                               "count",   "at_least",   "every",    "average_over",
                                               "credit",  "grace_days", "prorate",  "in"};
  fields.refuse_others_than(k_keys);
}

/// Keys that only rules on some subjects have.
void refuse_keys_of_others(Fields& fields, Subject subject) {
  struct Limit {
    std::string_view key;
    std::vector<Subject> subjects;
  };
  using enum Subject;
  static const std::array k_limits{
      Limit{"tagged", {household}},        Limit{"grace_days", {household}},
      Limit{"average_over", {worker}},     Limit{"prorate", {worker}},
      Limit{"modes", {worker, household}}, Limit{"outcomes", {worker, household}},
      Limit{"count", {worker, household}}, Limit{"credit", {worker, household}},
  };
  for (const auto& [key, subjects] : k_limits)
    if (fields.has(key) && std::ranges::find(subjects, subject) == subjects.end())
      fields.refuse(key, message("A rule on a {0} has no {1}.", to_string(subject), key),
                    message("Leave the line out."));
}

void read_names(Fields& fields, Rule& rule) {
  fields.require("id");
  rule.id = fields.code("id").value_or("");
  const auto title = fields.text("title");
  const auto title_en = fields.text("title_en");
  rule.title = title.value_or(title_en.value_or(rule.id));
  rule.title_en = title_en.value_or(rule.title);
  rule.source = fields.text("source").value_or("");
}

void read_credit(Fields& fields, Rule& rule) {
  if (rule.subject == Subject::grid) return;
  const bool of_worker = rule.subject == Subject::worker;
  const auto credit = choice(fields, "credit", of_worker ? k_worker_credits : k_household_credits);
  rule.credit = credit.value_or(of_worker ? Credit::anywhere : Credit::anyone);
}

void read_average(Fields& fields, Rule& rule) {
  if (rule.subject != Subject::worker) return;
  constexpr std::array k_averages{PeriodKind::year};
  rule.average_over_year = choice(fields, "average_over", k_averages).has_value();
  if (rule.average_over_year && rule.every != PeriodKind::month)
    fields.refuse("average_over", message("Only a rule for every month can be averaged."),
                  message("Write every = \"month\", or leave average_over out."));
}

/// Days that the shortest period of a kind has.
int fewest_days(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::day:
      return 1;
    case PeriodKind::week:
      return 7;
    case PeriodKind::half_month:
      return 13;
    case PeriodKind::month:
      return 28;
    case PeriodKind::quarter:
      return 90;
    case PeriodKind::half_year:
      return 181;
    case PeriodKind::year:
      return 365;
  }
  std::abort();
}

/// The most that a subject can do in the shortest period; nothing if there is no bound.
std::optional<int> most_possible(const Rule& rule) {
  constexpr int k_half_days = 2;  // a patrol requirement is for each working day
  if (rule.subject == Subject::grid) return k_half_days;
  if (rule.count == Count::days) return fewest_days(rule.every);
  if (rule.subject == Subject::worker) return std::nullopt;
  return rule.count == Count::households ? 1 : fewest_days(rule.every);
}

void refuse_impossible(Fields& fields, const Rule& rule) {
  const auto most = most_possible(rule);
  if (!most || rule.at_least <= *most) return;
  fields.refuse("at_least", message("So much can never be reached: {0} is the most.", *most),
                message("Write a smaller number, or choose a longer period."));
}

}  // namespace

Rule read_rule(const Table& table, std::vector<Problem>& problems) {
  Fields fields{table, problems};
  Rule rule;
  refuse_unknown_keys(fields);
  read_names(fields, rule);
  for (const auto* key : {"subject", "at_least", "every"}) fields.require(key);
  const auto subject = choice(fields, "subject", k_subjects);
  rule.at_least = fields.number("at_least", 1).value_or(1);
  rule.every = choice(fields, "every", k_period_kinds).value_or(PeriodKind::month);
  rule.in = fields.codes("in");
  if (!subject) return rule;  // what else is allowed depends on it
  rule.subject = *subject;
  refuse_keys_of_others(fields, *subject);
  rule.tagged = fields.codes("tagged");
  if (auto modes = choices(fields, "modes", k_modes)) rule.modes = std::move(*modes);
  if (auto outcomes = choices(fields, "outcomes", k_outcomes)) rule.outcomes = std::move(*outcomes);
  rule.count = choice(fields, "count", k_counts)
                   .value_or(*subject == Subject::worker ? Count::households : Count::days);
  rule.grace_days = fields.number("grace_days", 0).value_or(0);
  rule.prorate = choice(fields, "prorate", k_prorates).value_or(Prorate::days);
  read_credit(fields, rule);
  read_average(fields, rule);
  refuse_impossible(fields, rule);
  return rule;
}

}  // namespace gridvisit::policy_file
