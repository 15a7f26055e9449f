#pragma once

#include <string>

#include "gridvisit/calendar/day.hpp"

namespace gridvisit::cli {

/// The civil day at an instant in a time zone of the machine's database; empty: the machine's own.
Day civil_day(std::chrono::sys_seconds instant, const std::string& time_zone);

}  // namespace gridvisit::cli
