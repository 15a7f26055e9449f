#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command policy_show();
Command policy_list();
Command policy_check();
Command policy_load();

}  // namespace gridvisit::cli
