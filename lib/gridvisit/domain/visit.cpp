#include "gridvisit/domain/visit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"

namespace gridvisit {
namespace {

template <class Value>
using Name = std::pair<std::string_view, Value>;

template <class Value, std::size_t size>
std::optional<Value> find_name(std::string_view text, const std::array<Name<Value>, size>& names) {
  const auto at = std::ranges::find(names, text, &Name<Value>::first);
  return at == names.end() ? std::nullopt : std::optional{at->second};
}

template <class Value, std::size_t size>
std::vector<std::string> all_names(const std::array<Name<Value>, size>& names) {
  std::vector<std::string> words;
  for (const auto& [name, value] : names) words.emplace_back(name);
  return words;
}

// The first name of a value is the one that is printed and stored.
template <class Value, std::size_t size>
std::string_view first_name(Value wanted, const std::array<Name<Value>, size>& names) {
  return std::ranges::find(names, wanted, &Name<Value>::second)->first;
}

constexpr auto k_mode_names = std::to_array<Name<Mode>>({
    {"door", Mode::door},
    {"outside", Mode::outside},
    {"office", Mode::office},
    {"video", Mode::video},
    {"phone", Mode::phone},
    {"message", Mode::message},
    {"上门", Mode::door},
    {"面见", Mode::outside},
    {"来访", Mode::office},
    {"视频", Mode::video},
    {"电话", Mode::phone},
    {"短信", Mode::message},
    {"微信", Mode::message},
    {"消息", Mode::message},
    {"微信短信", Mode::message},
});

constexpr auto k_outcome_names = std::to_array<Name<Outcome>>({
    {"met", Outcome::met},
    {"absent", Outcome::absent},
    {"refused", Outcome::refused},
    {"vacant", Outcome::vacant},
    {"见到", Outcome::met},
    {"已见", Outcome::met},
    {"不在", Outcome::absent},
    {"不在家", Outcome::absent},
    {"无人", Outcome::absent},
    {"拒访", Outcome::refused},
    {"拒绝", Outcome::refused},
    {"空户", Outcome::vacant},
    {"空置", Outcome::vacant},
});

constexpr auto k_half_day_names = std::to_array<Name<HalfDay>>({
    {"am", HalfDay::am},
    {"pm", HalfDay::pm},
    {"上午", HalfDay::am},
    {"下午", HalfDay::pm},
});

}  // namespace

std::string_view to_string(Mode mode) {
  return first_name(mode, k_mode_names);
}
std::string_view to_string(Outcome outcome) {
  return first_name(outcome, k_outcome_names);
}

std::optional<Mode> parse_mode(std::string_view text) {
  return find_name(text, k_mode_names);
}

std::vector<std::string> mode_words() {
  return all_names(k_mode_names);
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  return find_name(text, k_outcome_names);
}

std::vector<std::string> outcome_words() {
  return all_names(k_outcome_names);
}

std::string_view to_string(HalfDay half) {
  return first_name(half, k_half_day_names);
}

std::optional<HalfDay> parse_half_day(std::string_view text) {
  return find_name(text, k_half_day_names);
}

std::vector<std::string> half_day_words() {
  return all_names(k_half_day_names);
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  if (text.find_first_not_of("0123456789:") != std::string_view::npos) return std::nullopt;
  const auto hours = parse_integer(text.substr(0, 2));
  const auto minutes = parse_integer(text.substr(3));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return TimeOfDay{*hours * 60 + *minutes};
}

std::string time_to_string(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

}  // namespace gridvisit
