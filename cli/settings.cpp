#include "settings.hpp"

#include <algorithm>
#include <array>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/store.hpp"

#include "config_file.hpp"
#include "sentence.hpp"

namespace gridvisit::cli {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> k_languages{"zh", "en"};
constexpr std::array<std::string_view, 3> k_colors{"auto", "always", "never"};
constexpr std::array<std::string_view, 2> k_yes_or_no{"true", "false"};

bool is_count_of_days(std::string_view value) {
  const auto days = parse_integer(value);
  return days && *days >= 0 && *days <= 3650;
}
bool is_count_of_seconds(std::string_view value) {
  const auto seconds = parse_integer(value);
  return seconds && *seconds >= 0 && *seconds <= 3600;
}
bool is_time_zone(std::string_view value) {
  if (value.empty() || value.front() == '/' || value.find("..") != value.npos) return false;
  std::error_code ignored;
  return std::filesystem::is_regular_file(
      std::filesystem::path{"/usr/share/zoneinfo"} / std::string{value}, ignored);
}
bool is_count_of_visits(std::string_view value) {
  const auto visits = parse_integer(value);
  return visits && *visits >= 1 && *visits <= 200;
}
bool is_count_of_months(std::string_view value) {
  if (value.empty()) return true;  // for ever
  const auto months = parse_integer(value);
  return months && *months >= 0 && *months <= 1200;
}
bool is_anything(std::string_view) {
  return true;
}

struct KnownSetting {
  std::string_view name;
  std::string_view flag;      ///< global option, or nothing
  std::string_view variable;  ///< of the environment, or nothing
  bool (*has_form)(std::string_view);
  TextId takes;   ///< what a valid value is
  Words words{};  ///< all that there are, if it is one of a closed set

  bool is_valid(std::string_view value) const {
    return has_form(value) && (words.empty() || std::ranges::find(words, value) != words.end());
  }
};

constexpr auto k_known_settings = std::to_array<KnownSetting>({
    {"database", "db", "GRIDVISIT_DB", is_anything, translatable("a path")},
    {"worker", "as", "GRIDVISIT_WORKER", is_anything, translatable("the code of a worker")},
    {"language", "lang", "GRIDVISIT_LANG", is_anything, translatable("zh or en"), k_languages},
    {"timezone", "", "", is_time_zone, translatable("a time zone, as Asia/Shanghai")},
    {"late_after_days", "", "", is_count_of_days, translatable("a number of days, 0 to 3650")},
    {"visits_per_day", "", "GRIDVISIT_VISITS_PER_DAY", is_count_of_visits,
     translatable("a number of visits, 1 to 200")},
    {"busy_timeout", "", "GRIDVISIT_BUSY_TIMEOUT", is_count_of_seconds,
     translatable("a number of seconds, 0 to 3600")},
    {"keep_notes_months", "", "", is_count_of_months,
     translatable("a number of months, 0 to 1200")},
    {"keep_moved_out_months", "", "", is_count_of_months,
     translatable("a number of months, 0 to 1200")},
    {"service_account", "", "", is_anything, translatable("true or false"), k_yes_or_no},
    {"color", "color", "", is_anything, translatable("auto, always or never"), k_colors},
});

std::vector<std::string> names_of_keys() {
  std::vector<std::string> names;
  for (const auto& key : k_known_settings) names.emplace_back(key.name);
  return names;
}

const KnownSetting& key_named(std::string_view name) {
  const auto at = std::ranges::find(k_known_settings, name, &KnownSetting::name);
  if (at != k_known_settings.end()) return *at;
  const auto known = names_of_keys();
  throw Error{ErrorKind::usage, message("There is no setting {0}.", name),
              did_you_mean(name, known, message("The settings are: {0}.", join(known, ", ")))};
}

std::filesystem::path folder_of(const Environment& environment, std::string_view variable,
                                std::string_view under_home) {
  const auto given = environment(variable);
  if (given && given->starts_with('/')) return std::filesystem::path{*given} / "gridvisit";
  return std::filesystem::path{environment("HOME").value_or("/")} / std::string{under_home} /
         "gridvisit";
}

std::string default_language(const Environment& environment) {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto locale = environment(name); locale && !locale->empty())
      return locale->starts_with("zh") ? "zh" : "en";
  return "en";
}

std::string default_color(const Environment& environment) {
  if (const auto no_color = environment("NO_COLOR"); no_color && !no_color->empty()) return "never";
  return environment("TERM") == "dumb" ? "never" : "auto";
}

std::string default_value(std::string_view key, const Environment& environment) {
  if (key == "database")
    return folder_of(environment, "XDG_DATA_HOME", ".local/share") / "gridvisit.db";
  if (key == "language") return default_language(environment);
  if (key == "color") return default_color(environment);
  if (key == "service_account") return "false";
  if (key == "late_after_days") return "7";
  if (key == "visits_per_day") return "8";
  if (key == "busy_timeout") return std::to_string(store::k_usual_patience.count());
  return {};
}

Setting settle(const KnownSetting& key, const Arguments& flags, const Environment& environment,
               const ConfigFile& file) {
  if (const auto value = flags.value(key.flag); value && !key.flag.empty())
    return {key.name, *value, Origin::flag, "--" + std::string{key.flag}};
  if (!key.variable.empty())
    if (const auto value = environment(key.variable); value && !value->empty())
      return {key.name, *value, Origin::environment, std::string{key.variable}};
  if (const auto value = file.value(key.name))
    return {key.name, *value, Origin::file, file.path().string()};
  return {key.name, default_value(key.name, environment), Origin::built_in, {}};
}

void check_value(const KnownSetting& key, const std::string& value, const std::string& where) {
  if (key.is_valid(value)) return;
  const std::vector<std::string> words{key.words.begin(), key.words.end()};
  throw Error{ErrorKind::usage, message("{0}: `{1}` is not {2}.", where, value, key.takes),
              did_you_mean(value, words, message("Change it there, or leave it out."))};
}

Message unknown_setting(const std::string& where, const std::string& name) {
  auto what = message("{0}: there is no setting {1}.", where, name);
  const auto hint = did_you_mean(name, names_of_keys(), {});
  return hint.empty() ? what : two_sentences(what, hint);
}

std::filesystem::path config_file_of(const Environment& environment) {
  return folder_of(environment, "XDG_CONFIG_HOME", ".config") / "config.toml";
}

}  // namespace

TextId origin_label(Origin origin) {
  switch (origin) {
    case Origin::flag:
      return translatable("option");
    case Origin::environment:
      return translatable("environment");
    case Origin::file:
      return translatable("config file");
    case Origin::built_in:
      break;
  }
  return translatable("default");
}

std::string early_language(const Arguments& flags, const Environment& environment) {
  const auto language = [&](const std::filesystem::path& file) {
    return settle(key_named("language"), flags, environment, ConfigFile{file}).value;
  };
  try {
    return language(config_file_of(environment));
  } catch (const Error&) {  // read_settings tells what is wrong with the file
    return language({});
  }
}

SettingsReading read_settings(const Arguments& flags, const Environment& environment) {
  SettingsReading reading;
  reading.config_file = config_file_of(environment);
  const ConfigFile file{reading.config_file};
  for (const auto& key : k_known_settings) {
    auto setting = settle(key, flags, environment, file);
    if (setting.origin != Origin::built_in) check_value(key, setting.value, setting.where);
    reading.settings.push_back(std::move(setting));
  }
  for (const auto& name : file.keys())
    if (std::ranges::find(k_known_settings, name, &KnownSetting::name) == k_known_settings.end())
      reading.warnings.push_back(unknown_setting(file.path().string(), name));
  return reading;
}

void check_setting(std::string_view key, const std::string& value) {
  check_value(key_named(key), value, std::string{key});
}

void write_setting(const std::filesystem::path& config_file, std::string_view key,
                   const std::string& value) {
  check_setting(key, value);
  const auto form = key_named(key).has_form;
  ConfigFile{config_file}.set(
      key, value,
      form == is_count_of_days || form == is_count_of_visits || form == is_count_of_seconds);
}

std::string_view value_of(std::span<const Setting> settings, std::string_view key) {
  return setting_named(settings, key).value;
}

const Setting& setting_named(std::span<const Setting> settings, std::string_view key) {
  const auto& known = key_named(key);
  return *std::ranges::find(settings, known.name, &Setting::key);
}

}  // namespace gridvisit::cli
