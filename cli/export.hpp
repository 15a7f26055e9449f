#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command export_table();

}  // namespace gridvisit::cli
