#pragma once

#include "command.hpp"

namespace gridvisit::cli {

Command report_month();
Command report_year();
Command report_rule();
Command report_household();
Command explain();
Command feasibility();
Command check();

}  // namespace gridvisit::cli
