#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command area_add();
Command area_list();
Command area_show();
Command area_edit();

}  // namespace gridvisit::cli
