#include <utility>

#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

struct RoundTown : Town {
  /// `household,mode,outcome` of each visit on record.
  std::vector<std::string> visits() const {
    std::vector<std::string> found;
    for (const auto& line : lines(must("journal --format csv").out)) {
      std::vector<std::string> cells;
      std::string cell;
      for (const char c : line + ",") {
        if (c == ',')
          cells.push_back(std::exchange(cell, {}));
        else
          cell += c;
      }
      if (cells.front() != "visit") found.push_back(cells[3] + "," + cells[5] + "," + cells[6]);
    }
    return found;
  }
};

using Visits = std::vector<std::string>;

}  // namespace

TEST_CASE("a round is walked by lines of a pipe and each visit is saved with its answer") {
  const RoundTown town;
  const auto ran = town.must("round", "m 血压偏高\n5\na\n");
  CHECK(has(ran.out, "1/3"));
  CHECK(has(ran.out, "Saved visit 1: G01-1-1-101 甲*, door, met, 2026-10-15."));
  CHECK(has(ran.out, "2026-10: 1 of 30 households"));
  CHECK(has(ran.out, "G01-1-1-101 owes nothing more."));
  CHECK(has(ran.out, "Saved visit 2: G01-1-1-102 甲*, phone, absent, 2026-10-15."));
  CHECK(has(ran.out, "Visits saved in this round: 2. Households left: 1."));
  CHECK(town.visits() == Visits{"G01-1-1-101,door,met", "G01-1-1-102,phone,absent"});
  CHECK(has(town.must("journal --unmask --reason test").out, "血压偏高"));
}

TEST_CASE("a round that was left goes on where it was") {
  const RoundTown town;
  town.must("round", "a\nq\nm\n");
  CHECK(town.visits() == Visits{"G01-1-1-101,door,absent"});
  const auto ran = town.must("round", "m\nm\n");
  CHECK(has(ran.out, "2/3"));
  CHECK(has(ran.out, "Households left: 0."));
  CHECK(town.visits().size() == 3);
}

TEST_CASE("skipped households come back and back leads to those before") {
  const RoundTown town;
  const auto ran = town.must("round", "s\nm\nm\nb\nb\n");
  const auto first = ran.out.find("Saved visit 1: G01-1-1-102");
  CHECK(first != std::string::npos);
  CHECK(has(ran.out.substr(first), "1/3"));
  CHECK(has(ran.out, "skipped 1"));
  CHECK(town.visits().size() == 2);
}

TEST_CASE("undo in a round tells what it would void and voids it at the second u") {
  const RoundTown town;
  CHECK(has(town.must("round", "m\nu\nx\n").out, "Void this visit?"));
  CHECK(town.visits().size() == 1);
  const auto ran = town.must("round", "u\nu\n");
  CHECK(has(ran.out, "Visit 1 is void: G01-1-1-101 甲*, door, met, 2026-10-15"));
  CHECK(has(ran.out, "Households left: 3."));
  const auto nothing_to_undo = town.run("round", "u\n");
  CHECK(nothing_to_undo.code == 4);
  CHECK(has(nothing_to_undo.err, "W01 has logged nothing today."));
}

TEST_CASE("a note may be typed before the outcome and is refused as add refuses it") {
  const RoundTown town;
  town.must("round", "n\n约周五复查\nm\n");
  CHECK(has(town.must("journal --unmask --reason test").out, "约周五复查"));
  for (const std::string note : {"m a\x1b[31mb\n", "m a\u202eb\n", "m \xff\n"}) {
    CAPTURE(note);
    const auto ran = town.run("round", note);
    CHECK(ran.code == 4);
    CHECK(!has(ran.err, "\x1b"));
  }
  CHECK(town.run("round", "m " + std::string(100'000, 'x') + "\n").code == 4);
  CHECK(town.visits().size() == 1);
}

TEST_CASE("what is no key ends a round of a pipe and what was saved stays") {
  const RoundTown town;
  const Case cases[] = {
      {"round", 2, "Saved visit 1", "`yes` is no key of a round.", "m\nyes\nm\n"},
      {"round", 2, "", "is no key of a round", "5 note\n"},
      {"round --no-input", 2, nothing, "asks at every household"},
      {"round -m pidgeon", 2, nothing, "not a way of visiting"},
      {"round -l x", 2, nothing, "whole number"},
      {"round --as W03", 0, "No household owes a visit today."},
      {"round --as W99", 3, nothing, "There is no worker W99."},
      {"round", 0, "Households left: 2."},
  };
  check(town, cases);
  CHECK(town.visits() == Visits{"G01-1-1-101,door,met"});
}

TEST_CASE("a round takes its usual way and its day and speaks Chinese") {
  const RoundTown town;
  const Case cases[] = {
      {"round -m phone --on yesterday", 0, "phone, met, 2026-10-14", "", "m\n2\nm\n"},
      {"round --lang zh -l 1", 0, "已保存走访 3", "", "Ｍ 平安\n"},
      {"巡访 -n", 0, "Would save: G01", "", "m\n"},
  };
  check(town, cases);
  CHECK(town.visits() ==
        Visits{"G01-1-1-101,phone,met", "G01-1-1-102,outside,met", "G01-1-1-101,door,met"});
}
