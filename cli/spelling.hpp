#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "gridvisit/base/message.hpp"

/// What to say to a word of a closed set that is not one of it. Nothing is ever guessed: the word
/// that may have been meant is only named.
namespace gridvisit::cli {

/// "Did you mean …?" with the known word that is spelt most like `word`, or else `otherwise`.
Message did_you_mean(std::string_view word, std::span<const std::string> known, Message otherwise);
Message did_you_mean(std::string_view word, std::initializer_list<std::string_view> known,
                     Message otherwise);

}  // namespace gridvisit::cli
