#include "clock.hpp"

#include <cstdlib>
#include <ctime>

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

}  // namespace gridvisit::cli
