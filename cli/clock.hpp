#pragma once

#include <string>

#include "gridvisit/calendar/day.hpp"

namespace gridvisit::cli {

/// The civil day at an instant in a time zone of the machine's database; empty: the machine's own.
Day civil_day(std::chrono::sys_seconds instant, const std::string& time_zone);

/// `2026-11-22-183000`, for the names of files, in the time zone that civil_day was asked for last.
std::string moment_name(std::chrono::sys_seconds instant);

/// The instant at which a day began, in the time zone that civil_day was asked for last.
std::chrono::sys_seconds start_of_day(Day day);

}  // namespace gridvisit::cli
