#include "setup/set_up_checks.hpp"

#include <array>
#include <clocale>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <type_traits>

#include <langinfo.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;
using usecase::Check;
using usecase::Health;

Message told(const Setting& setting) {
  return message("{0} ({1})", setting.value, origin_label(setting.origin));
}

/// A worker that is named must be on record, as far as the database can be asked.
Check worker_check(const Context& context) {
  const auto& setting = setting_named(context.settings.known, "worker");
  Check check{"worker", translatable("Who types"), Health::ok, told(setting)};
  if (setting.value.empty()) {
    check.found = message("nobody is named");
    return check;
  }
  try {
    if (context.open_store()->read()->workers().find(setting.value)) return check;
  } catch (const Error&) {
    return check;  // a check of its own tells
  }
  check.health = Health::problem;
  check.mend =
      message("There is no worker {0}: `gridvisit worker list` shows them.", setting.value);
  return check;
}

Check language_check(const Context& context) {
  return {"language", translatable("Language"), Health::ok,
          told(setting_named(context.settings.known, "language"))};
}

/// What the environment says that the terminal shows.
Check characters_check() {
  Check check{"terminal", translatable("Characters of the terminal")};
  const std::unique_ptr<std::remove_pointer_t<locale_t>, void (*)(locale_t)> locale{
      ::newlocale(LC_CTYPE_MASK, "", nullptr), ::freelocale};
  const std::string characters = locale ? ::nl_langinfo_l(CODESET, locale.get()) : "?";
  check.found = usecase::as_it_is(characters);
  if (characters != "UTF-8") {
    check.health = Health::warning;
    check.mend = message("Chinese may not show: export LC_ALL=C.UTF-8");
  }
  return check;
}

/// Narrower than any page is made for.
Check width_check(const Context& context) {
  constexpr std::size_t k_narrowest = 40;
  Check check{"width", translatable("Width of the terminal")};
  if (!context.terminal.out_is_terminal) {
    check.found = message("no terminal");
    return check;
  }
  check.found = message("{0} columns", context.terminal.width);
  if (context.terminal.width >= k_narrowest) return check;
  check.health = Health::warning;
  check.mend = message("Pages are made for {0} columns and more.", k_narrowest);
  return check;
}

/// That it can be read is known: the settings have been taken from it.
Check config_check(const Context& context) {
  std::error_code ignored;
  const auto& file = context.settings.config_file;
  const bool is_there = fs::exists(file, ignored);
  return {"config", translatable("Config file"), Health::ok,
          is_there ? usecase::as_it_is(file.string())
                   : message("none, the defaults hold: {0}", file.string())};
}

bool mentions_completion(const fs::path& file) {
  std::ifstream in{file};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str().find("gridvisit completion") != std::string::npos;
}

/// Where a shell finds its completion: named in a file that it reads, or in a file of its own.
struct ShellPlace {
  std::string_view shell;
  std::string_view in_home;
  bool is_named;  ///< the file is the shell's, and must name it
};
constexpr auto k_places = std::to_array<ShellPlace>({
    {"bash", ".bashrc", true},
    {"bash", ".bash_profile", true},
    {"bash", ".local/share/bash-completion/completions/gridvisit", false},
    {"zsh", ".zshrc", true},
    {"zsh", ".zfunc/_gridvisit", false},
    {"fish", ".config/fish/config.fish", true},
    {"fish", ".config/fish/completions/gridvisit.fish", false},
});

Check completion_check(const Context& context) {
  Check check{"completion", translatable("Completion")};
  const auto shell = fs::path{context.environment("SHELL").value_or("")}.filename().string();
  const fs::path home{context.environment("HOME").value_or("/")};
  bool is_known = false;
  for (const auto& place : k_places) {
    if (place.shell != shell) continue;
    is_known = true;
    std::error_code ignored;
    const auto file = home / place.in_home;
    if (!fs::exists(file, ignored) || (place.is_named && !mentions_completion(file))) continue;
    check.found = message("{0}: {1}", shell, file.string());
    return check;
  }
  check.found = is_known ? message("not set up in {0}", shell) : message("the shell is unknown");
  if (is_known)
    check.mend = message(
        "The tab key could complete commands and codes: `gridvisit completion "
        "--help`.");
  return check;
}

}  // namespace

Check database_check(const Context& context) {
  return {"database", translatable("Database"), Health::ok,
          told(setting_named(context.settings.known, "database"))};
}

std::vector<Check> set_up_checks(const Context& context) {
  return {config_check(context), worker_check(context), language_check(context),
          characters_check(),    width_check(context),  completion_check(context)};
}

}  // namespace gridvisit::cli
