#include "gridvisit/report/check_list.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Verdict;

struct Finding {
  Word what;
  std::int64_t done = 0;
  std::int64_t required = 0;
};

struct FindingOf {
  bool pace = false;
  bool open = false;  // the report's period still runs

  std::optional<Finding> operator()(std::monostate) const { return std::nullopt; }
  std::optional<Finding> operator()(const compliance::WorkerResult& result) const {
    if (!result.year) return of_verdict(result.verdict, result.done, result.required);
    const auto& year = *result.year;
    if (year.verdict == Verdict::missed)
      return Finding{word_of(Verdict::missed), year.done, year.required_full};
    if (pace && !year.on_pace && year.verdict != Verdict::exempt)
      return Finding{pace_word(false), year.done, year.required};
    return std::nullopt;
  }
  std::optional<Finding> operator()(const compliance::Tally& tally) const {
    if (tally.missed == 0) return std::nullopt;
    return Finding{word_of(Verdict::missed), tally.met, tally.total()};
  }
  std::optional<Finding> operator()(const compliance::GridResult& result) const {
    return of_verdict(result.verdict, result.done, result.required);
  }
  /// Grids of a worker: as long as the period runs, patrols are due and not missed.
  std::optional<Finding> operator()(const compliance::MetOf& counted) const {
    if (open || counted.met.part == counted.met.whole) return std::nullopt;
    return Finding{word_of(Verdict::missed), counted.met.part, counted.met.whole};
  }

  static std::optional<Finding> of_verdict(Verdict verdict, std::int64_t done,
                                           std::int64_t required) {
    if (verdict != Verdict::missed) return std::nullopt;
    return Finding{word_of(Verdict::missed), done, required};
  }
};

std::string title_of_rule(const compliance::Report& report, const std::string& id,
                          l10n::Language language) {
  return title_of(*std::ranges::find(report.rules, id, &Rule::id), language);
}

}  // namespace

std::vector<Shortfall> shortfalls_of(const compliance::Report& report, const Names& names,
                                     bool pace) {
  const FindingOf finding_of{.pace = pace, .open = report.today <= report.period.last};
  std::vector<Shortfall> shortfalls;
  for (const auto& row : report.rows) {
    const auto subject = subject_of(row, names);
    for (std::size_t rule = 0; rule < row.results.size(); ++rule)
      if (const auto found = std::visit(finding_of, row.results[rule]))
        shortfalls.push_back({subject.code, subject.name, report.rules[rule].id, found->what,
                              found->done, found->required});
  }
  return shortfalls;
}

Document check_list(const compliance::Report& report, const std::vector<Shortfall>& shortfalls,
                    const std::optional<Day>& known_on, l10n::Language language) {
  Document document;
  document.key = "check";
  document.title = message("Shortfalls of {0}", to_string(report.period));
  if (known_on) document.facts.push_back({"known_on", translatable("Known on"), *known_on});
  document.data = {"shortfalls",
                   {},
                   {{"code", translatable("Code")},
                    {"name", translatable("Name"), Align::left, true},
                    {"rule", translatable("Rule")},
                    {"what", translatable("Result")},
                    {"done", translatable("Done"), Align::right},
                    {"required", translatable("Required"), Align::right}},
                   {},
                   {}};
  auto people = document.data;
  for (const auto& shortfall : shortfalls) {
    const auto& [code, name, rule, what, done, required] = shortfall;
    document.data.rows.push_back({code, name, rule, what, done, required});
    people.rows.push_back(
        {code, name, title_of_rule(report, rule, language), what, done, required});
  }
  document.tables = {std::move(people)};
  return document;
}

}  // namespace gridvisit::report
