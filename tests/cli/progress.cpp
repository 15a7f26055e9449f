#include "progress.hpp"

#include <array>
#include <csignal>
#include <memory>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gridvisit/base/display.hpp"

#include "cli/register.hpp"
#include "workbook.hpp"

using namespace gridvisit;
using namespace gridvisit::cli;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr auto k_reading = translatable("Reading");
constexpr auto k_records = translatable("Checking records");

/// A terminal whose clock goes when it is told to.
struct Watch {
  explicit Watch(std::size_t columns = 80, l10n::Language language = l10n::Language::en)
      : context{.terminal = {.in = in,
                             .out = out,
                             .err = err,
                             .err_is_terminal = true,
                             .err_width = columns},
                .catalog = l10n::Catalog{language},
                .now = {},
                .machine_time = {},
                .actor = {},
                .typeset = {},
                .settings = {}} {}

  std::istringstream in;
  std::ostringstream out, err;
  Progress::Instant now{};
  Context context;
  Progress progress{context, [this] { return now; }};

  /// The line that stands there last.
  std::string line() const {
    const auto text = err.str();
    return text.substr(text.rfind('\r') + 1);
  }
  /// The line after ten seconds of a stage.
  std::string after_ten_seconds(const Advance& advance) {
    Stage stage{progress.onlooker(), advance.stage, advance.unit, advance.total};
    now += seconds{10};
    stage.reach(advance.done);
    return line();
  }
};

/// Bytes that are written to stderr by a process that shows a line and is then ended by `signal`.
struct Ended {
  explicit Ended(int signal, void (*disposition)(int) = SIG_DFL) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::dup2(pipe[1], STDERR_FILENO);
      std::signal(signal, disposition);
      std::ostringstream err;
      StandingLine line{err};
      line.show("some");
      line.show("done");
      ::raise(signal);
      ::_exit(0);
    }
    ::close(pipe[1]);
    std::array<char, 100> bytes{};
    for (ssize_t count = 0; (count = ::read(pipe[0], bytes.data(), bytes.size())) > 0;)
      written.append(bytes.data(), static_cast<std::size_t>(count));
    ::close(pipe[0]);
    ::waitpid(child, &status, 0);
  }

  std::string written;
  int status = 0;
};

}  // namespace

TEST_CASE("progress tells share, rate and time left after a second, and goes away in the end") {
  Watch watch;
  {
    Stage stage{watch.progress.onlooker(), k_reading, WorkUnit::bytes, 10'000'000};
    watch.now += milliseconds{900};
    stage.add(1'000'000);
    CHECK(watch.err.str().empty());
    watch.now += milliseconds{1100};
    stage.add(3'000'000);
    CHECK(watch.line() == "Reading: 40 % [########------------] 2.0 MB/s, 0:03 left");
    watch.now += milliseconds{10};
    stage.add(1'000'000);  // too soon for another line
    CHECK(watch.line() == "Reading: 40 % [########------------] 2.0 MB/s, 0:03 left");
    watch.now += seconds{3};
    stage.add(5'000'000);
    CHECK(watch.line() == "Reading: 100 % [####################] 2.0 MB/s, 0:00 left");
  }
  watch.progress.clear();
  CHECK(watch.line().empty());
  const auto printed = watch.err.str().size();
  watch.progress.clear();
  CHECK(watch.err.str().size() == printed);
}

TEST_CASE("each stage of work is told at once, with a rate and a time left of its own") {
  Watch watch;
  const auto onlooker = watch.progress.onlooker();
  Stage{onlooker, k_reading, WorkUnit::bytes, 100}.add(50);
  CHECK(watch.err.str().empty());
  watch.now += seconds{100};
  Stage records{onlooker, k_records, WorkUnit::rows, 1000};
  CHECK(watch.line() == "Checking records …");
  watch.now += seconds{2};
  records.add(500);
  CHECK(watch.line() == "Checking records: 50 % [##########----------] 250 rows/s, 0:02 left");
}

TEST_CASE("a line of progress takes what the terminal has room for, in either language") {
  const Advance known{k_records, WorkUnit::rows, 12'000'000, 20'000'000};
  const Advance unknown{k_records, WorkUnit::rows, 12'000'000, std::nullopt};
  const Advance empty{k_records, WorkUnit::rows, 0, 0};
  const Advance households{k_records, WorkUnit::households, 4'000, 3'000};
  using l10n::Language;
  struct {
    std::size_t columns;
    Language language;
    Advance advance;
    const char* line;
  } const cases[]{
      {80, Language::en, known,
       "Checking records: 60 % [############--------] 1200000 rows/s, 0:07 left"},
      {80, Language::zh, known, "核对记录：60% [############--------] 1200000 行/秒，剩余 0:07"},
      {60, Language::en, known, "Checking records: 60 % 1200000 rows/s, 0:07 left"},
      {40, Language::en, known, "Checking records: 60 %, 0:07 left"},
      {40, Language::zh, known, "核对记录：60%，剩余 0:07"},
      {43, Language::zh, known, "核对记录：60% 1200000 行/秒，剩余 0:07"},
      {20, Language::en, known, "60 %"},
      {40, Language::en, unknown, "Checking records: 1200000 rows/s"},
      {40, Language::zh, unknown, "核对记录：1200000 行/秒"},
      {40, Language::en, empty, "Checking records …"},
      {40, Language::zh, empty, "核对记录…"},
      {80, Language::en, households,
       "Checking records: 100 % [####################] 400 households/s, 0:00 left"},
      {80, Language::zh, households, "核对记录：100% [####################] 400 户/秒，剩余 0:00"},
  };
  for (const auto& [columns, language, advance, line] : cases) {
    Watch watch{columns, language};
    const auto shown = watch.after_ten_seconds(advance);
    CHECK(shown == line);
    CHECK(display_width(shown) < columns);
  }
}

TEST_CASE("progress is silent where nobody looks, and when told to be quiet") {
  for (const bool quiet : {false, true}) {
    Watch watch;
    watch.context.settings.quiet = quiet;
    watch.context.terminal.err_is_terminal = quiet;
    watch.after_ten_seconds({k_reading, WorkUnit::bytes, 5, 10});
    CHECK(watch.err.str().empty());
  }
}

TEST_CASE("no command shows its progress where stderr is no terminal") {
  tests::Sandbox town;
  tests::add_register(town);
  town.write("v.csv", "household,worker,day,mode\nG01-1-1-101,W01,2026-10-05,door\n");
  town.write("v.xlsx", tests::file_of_rows(
                           tests::inline_rows({{"household", "worker", "day", "mode"},
                                               {"G01-1-1-102", "W01", "2026-10-05", "door"}})));
  town.write("pass.txt", "eight little words\n");
  for (const std::string line :
       {"import visits v.csv", "import visits v.xlsx", "export visits -o visits.csv",
        "export households -o households.xlsx", "export tags", "verify", "backup copy.db",
        "backup sealed.db --encrypt --passphrase-file pass.txt", "restore copy.db --yes",
        "doctor --full"}) {
    const auto ran = town.run(line);
    CHECK_MESSAGE(ran.err.find('\r') == std::string::npos, line);
    CHECK_MESSAGE((ran.out + ran.err).find("MB/s") == std::string::npos, line);
  }
}

TEST_CASE("a signal that ends the program takes the line away, ^C included") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Ended ended{signal};
    CHECK(ended.written == "\r      \r");
    CHECK(WIFSIGNALED(ended.status));
    CHECK(WTERMSIG(ended.status) == signal);
  }
  const Ended ignoring{SIGHUP, SIG_IGN};
  CHECK(ignoring.written.empty());
  CHECK(WIFEXITED(ignoring.status));
}
