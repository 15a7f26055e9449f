#pragma once

#include "command.hpp"

/// Who may use a shared database, and in what role.
namespace gridvisit::cli {

Command member_add();
Command member_list();
Command member_edit();
Command member_end();

}  // namespace gridvisit::cli
