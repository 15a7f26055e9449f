#include "config/config.hpp"

#include <filesystem>

#include <fmt/ostream.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/store.hpp"

#include "context.hpp"

namespace gridvisit::cli {
namespace {

/// `key = value`, as in the config file, and where it comes from.
void print_setting(const Setting& setting, bool with_origin, Context& context) {
  auto& out = context.terminal.out;
  fmt::print(out, "{} = {}", setting.key, with_visible_controls(setting.value));
  if (with_origin) fmt::print(out, "  ({}", context.catalog.text(origin_label(setting.origin)));
  if (with_origin && !setting.where.empty()) fmt::print(out, ": {}", setting.where);
  out << (with_origin ? ")\n" : "\n");
}

int run_config_list(const Arguments& arguments, Context& context) {
  for (const auto& setting : context.settings.known)
    print_setting(setting, arguments.has("show-origin"), context);
  return 0;
}

int run_get(const Arguments& arguments, Context& context) {
  const auto key = arguments.value("key").value_or("");
  fmt::print(context.terminal.out, "{}\n",
             with_visible_controls(setting_named(context.settings.known, key).value));
  return 0;
}

/// The worker may be put on record later: a warning, no refusal. The setting stands by now, so that
/// nothing that happens here is a failure.
void warn_of_unknown_worker(const std::string& code, Context& context) {
  std::error_code unknown;
  if (code.empty() || !std::filesystem::exists(context.settings.database, unknown)) return;
  try {
    if (context.open_store()->read()->workers().find(code)) return;
  } catch (const Error&) {  // told by the first command that needs the database
    return;
  }
  context.warn(message("There is no worker {0} in the database yet.", code));
}

/// What is written does not hold as long as the environment says something else.
void warn_if_hidden(std::string_view key, Context& context) {
  const auto& setting = setting_named(context.settings.known, key);
  if (setting.origin == Origin::environment)
    context.warn(message("{0} = {1} goes first.", setting.where, setting.value));
}

int run_set(const Arguments& arguments, Context& context) {
  const auto key = arguments.value("key").value_or("");
  const auto value = arguments.value("value").value_or("");
  const auto file = context.settings.config_file;
  if (context.settings.dry_run) {
    check_setting(key, value);
    context.say(message("Would set {0} = {1} in {2}.", key, value, file.string()));
    return 0;
  }
  write_setting(file, key, value);
  context.asked_to_write = true;
  context.say(message("Set {0} = {1} in {2}.", key, value, file.string()));
  if (key == "worker") warn_of_unknown_worker(value, context);
  warn_if_hidden(key, context);
  return 0;
}

constexpr TextId k_about_keys = translatable(
    "The settings are database, worker, language (zh or en), timezone (as Asia/Shanghai), "
    "late_after_days, visits_per_day (for plans), busy_timeout (seconds to wait for another "
    "writer), keep_notes_months, "
    "keep_moved_out_months, service_account (true or false) and color (auto, always or never).");

}  // namespace

Command config_list() {
  return {
      .path = "config list",
      .audience = Audience::administrator,
      .summary = translatable("the settings, and where each comes from"),
      .details = {k_about_keys},
      .options = {{"show-origin", '\0', {}, translatable("also tell where each comes from")}},
      .examples = {{"gridvisit config list --show-origin",
                    translatable("which database is it, and who says so?")}},
      .run = run_config_list,
  };
}

Command config_get() {
  return {
      .path = "config get",
      .audience = Audience::administrator,
      .summary = translatable("one setting"),
      .details = {k_about_keys},
      .arguments = {{"key", translatable("SETTING"), translatable("its name")}},
      .examples = {{"gridvisit config get database", translatable("the path, for a script")}},
      .run = run_get,
  };
}

Command config_set() {
  return {
      .path = "config set",
      .audience = Audience::administrator,
      .summary = translatable("write a setting into the config file"),
      .details = {k_about_keys},
      .arguments = {{"key", translatable("SETTING"), translatable("its name")},
                    {"value", translatable("VALUE"), translatable("what it shall be")}},
      .examples = {{"gridvisit config set worker W01",
                    translatable("so that `add` knows who types")}},
      .run = run_set,
  };
}

}  // namespace gridvisit::cli
