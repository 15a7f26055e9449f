#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command import_file();

}  // namespace gridvisit::cli
