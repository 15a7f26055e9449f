// Hostile words: in fields, numbers, options, the environment and the config file.
#include <filesystem>

#include <doctest/doctest.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

constexpr auto k_config = "config/gridvisit/config.toml";

}  // namespace

TEST_CASE_FIXTURE(Town, "text that could mean something elsewhere is kept as text") {
  const std::string texts[] = {"x'); DROP TABLE visit;--",
                               "<script>alert(1)</script>",
                               "=1+1",
                               "@cmd",
                               "＋１",
                               "{0}%s{",
                               "$(reboot) `reboot`",
                               "a,b;c",
                               "' '' '"};
  for (const auto& text : texts) must("add 1-1-101 -", text);
  must("init --db copy.db");
  for (const std::string table : {"areas", "workers", "households", "visits"}) {
    must("export " + table + " --unmask --reason test -o " + table + ".csv");
    must("import " + table + " " + table + ".csv --db copy.db");
  }
  const auto journal = must("journal --format json --unmask --reason test").out;
  for (const auto& text : texts) CHECK(journal.find("\"" + text + "\"") != std::string::npos);
  CHECK(must("journal --format json --unmask --reason test --db copy.db").out == journal);
}

TEST_CASE_FIXTURE(Town, "what can't be shown safely is refused and told by its byte") {
  const Case cases[] = {
      {"add 1-1-101 a\033b", 4, nothing, "The note holds a control character at byte 1."},
      {"add 1-1-101 a\u202eb", 4, nothing, "The note holds a control character at byte 1."},
      {"add 1-1-101 ab\xff", 4, nothing, "not UTF-8 at byte 2."},
      {"add 1-1-101 -", 4, nothing, "at byte 1.", std::string_view{"a\0b", 3}},
      {"add 1-1-101 -", 4, nothing, "at byte 2.", "ab\xff"},
      {"household edit G01-1-1-101 --name a\033b", 4, nothing, "The name holds a control"},
      {"worker edit W01 --name a\u202eb", 4, nothing, "The name holds a control"},
      {"area edit G01 --name a\033", 4, nothing, "The name holds a control"},
      {"void 1 --reason a\033", 4, nothing, "The reason holds a control"},
      {"void 1 --reason ' '", 4, nothing, "A reason is required."},
      {"journal", 0, "nothing is logged"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "a note without end is refused in bounded memory") {
  const auto ran =
      shell(std::string{k_bounded_memory} + "yes | head -c 100000000 | gridvisit add 1-1-101 -");
  CHECK(ran.code == 4);
  CHECK(ran.err.starts_with("gridvisit: The note is longer than"));
}

TEST_CASE_FIXTURE(Town, "a note that can't be read is no empty note") {
  const auto ran = shell("gridvisit add 1-1-101 - <.");
  CHECK(ran.code == 6);
  CHECK(must("journal").out.find("nothing is logged") != std::string::npos);
}

TEST_CASE_FIXTURE(Town, "codes and phone numbers keep every digit") {
  write("h.csv",
        "household,grid,name,phone\n110101199003070018,G01,丁一,+8613800000000\n"
        "00123,G01,丁二,00123\n");
  must("import households h.csv");
  const Case cases[] = {
      {"export households --unmask --reason test", 0, "110101199003070018,G01,,,,,丁一,'+86138",
       ""},
      {"export households --unmask --reason test", 0, "00123,G01,,,,,丁二,00123,", ""},
      {"add 00123", 0, "Saved visit 1: 00123"},
      {"add 123", 3, nothing, "There is no household 123."},
      {"add G01-1-1-1O1", 3, nothing, "G01-1-1-101"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "numbers are read as people write them or refused") {
  must("add 1-1-101 a");
  const Case cases[] = {
      {"void 99999999999999999999 --reason x", 2, nothing, "is not a visit number."},
      {"void 9223372036854775807 --reason x", 3, nothing, "There is no visit 9223372036854775807."},
      {"void 1e3 --reason x", 2, nothing, "`1e3` is not a visit number."},
      {"void 0x1 --reason x", 2, nothing, "`0x1` is not a visit number."},
      {"void 010 --reason x", 3, nothing, "There is no visit 10."},
      {"void -1 --reason x", 2, nothing, "`-1` is not a visit number."},
      {"void --reason x -- -1", 2, nothing, "`-1` is not a visit number."},
      {"due -l 99999999999999999999", 2, nothing, "is not a whole number"},
      {"due -l -1", 2, nothing, "is not a whole number"},
      {"add 1-1-101 --on -99999999999999999999d", 2, nothing, "is not a day."},
      {"add 1-1-101 --on 99999-01-01", 2, nothing, "is not a day."},
      {"add 1-1-101 --on 2026-02-30", 4, nothing, "There is no day 2026-02-30."},
      {"add 1-1-101 --on 2026-10-16", 4, nothing, "in the future"},
      {"report month 13", 2, nothing, "is not a month."},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "an empty word is never taken for something else") {
  const Case cases[] = {
      {"add 1-1-101 --on ''", 2, nothing, "is not a day."},
      {"add 1-1-101 --at ''", 2, nothing, "is not a time of day."},
      {"add 1-1-101 -m ''", 2, nothing, "is not a way of visiting."},
      {"add 1-1-101 --as ''", 2, nothing, "Nobody said which worker you are."},
      {"add ''", 3, nothing, "No household was named."},
      {"find ''", 2, nothing, "Name what to search for."},
      {"report month ''", 2, nothing, "is not a month."},
      {"report month --by ''", 3, nothing, "Rows can be by"},
      {"report month --format csv -o ''", 2, nothing, "The name of the file to write is empty."},
      {"export visits --format csv -o ''", 2, nothing, "The name of the file to write is empty."},
      {"import visits ''", 3, nothing, "There is no file"},
      {"policy load ''", 3, nothing, "There is no file"},
      {"journal --format ''", 2, nothing, "There is no format"},
      {"''", 2, nothing, "There is no command"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "the last of a repeated option counts and nothing behind -- is one") {
  const Case cases[] = {
      {"add 1-1-101 -n --on 2026-10-14 --on 2026-10-13", 0, "2026-10-13."},
      {"add 1-1-101 -n -m door --mode phone", 0, "phone"},
      {"add -n -- 1-1-101 -- --on", 0, "Would save"},
      {"-- status", 2, nothing, "`status` is one word too many."},
      {"--db", 2, nothing, "--db lacks its value"},
  };
  check(*this, cases);
  const auto huge = std::string(100'000, 'x');
  CHECK(run("add 1-1-101 " + huge).code == 4);
  CHECK(run("add " + huge).code == 3);
  CHECK(run(huge).code == 2);
  CHECK(run("household edit G01-1-1-101 --name " + huge).code == 4);
}

TEST_CASE_FIXTURE(Town, "a policy is read from a plain file only") {
  REQUIRE(::mkfifo((folder() / "pipe").c_str(), 0600) == 0);
  write("large.toml", std::string((1 << 20) + 1, '#'));
  const Case cases[] = {
      {"policy load .", 4, nothing, "is not a plain file"},
      {"policy check pipe", 4, nothing, "is not a plain file"},
      {"policy load /dev/zero", 4, nothing, "is not a plain file"},
      {"policy load none.toml", 3, nothing, "There is no file none.toml."},
      {"policy load large.toml", 4, nothing, "has more than 1048576 bytes"},
  };
  check(*this, cases);
}

TEST_CASE("a config file that can't be read is never taken for an empty one") {
  const Sandbox sandbox;
  fs::create_directories(sandbox.folder() / k_config);
  const Case folder[] = {{"config get worker", 4, nothing, "config.toml is not a plain file"},
                         {"--version", 0, "gridvisit"},
                         {"config --help", 0, "config"}};
  check(sandbox, folder);
  fs::remove(sandbox.folder() / k_config);
  REQUIRE(::mkfifo((sandbox.folder() / k_config).c_str(), 0600) == 0);
  const Case pipe[] = {{"config get worker", 4, nothing, "config.toml is not a plain file"}};
  check(sandbox, pipe);
}

TEST_CASE("a config file may have a byte order mark and lie behind a link") {
  const Sandbox sandbox;
  sandbox.write(k_config, "\xef\xbb\xbfworker = \"W07\"\n");
  CHECK(sandbox.must("config get worker").out == "W07\n");
  sandbox.must("config set worker W08");
  CHECK(sandbox.read(k_config) == "worker = 'W08'\n");
  fs::rename(sandbox.folder() / k_config, sandbox.folder() / "mine.toml");
  fs::create_symlink(sandbox.folder() / "mine.toml", sandbox.folder() / k_config);
  sandbox.must("config set worker W09");
  CHECK(fs::is_symlink(sandbox.folder() / k_config));
  CHECK(sandbox.read("mine.toml") == "worker = 'W09'\n");
}

TEST_CASE("a broken config file is told by its line") {
  const Sandbox sandbox;
  for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
           {"worker = \"\xff\"\n", "line 1"},
           {"\n\nworker = \n", "line 3"},
           {"worker = [1]\n", "worker must be a text or a whole number"},
           {"late_after_days = 99999999999999999999\n", "line 1"},
           {"late_after_days = -1\n", "`-1` is not a number of days"},
           {"language = \"fr\"\n", "`fr` is not zh or en"}}) {
    CAPTURE(text);
    sandbox.write(k_config, text);
    const auto ran = sandbox.run("config get worker");
    CHECK(ran.code == 2);
    CHECK(lines(ran.err).front().find(words) != std::string::npos);
  }
}

TEST_CASE("no strange environment moves the database into the present folder") {
  Sandbox sandbox;
  sandbox.set("XDG_DATA_HOME", "relative");
  const auto home = sandbox.folder().string();
  CHECK(sandbox.must("config get database").out == home + "/.local/share/gridvisit/gridvisit.db\n");
  const passwd* user = ::getpwuid(::geteuid());
  REQUIRE(user != nullptr);
  const auto expected = std::string{user->pw_dir} + "/.local/share/gridvisit/gridvisit.db\n";
  CHECK(sandbox.shell("env -u HOME gridvisit config get database").out == expected);
  for (const std::string relative : {"", "relative"}) {
    sandbox.set("HOME", relative);
    CHECK(sandbox.must("config get database").out == expected);
  }
}

TEST_CASE_FIXTURE(Town, "a strange time zone or language never stops the work") {
  set("GRIDVISIT_TODAY", "");
  for (const std::string zone : {"Nowhere/Atlantis", ":", "/etc/passwd", "AAA-99999", "\033"}) {
    set("TZ", zone);
    CHECK(run("journal").code == 0);
  }
  set("LC_ALL", "zh\033");
  CHECK(run("journal").code == 0);
  set("GRIDVISIT_LANG", "klingon");
  CHECK(run("journal").code == 2);
}
