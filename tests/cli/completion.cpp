// What may stand at the cursor, as the scripts of the shells ask for it.
#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/base/text.hpp"

#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

struct CompletionTown : Town {
  std::vector<std::string> offered(const std::string& line) const {
    std::vector<std::string> values;
    for (const auto& printed : lines(must("__complete -- " + line).out))
      values.push_back(printed.substr(0, printed.find('\t')));
    return values;
  }
  bool offers(const std::string& line, const std::string& value) const {
    const auto values = offered(line);
    return std::ranges::find(values, value) != values.end();
  }
};

}  // namespace

TEST_CASE_FIXTURE(CompletionTown, "what may stand at the cursor is offered") {
  struct Offer {
    std::string line;
    std::string value;
  };
  const Offer offers_made[] = {
      {"''", "add"},
      {"''", "area"},
      {"du", "due"},
      {"走", "走访"},
      {"area ''", "list"},
      {"tag ''", "category"},
      {"tag category ''", "list"},
      {"help ''", "add"},
      {"add ''", "G01-1-1-101"},
      {"add 1-1-10", "G01-1-1-102"},
      {"add 甲二", "G01-1-1-102"},
      {"add je", "G01-1-1-102"},
      {"add 示例路2", "G01-2-1-101"},
      {"add --on yesterday ''", "G01-1-1-101"},
      {"add -m phone ''", "G01-1-1-101"},
      {"add 1-1-101 -m ''", "phone"},
      {"add 1-1-101 --mode=ph", "--mode=phone"},
      {"add 1-1-101 --on y", "yesterday"},
      {"add 1-1-101 --o", "--on"},
      {"add 1-1-101 --dry", "--dry-run"},
      {"--lang ''", "zh"},
      {"--as W0", "W02"},
      {"--as W02 add ''", "G02-1-1-101"},
      {"report month --by grid l", "last"},
      {"report month ''", "2026-10"},
      {"report month --area ''", "S1"},
      {"household add G01-7 ''", "G02"},
      {"explain ''", "annual-door-visit"},
      {"explain annual-door-visit G02", "G02-1-1-101"},
      {"explain monthly-households W0", "W03"},
      {"tag add 1-1-101 dis", "disabled"},
      {"config get data", "database"},
      {"import v", "visits"},
      {"import visits ''", ":files"},
      {"backup ''", ":files"},
      {"month close ''", "2026-09"},
      {"completion ''", "fish"},
  };
  for (const auto& [line, value] : offers_made) {
    CAPTURE(line);
    CAPTURE(value);
    CAPTURE(must("__complete -- " + line).out);
    CHECK(offers(line, value));
  }
}

TEST_CASE_FIXTURE(CompletionTown, "what can't stand there is not offered") {
  for (const std::string line : {"frob ''", "add 1-1-101 --reason", "undo ''",
                                 "add 1-1-101 --at ''", "area list ''", "add 9-9-999"}) {
    CAPTURE(line);
    CHECK(must("__complete -- " + line).out.empty());
  }
  CHECK_FALSE(offers("add 1-1-101 ''", "G01-1-1-101"));
  CHECK_FALSE(offers("add ''", "G02-1-1-101"));      // of another's grid
  CHECK_FALSE(offers("month close ''", "2026-10"));  // not over
  CHECK_FALSE(offers("month diff ''", "2026-09"));   // not closed
  must("month close 2026-09");
  CHECK_FALSE(offers("month close ''", "2026-09"));
  CHECK(offers("month diff ''", "2026-09"));
  CHECK_FALSE(offers("''", "__complete"));
  CHECK_FALSE(offers("area ''", "add "));
  CHECK_FALSE(offers("-- add ''", "--db"));
}

TEST_CASE_FIXTURE(CompletionTown,
                  "every command and option is offered and described in both languages") {
  for (const std::string language : {"en", "zh"}) {
    set("GRIDVISIT_LANG", language);
    for (const auto& command : lines(must("help commands").out)) {
      CAPTURE(command);
      const auto lead = command.substr(0, command.rfind(' ') + 1);
      CHECK(offers(lead + "''", command.substr(lead.size())));
      for (const auto& printed : lines(must("__complete -- " + command + " --").out))
        CHECK(printed.size() > printed.find('\t') + 1);
    }
  }
}

TEST_CASE_FIXTURE(CompletionTown,
                  "households are offered masked and only to whom they may be shown") {
  const auto printed = must("__complete -- add 甲二").out;
  CHECK(printed == "G01-1-1-102\t甲* 示例路1栋*\n");
  set("GRIDVISIT_WORKER", "");
  CHECK(must("__complete -- add ''").out.empty());
  CHECK(offers("add G02-1", "G02-1-1-101"));
}

TEST_CASE("completion needs no database for what is in none") {
  const Sandbox sandbox;
  CHECK(sandbox.must("__complete -- sta").out.starts_with("status\t"));
  CHECK(sandbox.run("__complete -- add ''").code == 3);
}

TEST_CASE("a shell without a script is told") {
  const Sandbox sandbox;
  const Case cases[] = {
      {"completion bash", 0, "complete -F"},
      {"completion zsh", 0, "compadd"},
      {"completion fish", 0, "complete -c gridvisit"},
      {"completion tcsh", 2, nothing, "bash, zsh and fish"},
      {"completion", 2, nothing},
  };
  check(sandbox, cases);
}
