#include "gridvisit/domain/holiday.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

constexpr auto k_words = std::to_array<std::pair<std::string_view, DayKind>>({
    {"holiday", DayKind::holiday},
    {"放假", DayKind::holiday},
    {"节假日", DayKind::holiday},
    {"假日", DayKind::holiday},
    {"休", DayKind::holiday},
    {"workday", DayKind::workday},
    {"上班", DayKind::workday},
    {"补班", DayKind::workday},
    {"调休上班", DayKind::workday},
    {"工作日", DayKind::workday},
    {"班", DayKind::workday},
});

}  // namespace

std::string_view to_string(DayKind kind) {
  return kind == DayKind::holiday ? "holiday" : "workday";
}

std::optional<DayKind> parse_day_kind(std::string_view text) {
  const auto wanted = fold(text);
  const auto at = std::ranges::find(k_words, wanted, &std::pair<std::string_view, DayKind>::first);
  return at == k_words.end() ? std::nullopt : std::optional{at->second};
}

std::vector<std::string> day_kind_words() {
  constexpr std::size_t k_one_han = 3;  // bytes
  std::vector<std::string> words;
  for (const auto& [word, kind] : k_words)
    if (word.size() > k_one_han) words.emplace_back(word);
  return words;
}

Workdays workdays_of(std::span<const Holiday> holidays) {
  std::set<Day> free, worked;
  for (const auto& holiday : holidays)
    (holiday.kind == DayKind::holiday ? free : worked).insert(holiday.day);
  return {std::move(free), std::move(worked)};
}

}  // namespace gridvisit
