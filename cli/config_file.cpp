#include "config_file.hpp"

#include <sstream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/format/encoding.hpp"
#include "gridvisit/policy/toml.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_bytes = std::size_t{64} * 1024;

/// Without the byte order mark that some editors put in front; nothing if there is no such file, or
/// no path.
std::string read_text(const fs::path& path) {
  if (path.empty()) return {};
  auto text = format::whole_file_if_there(path, k_most_bytes).value_or("");
  if (text.starts_with(format::k_utf8_mark)) text.erase(0, format::k_utf8_mark.size());
  return text;
}

toml::table parse_toml(const std::string& text, const fs::path& path) {
  try {
    return parsed_toml(text);
  } catch (const TomlMistake& mistake) {
    throw Error{ErrorKind::usage,
                message("{0}, line {1}: {2}", path.string(), mistake.line, mistake.description),
                message("Mend the line, or remove the file to use the defaults.")};
  }
}

/// A plain value as text; arrays and tables give nothing.
std::optional<std::string> plain_value(const toml::node& node) {
  if (auto text = node.value<std::string>(); text && node.is_string()) return text;
  if (const auto number = node.value<std::int64_t>(); number && node.is_integer())
    return std::to_string(*number);
  return std::nullopt;
}

std::string line_of(std::string_view key, const std::string& value, bool is_number) {
  std::ostringstream quoted;
  quoted << toml::value<std::string>{value};
  return fmt::format("{} = {}", key, is_number ? value : quoted.str());
}

bool sets(std::string_view line, std::string_view key) {
  line = trim(line);
  return line.starts_with(key) && trim(line.substr(key.size())).starts_with('=');
}

/// `text` with the top-level line of `key` replaced, or added before the first table.
std::string with_line(const std::string& text, std::string_view key, const std::string& line) {
  std::string result;
  bool placed = false, in_table = false;
  for (auto rest = std::string_view{text}; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto old = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (trim(old).starts_with('[') && !placed && !std::exchange(in_table, true)) {
      result += line + "\n";
      placed = true;
    }
    const bool replaced = !in_table && !placed && sets(old, key);
    placed |= replaced;
    result += (replaced ? line : std::string{old}) + "\n";
  }
  return placed ? result : result + line + "\n";
}

/// A link stays one: people keep such files elsewhere.
void replace_file(const fs::path& path, const std::string& text) {
  std::error_code problem;
  fs::create_directories(path.parent_path(), problem);
  const auto target = fs::weakly_canonical(path, problem);
  format::AtomicFile file{problem ? path : target, format::Existing::replace};
  file.write(text);
  file.commit();
}

}  // namespace

ConfigFile::ConfigFile(fs::path path) : m_path{std::move(path)}, m_text{read_text(m_path)} {
  for (const auto& [key, node] : parse_toml(m_text, m_path)) {
    const std::string name{key.str()};
    const auto value = plain_value(node);
    if (!value)
      throw Error{ErrorKind::usage,
                  message("{0}: {1} must be a text or a whole number.", m_path.string(), name),
                  message("Mend the line, or remove the file to use the defaults.")};
    m_values.emplace(name, *value);
  }
}

std::optional<std::string> ConfigFile::value(std::string_view key) const {
  const auto at = m_values.find(key);
  return at == m_values.end() ? std::nullopt : std::optional{at->second};
}

std::vector<std::string> ConfigFile::keys() const {
  std::vector<std::string> result;
  for (const auto& [key, value] : m_values) result.push_back(key);
  return result;
}

void ConfigFile::set(std::string_view key, const std::string& value, bool is_number) {
  auto text = with_line(m_text, key, line_of(key, value, is_number));
  parse_toml(text, m_path);
  replace_file(m_path, text);
  m_text = std::move(text);
  m_values.insert_or_assign(std::string{key}, value);
}

}  // namespace gridvisit::cli
