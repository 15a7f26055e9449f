#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"
#include "settings.hpp"

namespace gridvisit::cli {

/// Stands for no user, and never for root.
inline constexpr std::uint32_t k_no_uid = 0xFFFFFFFF;

/// A user of the operating system.
struct Account {
  std::uint32_t uid = 0;
  std::string name;
  std::string home;
};

/// Everything of the real world that a run may touch.
struct World {
  std::vector<std::string> arguments;
  Environment environment;
  Terminal terminal;
  std::chrono::sys_seconds clock;  ///< what it said when the run began
  std::function<std::chrono::sys_seconds()> ask_clock{};
  std::uint32_t uid = k_no_uid;                          ///< that the program runs as: the real one
  std::function<Account()> account;                      ///< the same, with all that is on record
  std::function<std::optional<Account>()> sudo_account;  ///< that called sudo, if it says so
  std::function<int()> output_error;  ///< errno of the first failed write to the output, or 0
  std::function<void()> start_pager;  ///< lets the output go through a pager
  /// A printout as a PDF (typesetting.hpp).
  std::function<std::string(std::string_view)> typeset{};
};

/// Runs one command line and gives the exit code. Nothing is thrown.
int run(World world);

}  // namespace gridvisit::cli
