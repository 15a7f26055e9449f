#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gridvisit {

/// Byte offset of the first byte that is not valid UTF-8 (NUL counts as invalid), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Byte offset of the first control or bidirectional-override character that may not stand in a
/// field, or nothing. Newline and tab are allowed only where `multiline`. `text` is valid UTF-8.
std::optional<std::size_t> find_forbidden_character(std::string_view text, bool multiline);

/// `text` with control and bidirectional characters written as visible escapes (\x1b, \u202e).
std::string with_visible_controls(std::string_view text);

/// Canonical composition (NFC), so that the same name typed two ways compares equal.
std::string to_nfc(std::string_view text);

/// For comparing what people type: NFKC, case folded (full-width forms become ASCII).
std::string fold(std::string_view text);

/// Whether `text`, folded, contains `folded`.
bool contains_folded(std::string_view text, std::string_view folded);

/// Without the spaces at both ends; the full-width space is one too.
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

/// Whole text as a decimal integer (no sign unless `-`, no spaces, no octal), or nothing.
std::optional<long long> parse_integer(std::string_view text);

/// Natural order: runs of digits compare as numbers, so that 2 stands before 10.
std::strong_ordering compare_natural(std::string_view left, std::string_view right);

struct NaturalLess {
  using is_transparent = void;
  bool operator()(std::string_view left, std::string_view right) const {
    return compare_natural(left, right) < 0;
  }
};

/// Up to `limit` of `known` that are close to `wanted` in spelling, nearest first.
std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> known,
                                 std::size_t limit = 3);

}  // namespace gridvisit
