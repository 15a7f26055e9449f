#include <algorithm>

#include <doctest/doctest.h>

#include "cli/program.hpp"

using namespace gridvisit::tests;

namespace {

/// A database with street S1, grids G01 and G02, workers W01 and W02, of whom W01 is responsible
/// for G01, and household G01-1 there. Today is Monday, 5 October 2026.
struct CommandsRegister : Sandbox {
  CommandsRegister() {
    set("GRIDVISIT_TODAY", "2026-10-05");
    for (const auto* line :
         {"init -q", "area add S1 East --kind street", "area add G01 One --parent S1",
          "area add G02 Two --parent S1", "worker add W01 Sample --phone 13800000001",
          "worker add W02 Example", "assign add W01 G01", "household add G01-1 G01"})
      must(line);
  }

  std::string csv(const std::string& line) const { return must(line + " --format csv").out; }
};

}  // namespace

TEST_CASE("an area is added and listed and changed and shown") {
  const CommandsRegister town;
  const Case cases[] = {
      {"area add C1 北社区 --kind 社区 --parent S1", 0, "Added area C1 北社区.\n", nothing},
      {"area edit G02 --parent C1 --name Zwei", 0, "Changed area G02 Zwei.\n", nothing},
      {"area show G02", 0, "Part of  C1\n", nothing},
      {"area show G01", 0, "responsible", nothing},
      {"area list --lang zh", 0, "社区", nothing},
      {"area show G01 --format json", 0, R"("assignments":[{"worker":"W01")", nothing},
  };
  check(town, cases);
  CHECK(town.csv("area list") ==
        "area,name,kind,parent\nS1,East,street,\nC1,北社区,community,S1\n"
        "G02,Zwei,grid,C1\nG01,One,grid,S1\n");
  CHECK(town.csv("area list --area C1") ==
        "area,name,kind,parent\nC1,北社区,community,S1\nG02,Zwei,grid,C1\n");
}

TEST_CASE("the tree of areas is shown by indentation") {
  const CommandsRegister town;
  const auto printed = lines(town.must("area list").out);
  const auto starts = [&](std::string_view text) {
    return std::ranges::any_of(printed,
                               [&](const std::string& line) { return line.starts_with(text); });
  };
  CHECK(starts("S1 "));
  CHECK(starts("\u00a0\u00a0G01  One   grid    W01"));
}

TEST_CASE("bad areas are refused and unknown ones not found") {
  const CommandsRegister town;
  const Case cases[] = {
      {"area add G01 again", 4, nothing, "There is an area G01 already: One."},
      {"area add 'G 3' spaces", 4, nothing, "A code can't contain spaces"},
      {"area add G03 ''", 4, nothing, "Area G03 needs a name."},
      {"area add G03 Three --parent G01", 4, nothing, "G01 is a grid with households"},
      {"area edit S1 --parent G02", 4, nothing, "S1 can't be placed below G02"},
      {"area add G03 Three --parent S2", 3, nothing, "  S1\n"},
      {"area show G1", 3, nothing, "  G01\n"},
      {"area edit G01", 2, nothing, "There is nothing to change."},
      {"area add G03", 2, nothing, "NAME is missing."},
      {"area list --area G1", 3, nothing, "There is no area G1."},
      {"area add G01 again --lang zh", 4, nothing, "已有责任区 G01：One。"},
  };
  check(town, cases);
}

TEST_CASE("a worker is added and listed and changed with the phone masked") {
  const CommandsRegister town;
  const Case cases[] = {
      {"worker edit W02 --phone 13900000002", 0, "Changed worker W02 Example.\n", nothing},
      {"worker show W02", 0, "139****0002", nothing},
      {"worker show W02 --unmask", 2, nothing, "Add --reason TEXT."},
      {"worker show W02 --unmask --reason 'new list'", 0, "13900000002", nothing},
      {"worker list --lang zh", 0, "姓名", nothing},
      {"worker add W01 again", 4, nothing, "There is a worker W01 already: Sample."},
      {"worker edit W3 --name x", 3, nothing, "There is no worker W3."},
      {"worker add W03 ''", 4, nothing, "Worker W03 needs a name."},
  };
  check(town, cases);
  CHECK(town.csv("worker list") ==
        "worker,name,phone,grids\nW01,Sample,138****0001,G01\nW02,Example,139****0002,\n");
  CHECK(town.csv("worker list --area G02") == "worker,name,phone,grids\n");
}

TEST_CASE("a worker who leaves gives up every grid") {
  const CommandsRegister town;
  const Case cases[] = {
      {"worker end W01 --on 2026-10-31 -n", 0, "Dry run: nothing was saved.", nothing},
      {"worker end W01 --on 2026-10-31", 0, "is 2026-10-31; these grids become free: G01.",
       nothing},
      {"worker end W01 --on 2026-10-31", 4, nothing, "there is nothing to end"},
  };
  check(town, cases);
  CHECK(town.csv("assign list") ==
        "worker,name,grid,grid_name,role,from,until\nW01,Sample,G01,One,responsible,,2026-10-31\n");
}

TEST_CASE("two responsible workers clash and a hand-over does not") {
  const CommandsRegister town;
  const Case cases[] = {
      {"assign add W02 G01 --from 2026-10-16", 4, nothing,
       "Grid G01 has a responsible worker already: W01 Sample (always)."},
      {"assign add W02 G01 --from 2026-10-16 --lang zh", 4, nothing,
       "网格 G01 已有负责的网格员：W01 Sample（一直）。"},
      {"assign add W02 G01 --replace", 2, nothing, "Add --from DAY."},
      {"assign add W02 G01 --from 2026-10-16 --replace", 0,
       "Worker W01 is responsible for grid G01 (.. 2026-10-15).\n"
       "Worker W02 is responsible for grid G01 (2026-10-16 ..).\n",
       nothing},
      {"assign list --on 2026-10-16", 0, "W02", nothing},
      {"assign show G01", 0, "2026-10-15", nothing},
      {"assign end W02 G01 --on 2026-12-31", 0, "(2026-10-16 .. 2026-12-31).", nothing},
      {"assign edit W02 G01 --until ''", 0, "(2026-10-16 ..).", nothing},
      {"assign edit W02 G01 --role assistant --grid G02", 0, "assists in grid G02", nothing},
  };
  check(town, cases);
  CHECK(town.csv("assign list --grid G02") ==
        "worker,name,grid,grid_name,role,from,until\nW02,Example,G02,Two,assistant,2026-10-16,\n");
}

TEST_CASE("a stand-in gives the grid back") {
  const CommandsRegister town;
  CHECK(lines(town.must("assign add W02 G01 --replace --from 2026-10-05 --until 2026-10-09").out)
            .back() == "Worker W01 is responsible for grid G01 (2026-10-10 ..).");
  CHECK(town.csv("assign list --worker W01 --all") ==
        "worker,name,grid,grid_name,role,from,until\n"
        "W01,Sample,G01,One,responsible,,2026-10-04\n"
        "W01,Sample,G01,One,responsible,2026-10-10,\n");
}

TEST_CASE("bad assignments are refused and unknown ones not found") {
  const CommandsRegister town;
  const Case cases[] = {
      {"assign add W02 S1", 4, nothing, "S1 is not a grid"},
      {"assign add W02 G02 --role chief", 2, nothing, "`chief` is not a role."},
      {"assign add W02 G02 --from 2026-02-30", 4, nothing, "There is no day 2026-02-30."},
      {"assign add W02 G02 --from someday", 2, nothing, "`someday` is not a day."},
      {"assign add W02 G02 --from 2026-10-05 --until 2026-10-04", 4, nothing,
       "It would end on 2026-10-04, before it begins on 2026-10-05."},
      {"assign add W02 G3", 3, nothing, "There is no area G3."},
      {"assign end W02 G01", 3, nothing, "Worker W02 has no such assignment on grid G01."},
      {"assign edit W01 G01", 2, nothing, "--role --from --until --worker --grid"},
  };
  check(town, cases);
}

TEST_CASE("a household is added with every field and listed masked") {
  const CommandsRegister town;
  town.must(
      "household add G01-2 G01 --building 3 --unit 2 --room 501 --name 张某某 --phone 13800008000 "
      "--people 3 --situation alone --needs bed --from 2026-03-01 --tag disabled --tag gas");
  CHECK(town.csv("household list") ==
        "household,grid,address,building,unit,room,name,phone,people,situation,difficulties,needs,"
        "from,until,tags\n"
        "G01-1,G01,,,,,,,,,,,,,\n"
        "G01-2,G01,,3,*,*,张*,138****8000,3,*,,*,2026-03-01,,disabled gas\n");
  const Case cases[] = {
      {"household list --unmask --reason audit", 0, "13800008000", nothing},
      {"household show G01-2", 0, "张*", nothing},
      {"household show G01-2 --lang zh", 0, "残疾人", nothing},
      {"household show G01-2 --format json", 0, R"("residences":[{"grid":"G01")", nothing},
      {"household list --tag special --format csv", 0, "\nG01-2,", nothing},
      {"household list --worker W02", 0, "Nothing on record.", nothing},
  };
  check(town, cases);
}

TEST_CASE("a household is changed field by field and keeps the rest") {
  const CommandsRegister town;
  town.must("household edit G01-1 --name Sample --people 3");
  town.must("household edit G01-1 --people ''");
  CHECK(town.csv("household list").find("\nG01-1,G01,,,,,S*,,,,,,,,\n") != std::string::npos);
}

TEST_CASE("a household moves and moves out and comes back") {
  const CommandsRegister town;
  const Case cases[] = {
      {"household move G01-1 G02 --on 2026-10-10", 0,
       "Household G01-1 lives in grid G02 (2026-10-10 ..).\n", nothing},
      {"household end G01-1 --on 2026-12-31", 0, "is 2026-12-31.\n", nothing},
      {"household move G01-1 G01 --on 2027-03-01", 0, "(2027-03-01 ..)", nothing},
      {"household list --on 2027-01-15", 0, "Nothing on record.", nothing},
      {"household edit G01-1 --on 2026-11-01 --until 2026-11-30", 0, "Changed household", nothing},
  };
  check(town, cases);
  CHECK(town.must("household show G01-1 --format json")
            .out.find(R"("residences":[{"grid":"G01","grid_name":"One","from":null,"until":)"
                      R"("2026-10-09"},{"grid":"G02","grid_name":"Two","from":"2026-10-10",)"
                      R"("until":"2026-11-30"},{"grid":"G01")") != std::string::npos);
}

TEST_CASE("bad households are refused and unknown ones not found") {
  const CommandsRegister town;
  const Case cases[] = {
      {"household add G01-1 G01", 4, nothing, "There is a household G01-1 already."},
      {"household add G01-2 S1", 4, nothing, "S1 is not a grid"},
      {"household add G01-2 G1", 3, nothing, "  G01\n"},
      {"household add G01-2 G01 --tag disable", 3, nothing, "  disabled\n"},
      {"household add G01-2 G01 --people many", 4, nothing, "The number of people can't be many."},
      {"household edit G01-1 --name '\x1b[31mred'", 4, nothing, "control character"},
      {"household edit G1-1 --people 3", 3, nothing, "  G01-1\n"},
      {"household move G01-1 G01 --on 2026-10-10", 4, nothing, "lives in grid G01 already"},
      {"household list --tag speciall", 3, nothing, "There is no category speciall."},
  };
  check(town, cases);
  CHECK(lines(town.csv("household list")).size() == 2);
}

TEST_CASE("a category is named by its code or its name") {
  const CommandsRegister town;
  const Case cases[] = {
      {"tag add G01-1 低保", 0, "has the tag 低保", nothing},
      {"tag end G01-1 low-income", 0, "has the tag", nothing},
      {"tag add G01-1 ''", 3, nothing, "There is no category"},
  };
  check(town, cases);
}

TEST_CASE("a tag is given and listed and changed and ended") {
  const CommandsRegister town;
  const Case cases[] = {
      {"tag add G01-1 disabled --from 2026-01-01 --note seen", 0,
       "Household G01-1 has the tag disabled (2026-01-01 ..).\n", nothing},
      {"tag add G01-1 disabled --from 2026-09-01", 4, nothing, "on some of those days"},
      {"tag edit G01-1 disabled --from 2026-02-01", 0, "(2026-02-01 ..)", nothing},
      {"tag list --lang zh", 0, "残疾人", nothing},
      {"tag end G01-1 disabled --on 2026-08-31", 0, "(2026-02-01 .. 2026-08-31)", nothing},
      {"tag list", 0, "Nothing on record.", nothing},
      {"tag end G01-1 disabled", 3, nothing, "  2026-02-01 .. 2026-08-31\n"},
      {"tag add G01-1 disable", 3, nothing, "  disabled\n"},
      {"tag add G01-9 disabled", 3, nothing, "  G01-1\n"},
      {"tag edit G01-1 disabled", 2, nothing, "There is nothing to change."},
  };
  check(town, cases);
  CHECK(town.csv("tag show G01-1") ==
        "household,tag,from,until,note\nG01-1,disabled,2026-02-01,2026-08-31,*\n");
  CHECK(town.csv("tag list --all --unmask --reason audit").find(",seen\n") != std::string::npos);
}

TEST_CASE("a category of one's own is added once and listed") {
  const CommandsRegister town;
  const Case cases[] = {
      {"tag category add pregnant --zh 孕产妇 --en pregnant --group special", 0,
       "Added category pregnant: 孕产妇, pregnant.\n", nothing},
      {"tag category add pregnant --en again", 4, nothing, "There is a category pregnant already."},
      {"tag category add other", 4, nothing, "Give --zh, --en or both."},
      {"tag category list --format csv", 0, "\npregnant,孕产妇,pregnant,special\n", nothing},
      {"tag category", 2, nothing, "tag category add"},
      {"tag add G01-1 pregnant", 0, "(always)", nothing},
      {"household list --tag special --format csv", 0, "pregnant", nothing},
  };
  check(town, cases);
}

TEST_CASE("leave is added and listed and changed and ended") {
  const CommandsRegister town;
  const Case cases[] = {
      {"leave add W01 --from 2026-10-12 --until 2026-10-16 --kind sick", 0,
       "Worker W01 is on leave (2026-10-12 .. 2026-10-16).\n", nothing},
      {"leave add W01 --from 2026-10-16", 4, nothing, "is on leave on some of those days"},
      {"leave add W01", 2, nothing, "Add --from DAY."},
      {"leave add W9 --from today", 3, nothing, "There is no worker W9."},
      {"leave edit W01 --until 2026-10-20", 0, "(2026-10-12 .. 2026-10-20)", nothing},
      {"leave end W01 --on 2026-10-14", 0, "ends on 2026-10-14.\n", nothing},
      {"leave end W01 --on 2026-10-18", 3, nothing, "  2026-10-12 .. 2026-10-14\n"},
      {"leave edit W02 --kind x", 3, nothing, "Worker W02 has no such leave."},
      {"leave list --lang zh", 0, "请假", nothing},
  };
  check(town, cases);
  CHECK(town.csv("leave list") ==
        "worker,name,from,until,kind\nW01,Sample,2026-10-12,2026-10-14,sick\n");
  CHECK(town.csv("leave show W02") == "worker,name,from,until,kind\n");
}

TEST_CASE("a patrol is recorded once by who types it") {
  const CommandsRegister town;
  const Case cases[] = {
      {"patrol add G01 am", 2, nothing, "Nobody said who went on patrol."},
      {"patrol add G01 am --as W01", 0,
       "Recorded a patrol: grid G01, 2026-10-05, morning, worker W01.\n", nothing},
      {"patrol add G01 am --as W01", 0, "on record already", nothing},
      {"patrol add G01 下午 --as W02 --on yesterday", 0, "2026-10-04, afternoon",
       "Worker W02 did not have grid G01 on 2026-10-04."},
      {"patrol add G01 am --as W01 --on 2026-10-06", 4, nothing, "2026-10-06 is in the future."},
      {"patrol add G01 noon --as W01", 2, nothing, "`noon` is not a half-day."},
      {"patrol add G1 am --as W01", 3, nothing, "There is no area G1."},
      {"patrol list --lang zh", 0, "下午", nothing},
      {"patrol list --month last", 0, "Nothing on record.", nothing},
  };
  check(town, cases);
  CHECK(town.csv("patrol list") ==
        "grid,worker,day,half,note\nG01,W02,2026-10-04,pm,\nG01,W01,2026-10-05,am,\n");
}

TEST_CASE("a dry run tells what would be on record and changes nothing") {
  const CommandsRegister town;
  town.must("tag add G01-1 gas");
  town.must("leave add W01 --from 2026-10-01");
  const auto everything = [&] {
    std::string all;
    for (const auto* list : {"area list", "worker list", "household list", "assign list --all",
                             "tag list --all", "leave list --all", "patrol list"})
      all += town.csv(list);
    return all + town.csv("tag category list");
  };
  const auto before = everything();
  for (const auto* line : {"area add G03 Three",
                           "area edit G01 --name Uno",
                           "worker add W03 Three",
                           "worker edit W01 --name Uno",
                           "worker end W01",
                           "household add G01-2 G01",
                           "household edit G01-1 --people 9",
                           "household move G01-1 G02",
                           "household end G01-1",
                           "tag add G01-1 disabled",
                           "tag edit G01-1 gas --note x",
                           "tag end G01-1 gas",
                           "tag category add own --en own",
                           "assign add W02 G02",
                           "assign add W02 G01 --replace --from today",
                           "assign edit W01 G01 --until today",
                           "assign end W01 G01",
                           "leave add W02 --from today",
                           "leave edit W01 --kind x",
                           "leave end W01",
                           "patrol add G01 am --as W01"}) {
    CAPTURE(line);
    CHECK(town.must(std::string{line} + " --dry-run").out.find("Dry run") != std::string::npos);
  }
  CHECK(everything() == before);
}
