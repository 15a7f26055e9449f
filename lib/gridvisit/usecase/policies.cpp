#include "gridvisit/usecase/policies.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::usecase {
namespace {

/// Every word that a rule may say in `tagged`.
std::vector<std::string> known_tags(const std::vector<Category>& categories) {
  std::vector<std::string> known;
  for (const auto& category : categories) {
    known.push_back(category.code);
    known.insert(known.end(), category.groups.begin(), category.groups.end());
  }
  std::ranges::sort(known);
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

std::vector<Problem> problems_with_tags(const Rule& rule, const std::vector<std::string>& known) {
  constexpr std::size_t k_most_named = 3;
  std::vector<Problem> problems;
  for (const auto& tag : rule.tagged) {
    if (std::ranges::find(known, tag) != known.end()) continue;
    problems.push_back(
        {0, rule.id + ".tagged", tag, message("There is no category and no group {0}.", tag),
         did_you_mean(tag, known, message("Add it first with `gridvisit tag category add`."),
                      k_most_named)});
  }
  return problems;
}

std::vector<Problem> problems_with_areas(const Rule& rule, const store::Session& session) {
  std::vector<Problem> problems;
  for (const auto& code : rule.in) {
    if (session.areas().find(code)) continue;
    problems.push_back({0, rule.id + ".in", code, message("There is no area {0}.", code),
                        message("`gridvisit area list` shows the areas.")});
  }
  return problems;
}

}  // namespace

PolicyBook policy_book(const store::Session& session) {
  std::vector<Policy> loaded;
  for (const auto& stored : session.policies().all()) {
    auto reading = read_policy(stored.toml);
    if (!reading.problems.empty())
      throw Error(ErrorKind::damaged,
                  message("The policy {0} on record can no longer be read.", stored.name),
                  message("Load it again with `gridvisit policy load`."));
    loaded.push_back(std::move(reading.policy));
  }
  return PolicyBook{std::move(loaded)};
}

const Rule& rule_named(const PolicyBook& book, std::string_view id, Day day) {
  const auto& policy = book.in_force(day);
  if (const auto* rule = policy.find(id)) return *rule;
  std::vector<std::string> known;
  for (const auto& rule : policy.rules) known.push_back(rule.id);
  throw Error(ErrorKind::not_found, message("The policy in force has no rule {0}.", id),
              message("Its rules are:"), std::move(known));
}

Period current_period_of(const store::Session& session, std::string_view rule, Day today) {
  const auto book = policy_book(session);
  return period_containing(rule_named(book, rule, today).every, today);
}

PolicyReading check_policy(const store::Session& session, std::string_view toml) {
  auto reading = read_policy(toml);
  const auto known = known_tags(session.categories().all());
  for (const auto& rule : reading.policy.rules) {
    for (auto& problems : {problems_with_tags(rule, known), problems_with_areas(rule, session)})
      reading.problems.insert(reading.problems.end(), problems.begin(), problems.end());
  }
  return reading;
}

store::AuditEntry load_policy(store::Session& session, std::string_view toml,
                              std::chrono::sys_seconds loaded_at) {
  const auto reading = check_policy(session, toml);
  if (!reading.problems.empty())
    throw Error(ErrorKind::refused, message("The policy has problems; it was not loaded."));
  const auto& policy = reading.policy;
  session.policies().add({policy.name, policy.from, std::string{toml}, loaded_at});
  return session.commit({"policy load", policy.name});
}

}  // namespace gridvisit::usecase
