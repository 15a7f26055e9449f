#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/text.hpp"

#include "cli/program.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

void check_page(const Sandbox& sandbox, const std::string& line) {
  const auto ran = sandbox.run(line);
  CAPTURE(line);
  CAPTURE(ran.out);
  CHECK(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(!ran.out.empty());
  for (const auto& printed : lines(ran.out)) CHECK(display_width(printed) <= 80);
  CHECK(lines(ran.out).size() <= 40);
}

bool is_english_word(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Three English words in a row: no list with commas, and no example of a command.
bool is_english_sentence(std::string_view line) {
  if (line.find("gridvisit ") != line.npos) return false;
  std::size_t in_a_row = 0;
  for (const auto word : split(line, ' ')) {
    in_a_row = is_english_word(word) ? in_a_row + 1 : 0;
    if (in_a_row == 3) return true;
  }
  return false;
}

/// Every command that the overview and the pages of its nouns name.
std::vector<std::string> all_commands(const Sandbox& sandbox) {
  std::vector<std::string> commands;
  for (const auto& line : lines(sandbox.must("help commands").out)) commands.push_back(line);
  return commands;
}

}  // namespace

TEST_CASE("the overview fits a screen in both languages") {
  const Sandbox sandbox;
  check_page(sandbox, "--help");
  check_page(sandbox, "--help --lang zh");
  check_page(sandbox, "help options");
  check_page(sandbox, "help options --lang zh");
}

TEST_CASE("help fits a narrow terminal") {
  const Sandbox sandbox;
  for (const std::string page : {"--help", "add --help --lang zh", "due --help"}) {
    CAPTURE(page);
    const auto ran =
        sandbox.shell("script -qec 'stty cols 44; gridvisit " + page + "' /dev/null | tr -d '\\r'");
    REQUIRE(lines(ran.out).size() > 10);
    for (const auto& printed : lines(ran.out))
      if (!printed.starts_with("  gridvisit ")) CHECK(display_width(printed) <= 44);
  }
}

TEST_CASE("every command has a help page with an example in both languages") {
  const Sandbox sandbox;
  const auto commands = all_commands(sandbox);
  REQUIRE(commands.size() > 2);
  for (const auto& command : commands) {
    for (const std::string language : {"en", "zh"}) {
      check_page(sandbox, command + " --help --lang " + language);
      CHECK(sandbox.run(command + " --help").out.find("\n  gridvisit " + command) !=
            std::string::npos);
    }
  }
}

TEST_CASE("no sentence of the Chinese help is left in English") {
  Sandbox sandbox;
  for (const std::string locale : {"C", "zh_CN.UTF-8", "POSIX"}) {  // whether generated or not
    sandbox.set("LC_ALL", locale);
    CHECK(sandbox.must("--help --lang zh").out.starts_with("gridvisit：入户走访"));
  }
  auto pages = all_commands(sandbox);
  for (auto& page : pages) page += " --help";
  pages.insert(pages.end(), {"--help", "help options", "help manual"});
  for (const auto& page : pages) {
    CAPTURE(page);
    for (const auto& printed : lines(sandbox.must(page + " --lang zh").out)) {
      CAPTURE(printed);
      CHECK_FALSE(is_english_sentence(printed));
    }
  }
}

TEST_CASE("help never opens a database") {
  Sandbox sandbox;
  sandbox.write("not-a-database", "nothing of ours");
  sandbox.set("GRIDVISIT_DB", (sandbox.folder() / "not-a-database").string());
  CHECK(sandbox.run("due").code == 9);  // what a look at it would give
  for (const auto& command : all_commands(sandbox)) {
    CAPTURE(command);
    CHECK(sandbox.run(command + " --help").code == 0);
  }
  for (const std::string page : {"--help", "help options", "help commands", "help manual", "-V",
                                 "completion bash", "__complete -- ''", "__complete -- add --o"}) {
    CAPTURE(page);
    CHECK(sandbox.run(page).code == 0);
  }
  sandbox.write("config/gridvisit/config.toml", "this is not TOML");
  CHECK(sandbox.run("config list --help --db /nowhere/x.db").code == 0);
}

TEST_CASE("the manual tells every command and is sound for groff in both languages") {
  const Sandbox sandbox;
  for (const std::string language : {"en", "zh"}) {
    CAPTURE(language);
    const auto ran = sandbox.shell("gridvisit help manual --lang " + language +
                                   " | groff -man -ww -Tutf8 -k -P-c -P-b -P-u");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    for (const auto& command : all_commands(sandbox)) {
      CAPTURE(command);
      CHECK(ran.out.find("\n   gridvisit " + command) != std::string::npos);
    }
    for (const auto& printed : lines(ran.out))
      if (!printed.starts_with("           gridvisit ")) CHECK(display_width(printed) <= 80);
  }
}
