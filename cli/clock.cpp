#include "clock.hpp"

#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

namespace gridvisit::cli {

Day civil_day(std::chrono::sys_seconds instant, const std::string& time_zone) {
  if (!time_zone.empty()) ::setenv("TZ", time_zone.c_str(), 1);
  ::tzset();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(instant);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  return std::chrono::year{local.tm_year + 1900} /
         std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)} /
         std::chrono::day{static_cast<unsigned>(local.tm_mday)};
}

std::string moment_name(std::chrono::sys_seconds instant) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(instant);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  return fmt::format("{:04}-{:02}-{:02}-{:02}{:02}{:02}", local.tm_year + 1900, local.tm_mon + 1,
                     local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec);
}

std::chrono::sys_seconds start_of_day(Day day) {
  const std::chrono::year_month_day date{day};
  std::tm local{};
  local.tm_year = static_cast<int>(date.year()) - 1900;
  local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  local.tm_isdst = -1;
  return std::chrono::floor<std::chrono::seconds>(
      std::chrono::system_clock::from_time_t(std::mktime(&local)));
}

}  // namespace gridvisit::cli
