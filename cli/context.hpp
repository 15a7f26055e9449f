#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/member.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/render/render.hpp"
#include "gridvisit/store/store.hpp"

#include "settings.hpp"

namespace gridvisit::cli {

/// The streams a command talks through, and whether people sit at them.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 80;      ///< columns of the terminal; meaningless where out is none
  std::size_t err_width = 80;  ///< the same of err
  bool color = false;
  bool is_dumb = false;  ///< the cursor can't be moved

  /// Columns that lines are fitted to; 0 where no terminal shows them, and nothing is broken.
  std::size_t out_columns() const { return out_is_terminal ? width : 0; }
  std::size_t err_columns() const { return err_is_terminal ? err_width : 0; }
};

/// The settings of a run, each from flag, environment, config file or default, in that order.
struct Settings {
  std::filesystem::path database;
  std::string worker;  ///< code; empty: nobody said who types
  bool quiet = false;
  bool verbose = false;
  bool no_input = false;
  bool dry_run = false;
  bool yes = false;
  bool pager = false;
  int late_after_days = 7;
  int visits_per_day = 8;  ///< that a working day holds, for plans and outlooks
  std::chrono::seconds busy_timeout = store::k_usual_patience;
  std::optional<std::string> format;  ///< --format
  std::vector<Setting> known;         ///< every setting with its origin, for `config`
  std::filesystem::path config_file;  ///< it need not exist
};

/// Everything that a command may know of the world outside.
struct Context {
  Terminal terminal;
  l10n::Catalog catalog;
  Now now;                                               ///< --today sets the day
  std::chrono::sys_seconds machine_time;                 ///< never set by anyone: for the audit
  std::function<std::string()> actor;                    ///< user of the operating system
  std::function<std::string(std::string_view)> typeset;  ///< a printout as a PDF
  std::function<std::chrono::sys_seconds()> clock{};     ///< of the machine
  Environment environment{};
  Settings settings;
  /// Of the caller, in a database that has members; nothing: everyone may do everything.
  std::optional<Authority> authority{};
  /// Opened when the caller was authorized, and handed out once.
  mutable std::unique_ptr<store::Store> opened{};
  bool asked_to_write = false;  ///< to save something that outlasts a lost answer

  std::unique_ptr<store::Store> open_store() const;
  /// For commands that people sit at for long: what they save next is recorded at the moment that
  /// it is. The day stays that on which the command was begun.
  void pass_time();
  /// Whether nothing but what is the worker's own may be shown or changed.
  bool own_only() const { return authority == Authority::worker; }
  /// Taken by commands that write facts, which are saved even if the answer can't be printed.
  store::Authorship authorship();
  /// Warns if the clock went back since the last record: that is never refused, and the audit
  /// shows it.
  void check_clock(const store::Session& session);
  /// A write session in the name of who types, after check_clock().
  std::unique_ptr<store::Session> begin_writing(store::Store& store);
  /// For the audit entry of a command that only shows: without its answer it is to be repeated.
  store::Authorship readership() const;

  /// A sentence for people on stderr, in their language (nothing if quiet).
  void tell(const Message& message);
  /// A warning on stderr.
  void warn(const Message& what);
  /// What --format says, else a table.
  report::Format format() const;
  /// The answer on stdout: table for people, or as --format says.
  void print(const report::Document& document);
  /// The answer in a format, whole: what is not, is an Error before the first byte.
  void write(const report::Document& document, report::Format format, const report::Style& style,
             std::ostream& out) const;
  /// One translated line on stdout.
  void say(const Message& message);
};

}  // namespace gridvisit::cli
