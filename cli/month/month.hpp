#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command month_close();
Command month_diff();
Command month_list();

}  // namespace gridvisit::cli
