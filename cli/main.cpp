#include <cstdlib>
#include <iostream>
#include <limits>

#include <pwd.h>
#include <unistd.h>

#include "gridvisit/base/text.hpp"

#include "app.hpp"
#include "pager.hpp"
#include "streams.hpp"
#include "typesetting.hpp"

namespace {

using gridvisit::cli::Account;
using gridvisit::cli::Terminal;
using gridvisit::cli::terminal_width;

std::optional<std::string> environment_variable(std::string_view name) {
  const char* value = std::getenv(std::string{name}.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

/// What the environment says; without a usable HOME, as under some service managers, the home on
/// record, so that the database never depends on the folder the program is started in.
std::optional<std::string> variable_or_home(std::string_view name) {
  auto value = environment_variable(name);
  if (name != "HOME" || (value && value->starts_with('/'))) return value;
  const passwd* entry = ::getpwuid(::getuid());
  return entry == nullptr ? std::nullopt : std::optional<std::string>{entry->pw_dir};
}

Account account_of(uid_t uid) {
  const passwd* entry = ::getpwuid(uid);
  if (entry == nullptr) return {uid, std::to_string(uid), "/"};
  return {uid, entry->pw_name, entry->pw_dir};
}

/// Looked up once.
const Account& own_account() {
  static const auto k_own = account_of(::getuid());
  return k_own;
}

std::optional<Account> sudo_account() {
  const auto said = gridvisit::parse_integer(environment_variable("SUDO_UID").value_or(""));
  if (!said || *said < 0 || *said > std::numeric_limits<uid_t>::max()) return std::nullopt;
  return account_of(static_cast<uid_t>(*said));
}

std::chrono::sys_seconds clock_of_machine() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Terminal terminal_with(std::ostream& out) {
  Terminal terminal{.in = std::cin,
                    .out = out,
                    .err = std::cerr,
                    .in_is_terminal = ::isatty(STDIN_FILENO) == 1,
                    .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
                    .err_is_terminal = ::isatty(STDERR_FILENO) == 1};
  if (terminal.out_is_terminal) terminal.width = terminal_width(STDOUT_FILENO);
  if (terminal.err_is_terminal) terminal.err_width = terminal_width(STDERR_FILENO);
  return terminal;
}

}  // namespace

int main(int count, char** words) {
  using namespace gridvisit::cli;
  make_standard_streams_safe();
  std::ios::sync_with_stdio(false);
  OutputBuffer buffer{STDOUT_FILENO};
  std::ostream out{&buffer};
  Pager pager;
  const int code = run({
      .arguments = {words + (count > 0 ? 1 : 0), words + count},
      .environment = variable_or_home,
      .terminal = terminal_with(out),
      .clock = clock_of_machine(),
      .ask_clock = clock_of_machine,
      .uid = ::getuid(),
      .account = own_account,
      .sudo_account = sudo_account,
      .output_error = [&] { return buffer.error(); },
      .start_pager = [&] { pager.start(); },
      .typeset = typeset,
  });
  pager.finish();
  return code;
}
