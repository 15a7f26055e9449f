#include <iterator>
#include <string>

#include <fmt/format.h>

#include "gridvisit/policy/policy_file.hpp"

namespace gridvisit {
namespace {

/// A TOML basic string.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      result += c;
  }
  return result + '"';
}

void write(std::string& text, std::string_view key, std::string_view value) {
  fmt::format_to(std::back_inserter(text), "{} = {}\n", key, quoted(value));
}

void write(std::string& text, std::string_view key, int value) {
  fmt::format_to(std::back_inserter(text), "{} = {}\n", key, value);
}

void write(std::string& text, std::string_view key, const std::vector<std::string>& values) {
  std::vector<std::string> items;
  for (const auto& value : values) items.push_back(quoted(value));
  fmt::format_to(std::back_inserter(text), "{} = [{}]\n", key, fmt::join(items, ", "));
}

template <class Value>
std::vector<std::string> words(const std::vector<Value>& values) {
  std::vector<std::string> result;
  for (const auto value : values) result.emplace_back(to_string(value));
  return result;
}

void write_names(std::string& text, const Rule& rule) {
  text += "\n[[rules]]\n";
  write(text, "id", rule.id);
  write(text, "title", rule.title);
  write(text, "title_en", rule.title_en);
  if (!rule.source.empty()) write(text, "source", rule.source);
  write(text, "subject", to_string(rule.subject));
}

/// What is counted; a patrol rule has nothing to say here.
void write_counting(std::string& text, const Rule& rule) {
  if (!rule.tagged.empty()) write(text, "tagged", rule.tagged);
  if (rule.subject == Subject::grid) return;
  write(text, "modes", words(rule.modes));
  write(text, "outcomes", words(rule.outcomes));
  write(text, "count", to_string(rule.count));
}

void write_quota(std::string& text, const Rule& rule) {
  write(text, "at_least", rule.at_least);
  write(text, "every", to_string(rule.every));
  if (rule.average_over_year) write(text, "average_over", to_string(PeriodKind::year));
  if (rule.subject != Subject::grid) write(text, "credit", to_string(rule.credit));
  if (rule.subject == Subject::worker) write(text, "prorate", to_string(rule.prorate));
  if (rule.grace_days > 0) write(text, "grace_days", rule.grace_days);
  if (!rule.in.empty()) write(text, "in", rule.in);
}

}  // namespace

std::string to_toml(const Policy& policy) {
  std::string text;
  write(text, "name", policy.name);
  if (policy.from != k_beginning) text += fmt::format("from = {}\n", to_string(policy.from));
  for (const auto& rule : policy.rules) {
    write_names(text, rule);
    write_counting(text, rule);
    write_quota(text, rule);
  }
  return text;
}

}  // namespace gridvisit
