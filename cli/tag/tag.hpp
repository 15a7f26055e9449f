#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command tag_add();
Command tag_list();
Command tag_show();
Command tag_edit();
Command tag_end();
Command tag_category_add();
Command tag_category_list();

}  // namespace gridvisit::cli
