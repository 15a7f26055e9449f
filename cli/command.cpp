#include "command.hpp"

#include <utility>

namespace gridvisit::cli {

void Arguments::add(std::string_view key, std::string value) {
  m_values[std::string{key}].push_back(std::move(value));
}

bool Arguments::has(std::string_view key) const {
  return m_values.contains(key);
}

std::optional<std::string> Arguments::value(std::string_view key) const {
  const auto at = m_values.find(key);
  return at == m_values.end() ? std::nullopt : std::optional{at->second.back()};
}

std::vector<std::string> Arguments::values(std::string_view key) const {
  const auto at = m_values.find(key);
  return at == m_values.end() ? std::vector<std::string>{} : at->second;
}

std::vector<std::string_view> aliases_of(const CommandEntry& entry) {
  std::vector<std::string_view> aliases{entry.aliases.begin(), entry.aliases.end()};
  std::erase(aliases, std::string_view{});
  return aliases;
}

}  // namespace gridvisit::cli
