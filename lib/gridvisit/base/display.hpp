#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gridvisit {

/// Columns that valid UTF-8 `text` takes on a terminal: Han and full-width characters take two,
/// combining marks none, an emoji sequence two.
std::size_t display_width(std::string_view text);

/// The longest beginning of whole graphemes that fits `columns`, ended by "…" if cut.
std::string truncate_to(std::string_view text, std::size_t columns);

enum class Align { left, right };

/// `text` filled with spaces to `columns`; longer text stays as it is.
std::string pad_to(std::string_view text, std::size_t columns, Align align = Align::left);

/// Lines of at most `columns`: broken at spaces and between Han characters, never before a closing
/// mark; a word longer than that has a line for itself. Newlines in `text` stay.
std::vector<std::string> wrap_to(std::string_view text, std::size_t columns);

}  // namespace gridvisit
