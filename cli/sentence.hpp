#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "gridvisit/base/message.hpp"

namespace gridvisit::cli {

/// Writes one sentence for people, control characters visible. On a terminal of so many columns it
/// is broken at words and between Han characters, further lines as far in as the first; 0 columns
/// stand for a pipe or file, where a sentence is one line whatever its length.
void print_sentence(std::ostream& out, std::string_view sentence, std::size_t columns);

/// One sentence behind the other, as the language of the reader joins them.
Message two_sentences(const Message& first, const Message& second);

}  // namespace gridvisit::cli
