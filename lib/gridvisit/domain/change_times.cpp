#include "gridvisit/domain/change_times.hpp"

#include <set>
#include <span>

#include "gridvisit/base/text.hpp"
#include "gridvisit/calendar/day.hpp"

namespace gridvisit {

std::chrono::sys_seconds ChangeTimes::of(std::string_view field) const {
  const auto at = m_fields.find(field);
  return at == m_fields.end() ? m_whole : at->second;
}

void ChangeTimes::set(std::string_view field, std::chrono::sys_seconds at) {
  if (at == m_whole)
    m_fields.erase(std::string{field});
  else
    m_fields.insert_or_assign(std::string{field}, at);
}

std::string to_string(const ChangeTimes& times) {
  auto text = to_string(times.whole());
  for (const auto& [field, at] : times.fields()) text += ";" + field + "@" + to_string(at);
  return text;
}

std::optional<ChangeTimes> parse_change_times(std::string_view text) {
  const auto parts = split(text, ';');
  const auto whole = parse_instant(parts.front());
  if (!whole) return std::nullopt;
  ChangeTimes times{*whole};
  std::set<std::string_view> named;
  for (const auto part : std::span{parts}.subspan(1)) {
    const auto sign = part.find('@');
    if (sign == part.npos || sign == 0 || !named.insert(part.substr(0, sign)).second)
      return std::nullopt;
    const auto at = parse_instant(part.substr(sign + 1));
    if (!at) return std::nullopt;
    times.set(part.substr(0, sign), *at);
  }
  return times;
}

}  // namespace gridvisit
