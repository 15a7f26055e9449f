#pragma once

#include <sys/types.h>

#include "faults/tracing/program.hpp"

namespace gridvisit::faults {

/// Starts a program as a shell would, with nothing to read and its output thrown away; what it
/// says of failures goes to `.err` in its folder.
pid_t started(const CommandLine& line);
/// Its exit code, or 128 and the number of the signal that ended it.
int ended(pid_t process);

}  // namespace gridvisit::faults
