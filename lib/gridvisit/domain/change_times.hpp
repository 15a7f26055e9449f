#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gridvisit {

/// When a record of the register was changed last: as a whole, and each field that was changed at
/// another time. Where two databases say different things of a field, the later one holds. Fields
/// are called as the columns of the record's table are: name, phone, until, …
class ChangeTimes {
 public:
  ChangeTimes() = default;
  explicit ChangeTimes(std::chrono::sys_seconds whole) : m_whole{whole} {}

  std::chrono::sys_seconds whole() const { return m_whole; }
  std::chrono::sys_seconds of(std::string_view field) const;
  void set(std::string_view field, std::chrono::sys_seconds at);
  /// Those that were changed at another time than the whole.
  const std::map<std::string, std::chrono::sys_seconds, std::less<>>& fields() const {
    return m_fields;
  }

  friend bool operator==(const ChangeTimes&, const ChangeTimes&) = default;

 private:
  std::chrono::sys_seconds m_whole;
  std::map<std::string, std::chrono::sys_seconds, std::less<>> m_fields;
};

/// `2026-10-05T08:00:00Z;phone@2026-11-03T09:30:00Z`
std::string to_string(const ChangeTimes& times);
/// Nothing for anything else; a field may stand there once.
std::optional<ChangeTimes> parse_change_times(std::string_view text);

}  // namespace gridvisit
