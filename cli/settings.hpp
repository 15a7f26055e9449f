#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/base/message.hpp"

#include "command.hpp"

namespace gridvisit::cli {

/// The value of an environment variable, if it is set.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;

enum class Origin { flag, environment, file, built_in };

/// What people call it.
TextId origin_label(Origin origin);

/// A setting with the place its value came from, nearest first: flag, environment, file, default.
struct Setting {
  std::string_view key;
  std::string value;
  Origin origin = Origin::built_in;
  std::string where;  ///< `--db`, GRIDVISIT_DB, the config file
};

struct SettingsReading {
  std::vector<Setting> settings;      ///< one for each key, in the order of the list of keys
  std::vector<Message> warnings;      ///< unknown keys of the file
  std::filesystem::path config_file;  ///< it need not exist
};

/// Reads flags, environment and config file. Error(usage) for a value that can't be meant, naming
/// where it stands.
SettingsReading read_settings(const Arguments& flags, const Environment& environment);

/// The language before anything is checked, so that every complaint can be made in it: as
/// read_settings has it, but a config file that can't be read counts as empty.
std::string early_language(const Arguments& flags, const Environment& environment);

/// Error(usage) for an unknown key or a value that can't be meant.
void check_setting(std::string_view key, const std::string& value);

/// Writes one setting into the config file, whose other lines stay as they are. Checks
/// it first.
void write_setting(const std::filesystem::path& config_file, std::string_view key,
                   const std::string& value);

std::string_view value_of(std::span<const Setting> settings, std::string_view key);
/// Error(usage) for a key that is not one.
const Setting& setting_named(std::span<const Setting> settings, std::string_view key);

}  // namespace gridvisit::cli
