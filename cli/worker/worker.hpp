#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command worker_add();
Command worker_list();
Command worker_show();
Command worker_edit();
Command worker_end();

}  // namespace gridvisit::cli
