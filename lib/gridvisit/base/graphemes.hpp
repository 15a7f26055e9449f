#pragma once

#include <string_view>
#include <vector>

namespace gridvisit {

/// The graphemes of valid UTF-8 `text`, what people take for one character each: a letter with its
/// accents, an emoji sequence.
std::vector<std::string_view> graphemes(std::string_view text);

}  // namespace gridvisit
