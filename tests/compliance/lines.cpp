#include "compliance/lines.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

namespace gridvisit::lines {
namespace {

using namespace compliance;  // NOLINT(google-build-using-namespace): these lines are about it

std::string judged_line(Verdict verdict, std::int64_t done, std::int64_t required) {
  return fmt::format("{} {}/{}", to_string(verdict), done, required);
}

std::string maybe(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "none";
}

struct Says {
  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(const WorkerResult& result) const {
    const auto line = judged_line(result.verdict, result.done, result.required);
    return "worker " + line + (result.year ? ", year " + of(*result.year) : "");
  }
  std::string operator()(const Tally& tally) const {
    return fmt::format("households met {} due {} missed {} exempt {}", tally.met, tally.due,
                       tally.missed, tally.exempt);
  }
  std::string operator()(const GridResult& result) const {
    return "grid " + judged_line(result.verdict, result.done, result.required);
  }
  std::string operator()(const MetOf& result) const {
    return fmt::format("met {} of {}", result.met.part, result.met.whole);
  }
};

std::string subject_line(const decltype(Row::subject)& subject) {
  if (const auto* worker = std::get_if<WorkerId>(&subject))
    return fmt::format("worker {}", worker->value);
  if (const auto* area = std::get_if<AreaId>(&subject)) return fmt::format("area {}", area->value);
  return "nobody";
}

std::string worker_line(const std::optional<WorkerId>& worker) {
  return worker ? fmt::format("worker {}", worker->value) : "nobody";
}

std::string owed_line(const Report& report, const Owed& owed) {
  return fmt::format("owed {} {} by household {} in area {} of {}: {}",
                     report.rules.at(owed.rule).id, gridvisit::to_string(owed.period),
                     owed.household.value, owed.grid.value, worker_line(owed.responsible),
                     judged_line(owed.verdict, owed.done, owed.required));
}

/// A line for each result that says something, by the rules' ids.
void add_results(std::vector<std::string>& lines, const Report& report, const std::string& subject,
                 const std::vector<RuleResult>& results) {
  std::map<std::string, std::string> by_id;
  for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
    if (results.at(rule).index() != 0)
      by_id[report.rules[rule].id] += std::visit(Says{}, results.at(rule));
  for (const auto& [id, says] : by_id)
    lines.push_back(fmt::format("{}, {}: {}", subject, id, says));
}

void add_row(std::vector<std::string>& lines, const Report& report, const Row& row) {
  std::vector<std::int64_t> grids;
  for (const auto grid : row.grids) grids.push_back(grid.value);
  std::ranges::sort(grids);
  const auto subject = subject_line(row.subject);
  lines.push_back(fmt::format("row {} grids {}", subject, fmt::join(grids, " ")));
  add_results(lines, report, subject, row.results);
}

template <class Result>
std::string result_line(const std::optional<Result>& judged) {
  return judged ? judged_line(judged->verdict, judged->done, judged->required) : "out of scope";
}

template <class Result>
std::string household_line(const std::optional<Result>& judged) {
  if (!judged) return "out of scope";
  return fmt::format("{} in area {} of {}", result_line(judged), judged->grid.value,
                     worker_line(judged->responsible));
}

template <class Due>
std::string due_start(const Due& due) {
  return fmt::format("household {} in area {}, priority {}, last {}:", due.household.value,
                     due.grid.value, due.priority,
                     due.last_counted ? gridvisit::to_string(*due.last_counted) : "never");
}

template <class Obligation>
std::string obligation_line(const Obligation& owed, const std::string& rule) {
  return fmt::format(" {} {} {}/{}", rule, gridvisit::to_string(owed.period), owed.done,
                     owed.required);
}

}  // namespace

std::string of(const YearStanding& year) {
  return fmt::format("{} {}/{} of {}, average {}, {}, needed {}", to_string(year.verdict),
                     year.done, year.required, year.required_full, maybe(year.average_tenths),
                     year.on_pace ? "on pace" : "behind", maybe(year.needed));
}

std::vector<std::string> of(const Report& report) {
  std::vector<std::string> result;
  result.push_back(fmt::format("{} at {}, {} from {}", gridvisit::to_string(report.period),
                               gridvisit::to_string(report.reference), report.policy_name,
                               gridvisit::to_string(report.policy_from)));
  for (const auto& row : report.rows) add_row(result, report, row);
  add_results(result, report, "total", report.total);
  std::vector<std::string> owed;
  for (const auto& entry : report.owed) owed.push_back(owed_line(report, entry));
  std::ranges::sort(owed);
  result.insert(result.end(), owed.begin(), owed.end());
  return result;
}

std::string of(const DueHousehold& due) {
  auto line = due_start(due);
  for (const auto& owed : due.obligations) line += obligation_line(owed, owed.rule->id);
  return line;
}

std::string of(const brute_force::Due& due) {
  auto line = due_start(due);
  for (const auto& owed : due.obligations) line += obligation_line(owed, owed.rule);
  return line;
}

std::string of(const std::optional<HouseholdJudgement>& judged) {
  return household_line(judged);
}
std::string of(const std::optional<brute_force::HouseholdResult>& judged) {
  return household_line(judged);
}
std::string of(const std::optional<WorkerJudgement>& judged) {
  return result_line(judged);
}
std::string of(const std::optional<GridJudgement>& judged) {
  return result_line(judged);
}
std::string of(const std::optional<brute_force::Result>& judged) {
  return result_line(judged);
}

std::string difference(const std::vector<std::string>& left,
                       const std::vector<std::string>& right) {
  if (left == right) return {};
  std::string result;
  for (const auto& line : left)
    if (std::ranges::count(right, line) == 0) result += "\n  - " + line;
  for (const auto& line : right)
    if (std::ranges::count(left, line) == 0) result += "\n  + " + line;
  if (result.empty())
    result = fmt::format("\n  another order:\n  - {}\n  + {}", fmt::join(left, "\n  - "),
                         fmt::join(right, "\n  + "));
  return result;
}

}  // namespace gridvisit::lines
