#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gridvisit/l10n/catalog.hpp"

#include "round/walk.hpp"

namespace gridvisit::cli {

/// What is known of the household at a stop, in the reader's language and as far as the reader may
/// see it. Empty texts are left out.
struct StopText {
  std::string household;  ///< code and name
  std::string address;
  std::string tags;
  std::vector<std::string> owes;  ///< one rule each; none: nothing is owed
  std::string last;               ///< the visit before this one
};

/// The room that there is to draw in.
struct Frame {
  l10n::Catalog catalog{l10n::Language::en};
  std::size_t columns = 80;
  std::size_t rows = 24;
  bool legend = true;  ///< show what each key does
};

struct CardLine {
  std::string text;
  bool stands_out = false;
};

/// What is shown of a walk: the household, what it owes, the keys. No line is as wide as the frame,
/// and there are fewer of them than it has rows; where they do not fit, the legend of the keys goes
/// first, then what is known of the household. The cursor belongs at the end of the last line.
std::vector<CardLine> card(const Walk& walk, const StopText& text, const Frame& frame);

/// The keys and what they do, one a line, for the help of a round.
std::vector<std::string> key_help(const l10n::Catalog& catalog, std::size_t columns);

}  // namespace gridvisit::cli
