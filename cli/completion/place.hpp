#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "command.hpp"

namespace gridvisit::cli {

/// Where in a command line the cursor stands, and what may stand there.
struct Place {
  enum class Wants { nothing, name, option, value };

  Wants wants = Wants::nothing;
  std::string typed;               ///< what stands there already, without `prefix`
  std::string prefix;              ///< `--lang=`
  std::string noun;                ///< before a name: `area`, or nothing
  std::optional<Command> command;  ///< once it is settled
  std::string_view key;            ///< of the option or word whose value is wanted
  std::string_view shown;          ///< HOUSEHOLD, FILE, `zh|en`
};

/// The last of the words is the one at the cursor; it may be empty. Where the words before it make
/// no command line nothing is wanted.
Place place_of(std::span<const std::string> words);

}  // namespace gridvisit::cli
