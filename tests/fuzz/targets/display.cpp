// First byte: how many columns there are. The rest is text to be laid out in them.
#include "gridvisit/base/display.hpp"

#include <algorithm>

#include "gridvisit/base/text.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

std::string without_breaks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

void expect_truncation(std::string_view text, std::size_t columns) {
  const auto cut = truncate_to(text, columns);
  expect(display_width(cut) <= columns, "what is cut fits");
  expect(!find_invalid_utf8(cut), "what is cut is text");
  if (display_width(text) <= columns) expect_equal(cut, text, "what fits is not cut");
  if (cut != text && columns > 0)
    expect(text.starts_with(cut.substr(0, cut.size() - std::string_view{"…"}.size())),
           "what is cut is a beginning");
}

void expect_padding(std::string_view text, std::size_t columns) {
  for (const auto align : {Align::left, Align::right}) {
    const auto padded = pad_to(text, columns, align);
    const auto fill = padded.size() - text.size();
    expect(fill == columns - std::min(columns, display_width(text)), "the rest is filled");
    expect(align == Align::left ? padded == std::string{text} + std::string(fill, ' ')
                                : padded == std::string(fill, ' ') + std::string{text},
           "spaces stand before or behind the text");
  }
}

void expect_lines(const std::string& text, std::size_t columns) {
  std::string together;
  for (const auto& line : wrap_to(text, columns)) {
    expect(!find_invalid_utf8(line), "no character is torn by the end of a line");
    together += line;
  }
  expect_equal(without_breaks(together), without_breaks(text), "lines hold all of the text");
}

}  // namespace

void display(std::string_view input) {
  const std::size_t columns = take_byte(input) % 100;
  const auto text = as_text(input);
  expect_truncation(text, columns);
  expect_padding(with_visible_controls(text), columns);
  expect_lines(text, columns + 1);
}

}  // namespace gridvisit::fuzz
