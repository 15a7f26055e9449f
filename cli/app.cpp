#include "app.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <ostream>
#include <utility>

#include <fmt/ostream.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/base/text.hpp"

#include "access.hpp"
#include "clock.hpp"
#include "daily/daily.hpp"
#include "help.hpp"
#include "manual.hpp"
#include "parser.hpp"
#include "sentence.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using l10n::Catalog;
using l10n::Language;

constexpr int k_usage = static_cast<int>(ErrorKind::usage);
constexpr int k_io = static_cast<int>(ErrorKind::io);
/// Not one of the kinds of Error: the program itself is at fault.
constexpr int k_internal = 70;

Language language_named(std::string_view name) {
  return name == "zh" ? Language::zh : Language::en;
}

int print_error(const Error& error, const Catalog& catalog, const Terminal& terminal) {
  const auto print = [&](std::string_view line) {
    print_sentence(terminal.err, line, terminal.err_columns());
  };
  print("gridvisit: " + catalog.text(error.message()));
  if (!error.hint().empty()) print(catalog.text(error.hint()));
  for (const auto& candidate : error.candidates()) print("  " + candidate);
  terminal.err.flush();
  return static_cast<int>(error.kind());
}

void check_words(std::span<const std::string> words) {
  for (const auto& word : words)
    if (const auto at = find_invalid_utf8(word))
      throw Error{ErrorKind::refused,
                  message("`{0}` is not UTF-8 at byte {1}.", with_visible_controls(word), *at),
                  message("Set the terminal to UTF-8 and type it again.")};
}

Now now_of(const World& world, const Arguments& arguments, const std::string& time_zone) {
  const auto today = civil_day(world.clock, time_zone);
  auto word = arguments.value("today");
  if (!word) word = world.environment("GRIDVISIT_TODAY");
  if (!word || word->empty()) return {today, world.clock};
  const auto day = day_typed(*word, today);
  return {day, world.clock + (day - today)};
}

bool wants_color(std::string_view setting, const Terminal& terminal) {
  return setting == "always" || (setting == "auto" && terminal.out_is_terminal);
}

Settings settings_of(const Arguments& arguments, SettingsReading reading) {
  const auto late = parse_integer(value_of(reading.settings, "late_after_days"));
  const auto a_day = parse_integer(value_of(reading.settings, "visits_per_day"));
  const auto timeout = parse_integer(value_of(reading.settings, "busy_timeout"));
  return {
      .database = std::string{value_of(reading.settings, "database")},
      .worker = std::string{value_of(reading.settings, "worker")},
      .quiet = arguments.has("quiet"),
      .verbose = arguments.has("verbose"),
      .no_input = arguments.has("no-input"),
      .dry_run = arguments.has("dry-run"),
      .yes = arguments.has("yes"),
      .pager = arguments.has("pager"),
      .late_after_days = static_cast<int>(late.value_or(0)),
      .visits_per_day = static_cast<int>(a_day.value_or(1)),
      .busy_timeout = std::chrono::seconds{timeout.value_or(0)},
      .format = arguments.value("format"),
      .known = std::move(reading.settings),
      .config_file = std::move(reading.config_file),
  };
}

Context context_of(World& world, const Caller& caller, const Arguments& arguments) {
  auto reading = read_settings(arguments, world.environment);
  const auto warnings = reading.warnings;
  const auto language = language_named(value_of(reading.settings, "language"));
  const std::string time_zone{value_of(reading.settings, "timezone")};
  auto terminal = world.terminal;
  const auto kind = world.environment("TERM").value_or("");
  terminal.is_dumb = kind.empty() || kind == "dumb";
  terminal.color = wants_color(value_of(reading.settings, "color"), terminal);
  Context context{.terminal = terminal,
                  .catalog = Catalog{language},
                  .now = now_of(world, arguments, time_zone),
                  .machine_time = world.clock,
                  .actor = [account = caller.account] { return account().name; },
                  .typeset = world.typeset,
                  .clock = world.ask_clock,
                  .environment = world.environment,
                  .settings = settings_of(arguments, std::move(reading))};
  for (const auto& warning : warnings) context.warn(warning);
  return context;
}

/// Help is not read more easily on a line of more than 80 columns.
std::size_t help_columns(const Terminal& terminal) {
  constexpr std::size_t k_fewest = 20, k_most = 80;
  return std::clamp(terminal.width, k_fewest, k_most);
}

int print_help(const CommandLine& line, const Catalog& catalog, const Terminal& terminal) {
  auto& out = terminal.out;
  const auto columns = help_columns(terminal);
  if (line.help_topic == "options")
    out << options_page(catalog, columns);
  else if (line.help_topic == "commands")
    out << command_names();
  else if (line.help_topic == "manual")
    out << manual_page(catalog);
  else if (line.command != nullptr)
    out << help_page(line.command->describe(), catalog, columns);
  else if (!line.noun.empty())
    out << noun_page(line.noun, catalog, columns);
  else
    out << overview(catalog, columns);
  return 0;
}

int print_missing_verb(const CommandLine& line, const Catalog& catalog, const Terminal& terminal) {
  terminal.err << noun_page(line.noun, catalog, help_columns(terminal));
  return k_usage;
}

/// What a run has learned that its end must know.
struct Ending {
  int code = 0;
  bool asked_to_write = false;
};

Ending run_command(World& world, const Caller& caller, const CommandLine& line) {
  const auto command = line.command == nullptr ? status() : line.command->describe();
  const auto arguments = parse(command, line.words);
  auto context = context_of(world, caller, arguments);
  authorize(command, arguments, caller, context);
  // Pagers run other programs on demand: never as the account that keeps the database.
  if (context.settings.pager && context.terminal.out_is_terminal && !caller.served)
    world.start_pager();
  const int code = command.run(arguments, context);
  return {code, context.asked_to_write};
}

Ending run_line(World& world, const Caller& caller, const Catalog& catalog) {
  check_words(world.arguments);
  const auto line = read_command_line(world.arguments);
  auto& out = world.terminal.out;
  if (line.help) return {print_help(line, catalog, world.terminal)};
  if (line.version && line.command == nullptr) {
    fmt::print(out, "gridvisit {}\n", GRIDVISIT_VERSION);
    return {};
  }
  if (line.command == nullptr && !line.noun.empty())
    return {print_missing_verb(line, catalog, world.terminal)};
  return run_command(world, caller, line);
}

/// Everything printed must have arrived. A reader who went away (`| head`) is no news unless
/// something was saved.
int check_output(World& world, const Ending& ending, const Catalog& catalog) {
  world.terminal.out.flush();
  if (world.terminal.out) return ending.code;
  const int problem = world.output_error();
  if (problem == EPIPE && !ending.asked_to_write) return k_io;
  const auto reason = system_reason(problem);
  const auto what = ending.asked_to_write
                        ? message("The answer could not be printed ({0}).", reason)
                        : message("The output could not be written ({0}).", reason);
  const auto hint = ending.asked_to_write
                        ? message("What the command was to save is saved: don't repeat it.")
                        : message("Make room, or write to another place, and try again.");
  return print_error(Error{ErrorKind::io, what, hint}, catalog, world.terminal);
}

}  // namespace

int run(World world) {
  const auto caller = caller_of(world);
  if (caller.served) world.environment = safe_environment(world);
  const auto flags = global_arguments(world.arguments);
  const Catalog catalog{language_named(early_language(flags, world.environment))};
  Ending ending;
  try {
    ending = run_line(world, caller, catalog);
  } catch (const Error& error) {
    world.terminal.out.flush();
    return print_error(error, catalog, world.terminal);
  } catch (const std::bad_alloc&) {
    return print_error(Error{ErrorKind::io, message("There is not enough memory.")}, catalog,
                       world.terminal);
  } catch (const std::filesystem::filesystem_error& failure) {
    return print_error(
        Error{ErrorKind::io, message("{0} can't be used: {1}.", failure.path1().string(),
                                     system_reason(failure.code().value()))},
        catalog, world.terminal);
  } catch (const std::exception& fault) {
    print_sentence(
        world.terminal.err,
        catalog.text(message("gridvisit: a fault of the program itself: {0}", fault.what())),
        world.terminal.err_columns());
    return k_internal;
  }
  return check_output(world, ending, catalog);
}

}  // namespace gridvisit::cli
