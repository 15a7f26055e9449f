#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/store/store.hpp"

#include "cli/program.hpp"

using namespace gridvisit::tests;

namespace {

/// What must not leave unasked: parts of a name, of two phone numbers and of an address, and the
/// one word that stands in every free text.
constexpr std::string_view k_secrets[] = {"隐一", "13912345678", "13800138000", "栋501", "密"};

/// A town in which every field that can hold personal data does. W01 types; G01 is theirs.
struct PrivacyTown : Sandbox {
  PrivacyTown() {
    set("GRIDVISIT_DB", (folder() / "town.db").string());
    set("GRIDVISIT_WORKER", "W01");
    set("GRIDVISIT_TODAY", "2026-10-15");
    must("init");
    take("areas",
         "area,name,kind,parent\nS1,示例街道,street,\nG01,一网格,grid,S1\n"
         "G02,二网格,grid,S1\n");
    take("workers", "worker,name,phone\nW01,员一,13800138000\nW02,员二,13800138000\n");
    take("assignments",
         "worker,grid,role,from\nW01,G01,responsible,2026-01-01\n"
         "W02,G02,responsible,2026-01-01\n");
    take("households",
         "household,grid,address,building,unit,room,name,phone,people,situation,difficulties,"
         "needs,tags\n"
         "G01-3-2-501,G01,隐私路3栋501,3,2,501,周隐一,13912345678,2,甲密,乙密,丙密,disabled\n"
         "G01-3-2-502,G01,隐私路3栋501,3,2,502,周隐一,13912345678,2,甲密,乙密,丙密,\n"
         "G02-3-2-501,G02,隐私路3栋501,3,2,501,周隐一,13912345678,2,甲密,乙密,丙密,\n"
         "G02-3-2-502,G02,隐私路3栋501,3,2,502,周隐一,13912345678,2,甲密,乙密,丙密,\n");
    take("tags", "household,tag,from,note\nG01-3-2-501,gas,2026-01-01,丁密\n");
    take("visits",
         "household,worker,day,mode,note,voided_at,void_reason\n"
         "G01-3-2-501,W01,2026-10-01,door,戊密,,\n"
         "G01-3-2-502,W01,2026-10-02,door,戊密,2026-10-03,己密\n"
         "G02-3-2-502,W02,2026-10-02,door,戊密,,\n");
    must("patrol add G01 am --note 庚密");
    must("add 3-2-501 辛密 -m phone");
    write("bad.csv", "household,grid,name,phone,note\nG01-9,G99,周隐一,\"13912345678\x1b\",密\n");
  }

  void take(const std::string& table, std::string_view csv) const {
    write("in.csv", csv);
    must("import " + table + " in.csv");
  }
};

/// A command and a line of it that comes as near to personal data as it can.
struct Line {
  std::string_view command;
  std::string_view line;
  bool prints = false;  ///< tables, in every format
};

constexpr Line k_lines[] = {
    {"add", "add 3-2-501 壬密 --on yesterday"},
    {"add", "add 周"},
    {"add", "add G02-3-2-501"},
    {"due", "due -l 0", true},
    {"due", "due -l 0 --as W02", true},
    {"plan", "plan", true},
    {"plan", "plan --worker W02", true},
    {"plan", "plan --area S1", true},
    {"round", "round"},
    {"status", "status", true},
    {"journal", "journal", true},
    {"find", "find 周", true},
    {"find", "find 周 --everywhere", true},
    {"show", "show 3-2-501", true},
    {"show", "show G02-3-2-502", true},
    {"show", "show 周"},
    {"amend", "amend 1 --mode phone --reason 癸密"},
    {"amend", "amend 2 --mode phone --reason 癸密"},
    {"void", "void 3 --reason 癸密"},
    {"undo", "undo -n"},
    {"patrol add", "patrol add G01 pm --note 庚密"},
    {"patrol list", "patrol list", true},
    {"report month", "report month --details", true},
    {"report month", "report month --by grid --details", true},
    {"report year", "report year --details", true},
    {"report household", "report household G01-3-2-501", true},
    {"report household", "report household 周"},
    {"report rule", "report rule special-monthly --details", true},
    {"explain", "explain annual-door-visit G01-3-2-501", true},
    {"explain", "explain monthly-households W01", true},
    {"explain", "explain annual-door-visit S1", true},
    {"explain", "explain feasibility G01", true},
    {"explain", "explain due G01-3-2-501", true},
    {"feasibility", "feasibility", true},
    {"month close", "month close 2026-09"},
    {"month diff", "month diff 2026-09", true},
    {"month list", "month list", true},
    {"holiday list", "holiday list", true},
    {"policy show", "policy show", true},
    {"policy list", "policy list", true},
    {"policy check", "policy check bad.csv"},
    {"policy load", "policy load bad.csv"},
    {"area add", "area add G03 三网格 --kind grid --parent S1"},
    {"area list", "area list", true},
    {"area show", "area show G01", true},
    {"area edit", "area edit G03 --name 第三网格"},
    {"worker add", "worker add W03 员三 --phone 13800138000"},
    {"worker list", "worker list", true},
    {"worker show", "worker show W01", true},
    {"worker edit", "worker edit W03 --phone 13800138000"},
    {"worker end", "worker end W03"},
    {"household add", "household add G01-9-9-901 G01 --name 周隐一 --phone 13912345678"},
    {"household list", "household list", true},
    {"household show", "household show G01-3-2-501", true},
    {"household edit", "household edit G01-9-9-901 --situation 甲密"},
    {"household move", "household move G01-9-9-901 G02"},
    {"household end", "household end G01-9-9-901"},
    {"household erase", "household erase G01-9-9-901 --reason 癸密"},
    {"tag add", "tag add G01-3-2-502 gas --note 丁密"},
    {"tag list", "tag list --all", true},
    {"tag show", "tag show G01-3-2-501", true},
    {"tag edit", "tag edit G01-3-2-502 gas --note 丁密"},
    {"tag end", "tag end G01-3-2-502 gas"},
    {"tag category add", "tag category add pets --zh 养宠 --en pets"},
    {"tag category list", "tag category list", true},
    {"assign add", "assign add W02 G01 --role assistant"},
    {"assign list", "assign list", true},
    {"assign show", "assign show G01", true},
    {"assign edit", "assign edit W02 G01 --from 2026-10-01"},
    {"assign end", "assign end W02 G01"},
    {"leave add", "leave add W02 2026-10-01 2026-10-02 --kind sick"},
    {"leave list", "leave list --all", true},
    {"leave show", "leave show W02", true},
    {"leave edit", "leave edit W02 --kind annual"},
    {"leave end", "leave end W02"},
    {"import", "import households bad.csv"},
    {"import", "import households bad.csv --skip-bad --rejects rejects.csv --force"},
    {"check", "check -v --pace", true},
    {"check", "check -v --month 2026-09", true},
    {"export", "export areas"},
    {"export", "export workers"},
    {"export", "export workers --format ndjson"},
    {"export", "export assignments"},
    {"export", "export households"},
    {"export", "export households --format ndjson"},
    {"export", "export tags"},
    {"export", "export visits"},
    {"export", "export visits --format ndjson"},
    {"export", "export compliance"},
    {"init", "init"},
    {"backup", "backup copy.db"},
    {"restore", "restore copy.db --yes"},
    {"verify", "verify", true},
    {"doctor", "doctor", true},
    {"migrate", "migrate"},
    {"member add", "member add root administrator"},
    {"member list", "member list --all", true},
    {"member edit", "member edit root --role coordinator"},
    {"member end", "member end root"},
    {"retention list", "retention list", true},
    {"retention apply", "retention apply --reason 癸 --yes"},
    {"config list", "config list"},
    {"config get", "config get worker"},
    {"config set", "config set worker W01"},
    {"completion", "completion bash"},
    {"__complete", "__complete -- add 周"},
    {"__complete", "__complete -- explain annual-door-visit G01-3"},
    {"__complete", "__complete -- worker show W"},
};

void check_is_silent(const Sandbox& town, const std::string& line) {
  const auto ran = town.run(line);
  INFO("gridvisit ", line);
  INFO("stdout: ", ran.out);
  INFO("stderr: ", ran.err);
  for (const auto secret : k_secrets) {
    CAPTURE(secret);
    CHECK(ran.out.find(secret) == std::string::npos);
    CHECK(ran.err.find(secret) == std::string::npos);
  }
}

bool tells_a_secret(const std::string& text) {
  return std::ranges::any_of(
      k_secrets, [&](std::string_view secret) { return text.find(secret) != std::string::npos; });
}

/// What the program prints on a terminal.
std::string on_terminal(const Sandbox& town, const std::string& line) {
  return town.shell("script -qec 'gridvisit " + line + "' /dev/null </dev/null").out;
}

gridvisit::store::AuditEntry last_entry(const Sandbox& town) {
  return gridvisit::store::open(town.folder() / "town.db")->read()->audit().head();
}

}  // namespace

TEST_CASE("no command shows personal data in a file or pipe unless it is asked for with a reason") {
  const PrivacyTown town;
  const auto commands = lines(town.must("help commands").out);
  for (const auto& command : commands) {
    CAPTURE(command);
    CHECK_MESSAGE(std::ranges::find(k_lines, command, &Line::command) != std::end(k_lines),
                  "add a line to the table that comes near to personal data");
  }
  for (const auto& [command, line, prints] : k_lines) {
    if (std::ranges::find(commands, command) == commands.end()) continue;
    check_is_silent(town, std::string{line});
    for (const std::string format : {"csv", "json", "ndjson", "markdown"})
      if (prints) check_is_silent(town, std::string{line} + " --format " + format);
  }
}

TEST_CASE("unmasking needs a reason and goes on record without the values") {
  const PrivacyTown town;
  for (const std::string line :
       {"due", "plan", "journal", "find 周", "show 3-2-501", "patrol list", "worker list",
        "worker show W01", "household list", "household show G01-3-2-501", "tag list --all",
        "tag show G01-3-2-501", "export workers", "export households", "export tags",
        "export visits"}) {
    CAPTURE(line);
    CHECK(town.run(line + " --unmask").code == 2);
    CHECK(town.run(line + " --unmask --reason ' '").code == 2);
    CHECK(town.run(line + " --unmask --reason a\x1b").code == 4);
    check_is_silent(town, line + " --unmask --reason 'a test' -n");
    const auto before = last_entry(town).sequence;
    CHECK(tells_a_secret(town.must(line + " --unmask --reason 'a test'").out));
    const auto entry = last_entry(town);
    CHECK(entry.sequence == before + 1);
    CHECK(entry.reference.ends_with(": a test"));
    CHECK(!tells_a_secret(entry.reference));
  }
}

TEST_CASE("on a terminal a worker sees the own grids but no phone number") {
  const PrivacyTown town;
  const auto sees = [&](const std::string& line, std::string_view text) {
    const auto out = on_terminal(town, line);
    CHECK(out.find("13912345678") == std::string::npos);
    return out.find(text) != std::string::npos;
  };
  CHECK(sees("due", "周隐一"));
  CHECK(sees("round", "周隐一"));
  CHECK(sees("journal", "戊密"));
  CHECK(sees("find 3-2-501", "隐私路3栋501"));
  CHECK(sees("show 3-2-501", "甲密"));
  CHECK(sees("show 3-2-501", "隐私路3栋501"));
  CHECK(sees("add 3-2-501 -n", "周隐一"));
  CHECK(sees("amend 1 --mode phone --reason x -n", "戊密"));
  CHECK(sees("add 周", "G01-3-2-501 周隐一"));
  CHECK(!sees("household list", "隐一"));
}

TEST_CASE("on a terminal a worker does not see the grids of others") {
  const PrivacyTown town;
  const auto sees_none = [&](const std::string& line) {
    const auto out = on_terminal(town, line);
    CAPTURE(out);
    CHECK(out.find("周*") != std::string::npos);
    CHECK(!tells_a_secret(out));
  };
  sees_none("show G02-3-2-502");
  sees_none("add G02-3-2-502 -n");
  sees_none("amend 3 --mode phone --reason x -n");
  sees_none("find G02 --everywhere");
  sees_none("find 周 --as=");
}

TEST_CASE("what is wrong with a row is told on a terminal with its value shown safely") {
  const PrivacyTown town;
  const auto out = on_terminal(town, "import households bad.csv");
  CHECK(out.find("\"13912345678\\x1b\"") != std::string::npos);
}
