#pragma once

#include "command.hpp"

/// How long personal data is kept.
namespace gridvisit::cli {

Command retention_list();
Command retention_apply();

}  // namespace gridvisit::cli
