#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::tests {

/// The text, at most `piece` bytes a read, so that every state is met at the end of a buffer.
inline format::ByteSource in_pieces(std::string text, std::size_t piece) {
  return [source = format::source_of(std::move(text)), piece](std::span<char> into) {
    return source(into.subspan(0, std::min(piece, into.size())));
  };
}

}  // namespace gridvisit::tests
