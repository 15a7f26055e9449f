#include "gridvisit/policy/fields.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/code.hpp"

namespace gridvisit::policy_file {
namespace {

/// The nearest words if there are any, else all of them.
Message mend_of(std::string_view wrong, const std::vector<std::string>& known) {
  constexpr std::size_t k_most = 3;
  return did_you_mean(wrong, known, message("Write one of: {0}.", join(known, ", ")), k_most);
}

}  // namespace

Fields::Fields(const Table& table, std::vector<Problem>& problems)
    : m_table{&table}, m_problems{&problems} {}

const Entry* Fields::find(std::string_view key) const {
  const auto at = std::ranges::find(m_table->entries, key, &Entry::key);
  return at == m_table->entries.end() ? nullptr : &*at;
}

std::int64_t Fields::line(std::string_view key) const {
  const auto* entry = find(key);
  return entry ? entry->line : m_table->line;
}

void Fields::require(std::string_view key) {
  if (has(key)) return;
  m_problems->push_back({m_table->line,
                         std::string{key},
                         {},
                         message("{0} is missing.", key),
                         message("Add a line {0} = …", key)});
}

void Fields::refuse_others_than(std::span<const std::string> known) {
  for (const auto& entry : m_table->entries) {
    if (std::ranges::find(known, entry.key) != known.end()) continue;
    m_problems->push_back({entry.line, entry.key, entry.value.written,
                           message("There is no key {0}.", entry.key),
                           mend_of(entry.key, {known.begin(), known.end()})});
  }
}

void Fields::refuse(std::string_view key, Message reason, Message mend) {
  note(find(key)->value, key, std::move(reason), std::move(mend));
}

void Fields::note(const Value& value, std::string_view key, Message reason, Message mend) {
  m_problems->push_back(
      {value.line, std::string{key}, value.written, std::move(reason), std::move(mend)});
}

void Fields::note_unknown(const Value& value, std::string_view key,
                          const std::vector<std::string>& known) {
  note(value, key, message("{0} can't be \"{1}\".", key, value.written),
       mend_of(value.written, known));
}

const std::string* Fields::text_of(const Value& value, std::string_view key) {
  const auto* text = std::get_if<std::string>(&value.content);
  if (!text) {
    note(value, key, message("{0} must be text.", key), message("Put it in quotes: \"…\"."));
    return nullptr;
  }
  if (find_forbidden_character(*text, false)) {
    note(value, key, message("{0} contains a control character.", key), message("Take it out."));
    return nullptr;
  }
  return text;
}

std::optional<std::string> Fields::code_of(const Value& value, std::string_view key) {
  const auto* text = text_of(value, key);
  if (!text) return std::nullopt;
  auto reason = code_problem(*text);
  if (reason.empty()) return *text;
  note(value, key, std::move(reason), message("Use letters, digits and dashes."));
  return std::nullopt;
}

std::vector<const Value*> Fields::items(std::string_view key) {
  const auto& value = find(key)->value;
  const auto* list = std::get_if<List>(&value.content);
  if (!list || list->empty()) {
    note(value, key, message("{0} must be a list with something in it.", key),
         message("Write [\"…\", \"…\"], or leave the line out."));
    return {};
  }
  std::vector<const Value*> result;
  for (const auto& item : *list) {
    const bool is_repeated = std::ranges::any_of(
        result, [&](const Value* before) { return before->written == item.written; });
    if (is_repeated)
      note(item, key, message("{0} stands twice in {1}.", item.written, key),
           message("Name it once."));
    else
      result.push_back(&item);
  }
  return result;
}

std::optional<std::string> Fields::text(std::string_view key) {
  const auto* entry = find(key);
  const auto* result = entry ? text_of(entry->value, key) : nullptr;
  return result ? std::optional{*result} : std::nullopt;
}

std::optional<std::string> Fields::code(std::string_view key) {
  const auto* entry = find(key);
  return entry ? code_of(entry->value, key) : std::nullopt;
}

std::vector<std::string> Fields::codes(std::string_view key) {
  std::vector<std::string> result;
  if (!has(key)) return result;
  for (const auto* item : items(key))
    if (auto read = code_of(*item, key)) result.push_back(std::move(*read));
  return result;
}

std::optional<Day> Fields::day(std::string_view key) {
  const auto* entry = find(key);
  if (!entry) return std::nullopt;
  const auto* result = std::get_if<Day>(&entry->value.content);
  if (result && *result >= k_beginning) return *result;
  refuse(key, message("{0} must be a date.", key),
         message("Write it without quotes, such as {0} = 2026-01-01.", key));
  return std::nullopt;
}

std::optional<int> Fields::number(std::string_view key, int least) {
  constexpr std::int64_t k_most = 100'000;
  const auto* entry = find(key);
  if (!entry) return std::nullopt;
  const auto* result = std::get_if<std::int64_t>(&entry->value.content);
  if (result && *result >= least && *result <= k_most) return static_cast<int>(*result);
  refuse(key, message("{0} must be a whole number from {1} to {2}.", key, least, k_most),
         message("Write it without quotes, such as {0} = {1}.", key, std::max(least, 1)));
  return std::nullopt;
}

}  // namespace gridvisit::policy_file
