#include "gridvisit/policy/policy_file.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "gridvisit/policy/fields.hpp"
#include "gridvisit/policy/rule_reader.hpp"

namespace gridvisit {
namespace {

using policy_file::Fields;
using policy_file::Table;

void read_head(const Table& head, PolicyReading& reading) {
  static const std::vector<std::string> k_keys{"name", "from", "rules"};
  Fields fields{head, reading.problems};
  fields.refuse_others_than(k_keys);
  fields.require("name");
  reading.policy.name = fields.text("name").value_or("");
  if (fields.has("name") && reading.policy.name.empty())
    fields.refuse("name", message("The policy's name is empty."), message("Give it a name."));
  reading.policy.from = fields.day("from").value_or(k_beginning);
}

void add_rule(const Table& table, PolicyReading& reading) {
  auto rule = policy_file::read_rule(table, reading.problems);
  if (!rule.id.empty() && reading.policy.find(rule.id))
    Fields{table, reading.problems}.refuse("id", message("Two rules have the id {0}.", rule.id),
                                           message("Give each rule an id of its own."));
  reading.policy.rules.push_back(std::move(rule));
}

}  // namespace

PolicyReading read_policy(std::string_view toml) {
  auto tables = policy_file::read_tables(toml);
  PolicyReading reading;
  reading.problems = std::move(tables.problems);
  if (!reading.problems.empty()) return reading;
  read_head(tables.head, reading);
  for (const auto& table : tables.rules) add_rule(table, reading);
  if (tables.rules.empty())
    reading.problems.push_back({1,
                                "rules",
                                {},
                                message("The policy has no rules."),
                                message("Begin each rule with a line [[rules]].")});
  std::ranges::stable_sort(reading.problems, {}, &Problem::line);
  return reading;
}

}  // namespace gridvisit
