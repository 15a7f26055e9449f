#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "gridvisit/base/message.hpp"

/// What to say to a word of a closed set that is not one of it. Nothing is ever guessed: the word
/// that may have been meant is only named.
namespace gridvisit {

/// "Did you mean …?" with up to `most` of the known words that are spelt like `word`, or else
/// `otherwise`.
Message did_you_mean(std::string_view word, std::span<const std::string> known, Message otherwise,
                     std::size_t most = 1);

}  // namespace gridvisit
