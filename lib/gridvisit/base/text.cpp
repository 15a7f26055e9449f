#include "gridvisit/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <new>
#include <numeric>
#include <utility>

#include <fmt/format.h>
#include <utf8proc.h>

namespace gridvisit {
namespace {

struct Decoded {
  utf8proc_int32_t code_point;  // negative: invalid
  std::size_t size;
};

Decoded decode(std::string_view text) {
  utf8proc_int32_t code_point = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  if (size <= 0) return {-1, 1};
  return {code_point, static_cast<std::size_t>(size)};
}

bool is_bidi_control(utf8proc_int32_t c) {
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_control(utf8proc_int32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* result = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result,
                                 static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string{text};
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{result, &std::free};
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// ASCII and the common Han characters (lead bytes E4 to E9): of them, folding changes only the
/// letters of ASCII, and most names and addresses have nothing else.
bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) continue;
    if (byte < 0xe4 || byte > 0xe9 || at + 2 >= text.size()) return false;
    at += 2;
  }
  return true;
}

bool has_upper_case(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Of plain text.
std::string in_lower_case(std::string_view text) {
  std::string result{text};
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view take_digits(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit) - text.begin();
  const auto run = text.substr(0, static_cast<std::size_t>(end));
  text.remove_prefix(run.size());
  return run;
}

std::strong_ordering compare_digits(std::string_view left, std::string_view right) {
  const auto significant = [](std::string_view run) {
    const auto first = run.find_first_not_of('0');
    return first == std::string_view::npos ? std::string_view{} : run.substr(first);
  };
  const auto a = significant(left), b = significant(right);
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a.compare(b) <=> 0;
}

std::vector<utf8proc_int32_t> code_points(std::string_view text) {
  std::vector<utf8proc_int32_t> result;
  while (!text.empty()) {
    const auto next = decode(text);
    result.push_back(next.code_point);
    text.remove_prefix(next.size);
  }
  return result;
}

/// Optimal string alignment distance: one for each insertion, deletion, change or swap.
std::size_t edit_distance(std::string_view left, std::string_view right) {
  const auto a = code_points(left), b = code_points(right);
  std::vector<std::size_t> before_last, last(b.size() + 1), current(b.size() + 1);
  std::iota(last.begin(), last.end(), 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, current);
  }
  return last.back();
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte != 0 && byte < 0x80) {
      ++at;
      continue;
    }
    const auto next = decode(text.substr(at));
    if (next.code_point <= 0) return at;
    at += next.size;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_forbidden_character(std::string_view text, bool multiline) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode(text.substr(at));
    const bool layout = next.code_point == '\n' || next.code_point == '\t';
    if (is_bidi_control(next.code_point) || (is_control(next.code_point) && !(layout && multiline)))
      return at;
    at += next.size;
  }
  return std::nullopt;
}

std::string with_visible_controls(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode(text.substr(at));
    if (next.code_point < 0 || is_control(next.code_point))
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at + next.size - 1]));
    else if (is_bidi_control(next.code_point))
      result += fmt::format("\\u{:04x}", next.code_point);
    else
      result += text.substr(at, next.size);
    at += next.size;
  }
  return result;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  if (is_plain(text)) return in_lower_case(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

bool contains_folded(std::string_view text, std::string_view folded) {
  if (is_plain(text) && !has_upper_case(text)) return text.find(folded) != text.npos;
  return fold(text).find(folded) != std::string::npos;
}

std::string_view trim(std::string_view text) {
  constexpr std::array<std::string_view, 7> k_spaces{" ", "\t", "\r", "\n", "\v", "\f", "　"};
  const auto size_of_space = [&](auto stands_there) {
    const auto at = std::ranges::find_if(k_spaces, stands_there);
    return at == k_spaces.end() ? 0 : at->size();
  };
  while (const auto size = size_of_space([&](auto space) { return text.starts_with(space); }))
    text.remove_prefix(size);
  while (const auto size = size_of_space([&](auto space) { return text.ends_with(space); }))
    text.remove_suffix(size);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::optional<long long> parse_integer(std::string_view text) {
  long long value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::strong_ordering compare_natural(std::string_view left, std::string_view right) {
  std::strong_ordering tie = left.compare(right) <=> 0;
  while (!left.empty() && !right.empty()) {
    if (is_digit(left.front()) && is_digit(right.front())) {
      const auto order = compare_digits(take_digits(left), take_digits(right));
      if (order != 0) return order;
    } else if (left.front() != right.front()) {
      return static_cast<unsigned char>(left.front()) <=> static_cast<unsigned char>(right.front());
    } else {
      left.remove_prefix(1);
      right.remove_prefix(1);
    }
  }
  if (left.empty() && right.empty()) return tie;
  return left.empty() ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                 std::size_t limit) {
  const std::string target = fold(wanted);
  const std::size_t length = code_points(target).size();
  const std::size_t tolerance = std::max<std::size_t>(1, length / 3);
  std::vector<std::pair<std::size_t, std::string>> close;
  for (const auto& candidate : known) {
    const auto folded = fold(candidate);
    const auto candidate_length = code_points(folded).size();
    // So much is missing at least; it also keeps words without end from being compared.
    if (length > tolerance + candidate_length) continue;
    const auto distance = edit_distance(target, folded);
    const bool all_differs = distance >= std::max(length, candidate_length);
    if (distance <= tolerance && !all_differs) close.emplace_back(distance, candidate);
  }
  std::ranges::sort(close);
  std::vector<std::string> result;
  for (auto& [distance, candidate] : close) {
    if (result.size() == limit) break;
    result.push_back(std::move(candidate));
  }
  return result;
}

}  // namespace gridvisit
