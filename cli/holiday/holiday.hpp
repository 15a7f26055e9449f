#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command holiday_list();

}  // namespace gridvisit::cli
