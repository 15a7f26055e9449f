#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridvisit::cli {

/// The user's config.toml: keys and values at its top level. A file that is not there is empty.
class ConfigFile {
 public:
  /// Error(usage) for a file that is not TOML; Error(refused), (permission) or (io) for one that
  /// can't be read.
  explicit ConfigFile(std::filesystem::path path);

  const std::filesystem::path& path() const { return m_path; }
  std::optional<std::string> value(std::string_view key) const;
  std::vector<std::string> keys() const;
  /// Changes one line, or adds it; every other line stays. The file is replaced whole.
  void set(std::string_view key, const std::string& value, bool is_number);

 private:
  std::filesystem::path m_path;
  std::string m_text;
  std::map<std::string, std::string, std::less<>> m_values;
};

}  // namespace gridvisit::cli
