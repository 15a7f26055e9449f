// Outputs that can't be written: the exit code, and what is said about the data.
#include <filesystem>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

/// A script of the shell, its exit code, and words on stderr.
struct Scripted {
  std::string script;
  int code;
  std::string_view err;
};

void check_scripts(const Sandbox& sandbox, std::initializer_list<Scripted> cases) {
  for (const auto& [script, code, err] : cases) {
    const auto ran = sandbox.shell(script);
    INFO(script, "\n", ran.err);
    CHECK(ran.code == code);
    CHECK(ran.err.find(err) != std::string::npos);
  }
}

constexpr std::string_view k_saved = "What the command was to save is saved: don't repeat it.";
constexpr std::string_view k_try_again = "Make room, or write to another place, and try again.";

}  // namespace

TEST_CASE_FIXTURE(Town, "an answer that is lost tells whether something was saved") {
  write("v.csv", "household,worker,day,mode\nG01-1-1-102,W01,2026-10-12,door\n");
  check_scripts(*this, {{"gridvisit add 1-1-101 -n >/dev/full", 6, k_try_again},
                        {"gridvisit add 1-1-101 >/dev/full", 6, k_saved},
                        {"gridvisit add 1-1-102 >&-", 6, k_saved},
                        {"gridvisit import visits v.csv -n >/dev/full", 6, k_try_again},
                        {"gridvisit import visits v.csv >/dev/full", 6, k_saved},
                        {"gridvisit export visits >/dev/full", 6, k_try_again},
                        {"gridvisit export visits >&-", 6, k_try_again},
                        {"gridvisit journal >/dev/full", 6, k_try_again},
                        {"gridvisit show 1-1-101 --unmask --reason x >/dev/full", 6, k_try_again},
                        {"gridvisit worker list --unmask --reason x >/dev/full", 6, k_try_again},
                        {"gridvisit void 1 --reason x >/dev/full", 6, k_saved}});
  CHECK(lines(must("export visits").out).size() == 1 + 3);
}

TEST_CASE_FIXTURE(Town, "who reads an export slowly holds up nobody who writes") {
  constexpr int k_visits = 2000;  // more than a pipe, a buffer and what is kept in memory hold
  const std::string note(1000, 'x');
  std::string rows = "household,worker,day,mode,note,recorded_at\n";
  for (int visit = 0; visit < k_visits; ++visit)
    rows += fmt::format("G01-1-1-101,W01,2026-10-{:02},door,{},2026-10-12T01:{:02}:{:02}Z\n",
                        1 + visit % 12, note, visit / 60, visit % 60);
  write("v.csv", rows);
  must("import visits v.csv");
  const auto ran = shell(
      "mkfifo pipe; gridvisit -q export visits >pipe & exec 3<pipe; head -c 1 <&3 >first; "
      "GRIDVISIT_BUSY_TIMEOUT=5 gridvisit add 1-1-102 >added && cat <&3 | wc -l");
  INFO(ran.err);
  CHECK(ran.code == 0);
  CHECK(ran.out == std::to_string(1 + k_visits) + "\n");
  CHECK(lines(must("export visits").out).size() == 1 + k_visits + 1);
  check_scripts(*this, {{"gridvisit export visits >/dev/full", 6, k_try_again}});
  CHECK(shell("gridvisit export visits | head -n 1").err.empty());
}

TEST_CASE_FIXTURE(Town, "closed descriptors never become the database") {
  check_scripts(*this, {{"gridvisit add 1-1-101 a <&- >&- 2>&-", 6, ""},
                        {"gridvisit add 1-1-101 b <&- 2>&-", 0, ""},
                        {"gridvisit add 1-1-999 c 2>&-", 3, ""},
                        {"gridvisit journal --db none.db 2>/dev/full", 3, ""}});
  CHECK(lines(must("export visits").out).size() == 1 + 2);
  CHECK(gridvisit::store::testing::raw_value(folder() / "town.db", "PRAGMA integrity_check") ==
        "ok");
}

TEST_CASE_FIXTURE(Town, "an output that exists or is no plain file is left alone") {
  write("old.md", "old");
  fs::create_symlink("old.md", folder() / "link.md");
  const Case cases[] = {
      {"report month -o old.md", 4, nothing, "old.md exists already."},
      {"report month -o link.md --force", 8, nothing, "not a plain file"},
      {"report month --format csv -o /dev/full --force", 8, nothing, "not a plain file"},
      {"report month -o config/none.md", 3, nothing, "There is no folder"},
      {"import visits - --rejects old.md", 4, nothing, "old.md exists already.",
       "household,worker,day,mode\n"},
  };
  check(*this, cases);
  CHECK(read("old.md") == "old");
}
