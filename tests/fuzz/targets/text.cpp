// Up to three lines of text: checked, folded, compared.
#include "gridvisit/base/text.hpp"

#include <array>

#include "gridvisit/base/message.hpp"
#include "gridvisit/base/name_pattern.hpp"
#include "gridvisit/base/pinyin.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

void expect_clean_forms(std::string_view text) {
  const auto visible = with_visible_controls(text);
  expect(!find_invalid_utf8(visible), "what is shown is text");
  expect(!find_forbidden_character(visible, true), "nothing that is shown is hidden");
  const auto composed = to_nfc(text);
  expect_equal(to_nfc(composed), composed, "what is composed stays");
  const auto folded = fold(text);
  expect(!find_invalid_utf8(folded), "what is folded is text");
  // A Greek mark that case folding turns into a letter, in its place or before.
  constexpr std::string_view k_iota_below{"\u0345"};
  if (composed.find(k_iota_below) == composed.npos && text.find(k_iota_below) == text.npos)
    expect_equal(fold(composed), folded, "however it is composed it is folded the same");
  const auto sound = spelled_out(text);
  expect(sound.empty() || sound.size() > Spelling::k_longest || NamePattern::of(sound),
         "what is spelled out can be typed");
  if (const auto at = find_forbidden_character(text, false))
    expect(*at < text.size(), "what is forbidden stands in the text");
}

void expect_parts(std::string_view text) {
  const auto trimmed = trim(text);
  expect(trim(trimmed) == trimmed, "what is trimmed stays");
  std::vector<std::string> parts;
  for (const auto part : split(text, ',')) parts.emplace_back(part);
  expect_equal(join(parts, ","), text, "what is split and joined is the same");
  if (const auto number = parse_integer(text))
    expect(parse_integer(std::to_string(*number)) == number, "a number prints as itself");
}

void expect_order(std::string_view a, std::string_view b, std::string_view c) {
  const auto before = [](std::string_view left, std::string_view right) {
    return compare_natural(left, right) < 0;
  };
  expect((compare_natural(a, b) == 0) == (a == b), "only equal texts are equal");
  expect(before(a, b) == (compare_natural(b, a) > 0), "the order is the same from both sides");
  if (before(a, b) && before(b, c)) expect(before(a, c), "the order goes on");
}

}  // namespace

void text(std::string_view input) {
  const auto a = as_text(take_line(input)), b = as_text(take_line(input)), c = as_text(input);
  for (const auto& each : {a, b, c}) {
    expect_clean_forms(each);
    expect_parts(each);
  }
  expect_order(a, b, c);
  const std::array<std::string, 2> known{b, c};
  for (const auto& near : nearest(a, known)) expect(near == b || near == c, "known words only");
}

}  // namespace gridvisit::fuzz
