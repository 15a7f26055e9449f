#include "gridvisit/policy/toml_tables.hpp"

#include <chrono>
#include <sstream>
#include <utility>

#include "gridvisit/policy/toml.hpp"

namespace gridvisit::policy_file {
namespace {

template <class Region>
std::int64_t line_of(const Region& region) {
  return static_cast<std::int64_t>(region.begin.line);
}

std::string written(const toml::node& node) {
  std::ostringstream text;
  node.visit([&](const auto& concrete) { text << concrete; });
  return text.str();
}

Value to_value(const toml::node& node) {
  Value result;
  result.line = line_of(node.source());
  if (const auto* text = node.as_string()) {
    result.written = text->get();
    result.content = text->get();
    return result;
  }
  result.written = written(node);
  if (const auto* number = node.as_integer()) {
    result.content = number->get();
  } else if (const auto* date = node.as_date()) {
    const auto& [year, month, day] = date->get();
    result.content = Day{std::chrono::year{year} / std::chrono::month{month} / day};
  } else if (const auto* array = node.as_array()) {
    List items;
    for (const auto& item : *array) items.push_back(to_value(item));
    result.content = std::move(items);
  }
  return result;
}

Table to_table(const toml::table& table) {
  Table result;
  result.line = line_of(table.source());
  for (const auto& [key, node] : table)
    result.entries.push_back({std::string{key.str()}, line_of(key.source()), to_value(node)});
  return result;
}

/// Takes `rules` out of the head.
void take_rules(const toml::node& rules, Tables& result) {
  const auto* array = rules.as_array();
  if (!array || !array->is_array_of_tables()) {
    result.problems.push_back({line_of(rules.source()), "rules", written(rules),
                               message("The rules must be tables."),
                               message("Begin each rule with a line [[rules]].")});
    return;
  }
  for (const auto& rule : *array) result.rules.push_back(to_table(*rule.as_table()));
}

}  // namespace

Tables read_tables(std::string_view text) {
  Tables result;
  try {
    auto table = parsed_toml(text);
    if (const auto* rules = table.get("rules")) take_rules(*rules, result);
    table.erase("rules");
    result.head = to_table(table);
    result.head.line = 1;
  } catch (const TomlMistake& mistake) {
    result.problems.push_back({mistake.line,
                               {},
                               {},
                               message("This is not TOML: {0}.", mistake.description),
                               message("Text stands in quotes, and each key on its own line.")});
  }
  return result;
}

}  // namespace gridvisit::policy_file
