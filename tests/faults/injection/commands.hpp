#pragma once

#include <span>
#include <string_view>

namespace gridvisit::faults {

/// A command that writes, and where.
struct WritingCommand {
  std::string_view line;
  std::string_view output = {};  ///< a file in the town's folder
  bool over_old_output = false;  ///< there is such a file before
  /// What is to leave is put on record before it leaves, and stays there if it could not.
  bool records_first = false;
  /// Works on a copy with a temporary name, which stays behind if it is killed, or if the disk
  /// fails for good: `doctor` names it.
  bool works_on_copy = false;
};

/// What workers do every day.
std::span<const WritingCommand> daily_commands();
/// What changes the register.
std::span<const WritingCommand> register_commands();
/// What takes in, lays down or makes a whole database.
std::span<const WritingCommand> setup_commands();
/// What administrators do now and then.
std::span<const WritingCommand> administration_commands();
/// What writes files to take away.
std::span<const WritingCommand> output_commands();

}  // namespace gridvisit::faults
