#pragma once

#include <functional>
#include <string>
#include <vector>

#include "context.hpp"
#include "settings.hpp"

namespace gridvisit::cli {

/// Everything of the real world that a run may touch.
struct World {
  std::vector<std::string> arguments;
  Environment environment;
  Terminal terminal;
  std::chrono::sys_seconds clock;
  std::function<std::string()> user;  ///< of the operating system; asked when it is needed
  std::function<int()> output_error;  ///< errno of the first failed write to the output, or 0
  std::function<void()> start_pager;  ///< lets the output go through a pager
};

/// Runs one command line and gives the exit code. Nothing is thrown.
int run(World world);

}  // namespace gridvisit::cli
