#include "gridvisit/report/render/cells.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit::report {
namespace {

std::string decimal_of(Tenths tenths) {
  const auto size = std::abs(tenths.value);
  return fmt::format("{}{}.{}", tenths.value < 0 ? "-" : "", size / 10, size % 10);
}

std::string visible_lines(std::string_view text) {
  std::string result;
  for (const auto line : split(text, '\n')) {
    if (!result.empty()) result += '\n';
    result += with_visible_controls(line);
  }
  return result;
}

struct PeopleText {
  const l10n::Catalog& catalog;

  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(const std::string& text) const { return visible_lines(text); }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(bool yes) const {
    return std::string{catalog.text(yes ? translatable("yes") : translatable("no"))};
  }
  std::string operator()(Day day) const { return gridvisit::to_string(day); }
  std::string operator()(Tenths tenths) const { return decimal_of(tenths); }
  std::string operator()(const Word& word) const { return std::string{catalog.text(word.label)}; }
  std::string operator()(const std::vector<std::string>& list) const {
    return list.empty() ? "-" : visible_lines(join(list, " "));
  }
  std::string operator()(const Message& message) const {
    return visible_lines(catalog.text(message));
  }
};

struct MachineText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(Day day) const { return gridvisit::to_string(day); }
  std::string operator()(Tenths tenths) const { return decimal_of(tenths); }
  std::string operator()(const Word& word) const { return std::string{word.key}; }
  std::string operator()(const std::vector<std::string>& list) const { return join(list, " "); }
  std::string operator()(const Message& message) const { return in_english(message); }
};

}  // namespace

std::string text_for_people(const Cell& cell, const l10n::Catalog& catalog) {
  return std::visit(PeopleText{catalog}, cell);
}

std::string text_for_people(const Message& message, const l10n::Catalog& catalog) {
  return PeopleText{catalog}(message);
}

format::Tone tone_of(const Cell& cell) {
  using format::Tone;
  static constexpr std::array<std::pair<std::string_view, Tone>, 5> k_tones{{
      {"met", Tone::good},
      {"on_pace", Tone::good},
      {"due", Tone::open},
      {"behind", Tone::bad},
      {"missed", Tone::bad},
  }};
  const auto* word = std::get_if<Word>(&cell);
  if (!word) return Tone::plain;
  const auto found = std::ranges::find(k_tones, word->key, [](const auto& t) { return t.first; });
  return found == k_tones.end() ? Tone::plain : found->second;
}

std::string text_for_machines(const Cell& cell) {
  return std::visit(MachineText{}, cell);
}

const Table& machine_table(const Document& document) {
  if (document.data.columns.empty() && !document.tables.empty()) return document.tables.front();
  return document.data;
}

std::vector<const Table*> people_tables(const Document& document) {
  std::vector<const Table*> tables;
  for (const auto& table : document.tables) tables.push_back(&table);
  const bool is_said = document.data.rows.empty() && !document.title.empty();
  if (tables.empty() && !is_said && !document.data.columns.empty())
    tables.push_back(&document.data);
  return tables;
}

}  // namespace gridvisit::report
