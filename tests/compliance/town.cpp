#include "compliance/town.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace gridvisit::town {
namespace {

using Fails = std::function<bool(const Town&)>;

/// Leaves out whatever entry of `list` the failure does not need.
template <class List>
bool shrink(Town& town, List Town::*list, const Fails& fails) {
  bool smaller = false;
  for (std::size_t at = (town.*list).size(); at-- > 0;) {
    auto attempt = town;
    auto& entries = attempt.*list;
    entries.erase(std::next(entries.begin(), static_cast<std::ptrdiff_t>(at)));
    if (!fails(attempt)) continue;
    town = std::move(attempt);
    smaller = true;
  }
  return smaller;
}

/// The built-in policy stays as it is.
bool shrink_policies(Town& town, const Fails& fails) {
  bool smaller = false;
  for (std::size_t at = town.policies.size(); at-- > 1;) {
    for (std::size_t rule = town.policies[at].rules.size(); rule-- > 0;) {
      auto attempt = town;
      auto& rules = attempt.policies[at].rules;
      rules.erase(std::next(rules.begin(), static_cast<std::ptrdiff_t>(rule)));
      if (!fails(attempt)) continue;
      town = std::move(attempt);
      smaller = true;
    }
    auto attempt = town;
    attempt.policies.erase(std::next(attempt.policies.begin(), static_cast<std::ptrdiff_t>(at)));
    if (!fails(attempt)) continue;
    town = std::move(attempt);
    smaller = true;
  }
  return smaller;
}

std::string range(const DayRange& days) {
  return fmt::format("{} .. {}", days.first == k_beginning ? "" : to_string(days.first),
                     days.last == k_forever ? "" : to_string(days.last));
}

std::string rule_line(const Rule& rule) {
  const char* subject = rule.subject == Subject::household ? "household"
                        : rule.subject == Subject::worker  ? "worker"
                                                           : "grid";
  auto line = fmt::format("  {}: {}, {} every {}, count {}, credit {}, grace {}, prorate {}",
                          rule.id, subject, rule.at_least, to_string(rule.every),
                          static_cast<int>(rule.count), static_cast<int>(rule.credit),
                          rule.grace_days, rule.prorate == Prorate::days ? "days" : "none");
  line += fmt::format(", tagged [{}], in [{}]{}, modes", fmt::join(rule.tagged, " "),
                      fmt::join(rule.in, " "), rule.average_over_year ? ", averaged" : "");
  for (const auto mode : rule.modes) line += fmt::format(" {}", to_string(mode));
  line += ", outcomes";
  for (const auto outcome : rule.outcomes) line += fmt::format(" {}", to_string(outcome));
  return line + "\n";
}

std::string people(const Town& town) {
  std::string text;
  for (const auto& held : town.assignments)
    text += fmt::format("worker {} in area {} {} {}\n", held.worker.value, held.grid.value,
                        to_string(held.role), range(held.days));
  for (const auto& leave : town.leaves)
    text += fmt::format("worker {} on leave {}\n", leave.worker.value, range(leave.days));
  for (const auto& home : town.residences)
    text += fmt::format("household {} in area {} {}\n", home.household.value, home.grid.value,
                        range(home.days));
  for (const auto& tag : town.tags)
    text += fmt::format("household {} tagged {} {}\n", tag.household.value, tag.category.value,
                        range(tag.days));
  return text;
}

}  // namespace

Town shrunk(Town town, const Fails& fails) {
  bool smaller = true;
  while (smaller) {
    smaller = shrink_policies(town, fails);
    smaller = shrink(town, &Town::visits, fails) || smaller;
    smaller = shrink(town, &Town::patrols, fails) || smaller;
    smaller = shrink(town, &Town::homes, fails) || smaller;
    smaller = shrink(town, &Town::residences, fails) || smaller;
    smaller = shrink(town, &Town::tags, fails) || smaller;
    smaller = shrink(town, &Town::leaves, fails) || smaller;
    smaller = shrink(town, &Town::assignments, fails) || smaller;
  }
  return town;
}

std::string described(const Town& town) {
  auto text =
      fmt::format("today {}, report on {}\n", to_string(town.today), to_string(town.reported));
  for (const auto& area : town.areas)
    text += fmt::format("area {} {} in {}\n", area.id.value, area.code,
                        area.parent ? area.parent->value : 0);
  text += people(town);
  for (const auto& visit : town.visits)
    text += fmt::format("visit {} to household {} by worker {} on {} {} {}\n", visit.visit.value,
                        visit.household.value, visit.worker.value, to_string(visit.day),
                        to_string(visit.mode), to_string(visit.outcome));
  for (const auto& patrol : town.patrols)
    text += fmt::format("patrol of area {} on {} {}\n", patrol.grid.value, to_string(patrol.day),
                        patrol.half == HalfDay::am ? "am" : "pm");
  for (const auto& policy : town.policies) {
    text += fmt::format("{} from {}\n", policy.name, to_string(policy.from));
    for (const auto& rule : policy.rules) text += rule_line(rule);
  }
  return text;
}

}  // namespace gridvisit::town
