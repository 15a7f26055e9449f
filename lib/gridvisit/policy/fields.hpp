#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/policy/toml_tables.hpp"

namespace gridvisit::policy_file {

/// A word that a key may have, and what it stands for.
template <class Value>
struct Word {
  std::string_view text;
  Value value;
};

/// The keys of one table, read by what they must be. Whatever is wrong becomes a problem; a key
/// that is not there, or is wrong, reads as nothing.
class Fields {
 public:
  /// Both arguments must outlive it.
  Fields(const Table& table, std::vector<Problem>& problems);

  bool has(std::string_view key) const { return find(key) != nullptr; }
  std::int64_t line(std::string_view key) const;

  void require(std::string_view key);
  void refuse_others_than(std::span<const std::string> known);
  /// Notes a problem with the value of `key`, which is there.
  void refuse(std::string_view key, Message reason, Message mend);

  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> code(std::string_view key);
  std::vector<std::string> codes(std::string_view key);
  std::optional<Day> day(std::string_view key);
  /// From `least` to a bound that keeps every sum in range.
  std::optional<int> number(std::string_view key, int least);

  template <class Value>
  std::optional<Value> choice(std::string_view key, std::span<const Word<Value>> words) {
    const auto* entry = find(key);
    return entry ? choose(entry->value, key, words) : std::nullopt;
  }

  /// Nothing if the key is not there; never empty otherwise unless there is a problem.
  template <class Value>
  std::optional<std::vector<Value>> choices(std::string_view key,
                                            std::span<const Word<Value>> words) {
    if (!has(key)) return std::nullopt;
    std::vector<Value> result;
    for (const auto* item : items(key))
      if (const auto chosen = choose(*item, key, words)) result.push_back(*chosen);
    return result;
  }

 private:
  const Entry* find(std::string_view key) const;
  void note(const Value& value, std::string_view key, Message reason, Message mend);
  const std::string* text_of(const Value& value, std::string_view key);
  std::optional<std::string> code_of(const Value& value, std::string_view key);
  /// The items of a list of different texts.
  std::vector<const Value*> items(std::string_view key);
  void note_unknown(const Value& value, std::string_view key,
                    const std::vector<std::string>& known);

  template <class Chosen>
  std::optional<Chosen> choose(const Value& value, std::string_view key,
                               std::span<const Word<Chosen>> words) {
    const auto* text = text_of(value, key);
    if (!text) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& word : words) {
      if (word.text == *text) return word.value;
      known.emplace_back(word.text);
    }
    note_unknown(value, key, known);
    return std::nullopt;
  }

  const Table* m_table;
  std::vector<Problem>* m_problems;
};

}  // namespace gridvisit::policy_file
