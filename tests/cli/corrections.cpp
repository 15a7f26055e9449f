#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

/// A town with visit 1, at the door on the day.
struct CorrectedTown : Town {
  CorrectedTown() { must("add 1-1-101 平安"); }
};

}  // namespace

TEST_CASE("amend keeps the old record and puts a new one in its place") {
  const CorrectedTown town;
  const Case cases[] = {
      {"amend 1 --mode phone --reason 只通了电话", 0,
       "Saved visit 2 in place of 1: G01-1-1-101 甲*, phone, met, 2026-10-15: *", nothing},
      {"journal --unmask --reason test", 0, "void (只通了电话): 平安"},
      {"amend 1 --mode video --reason x", 4, nothing, "Visit 2 stands in its place."},
      {"更正 2 --note 平安，已回访 --reason 补记", 0, "Saved visit 3"},
      {"amend 3 --household 1-1-102 --reason 记错户", 0, "G01-1-1-102 甲*"},
      {"amend 4 --absent --reason 没见到", 0, "phone, absent"},
      {"amend 5 --met --reason 见到了", 0, "phone, met"},
  };
  check(town, cases);
}

TEST_CASE("a correction that says nothing or nothing new is refused") {
  const CorrectedTown town;
  const Case cases[] = {
      {"amend 1 --mode door --reason x", 4, nothing, "says so already"},
      {"amend 1 --mode phone", 4, nothing, "A reason is required."},
      {"amend 1 --mode phone --reason ''", 4, nothing, "A reason is required."},
      {"amend 1 --mode phone --reason '  '", 4, nothing, "A reason is required."},
      {"amend 1 --on 2026-10-16 --reason x", 4, nothing, "in the future"},
      {"amend 9 --mode phone --reason x", 3, nothing, "There is no visit 9."},
      {"amend one --mode phone --reason x", 2, nothing, "not a visit number"},
      {"amend 1 --household 9-9-9 --reason x", 3, nothing},
      {"void 1", 4, nothing, "A reason is required."},
      {"void 9 --reason x", 3, nothing, "There is no visit 9."},
      {"due --format csv", 0, "annual-door-visit"},
  };
  check(town, cases);
  CHECK(town.must("journal").out.find("void (") == std::string::npos);
}

TEST_CASE("a voided visit counts for nothing and stays in the journal") {
  const CorrectedTown town;
  const Case cases[] = {
      {"due --format csv", 0, "G01-1-1-102"},
      {"作废 1 --reason 记错户", 0, "Visit 1 is void: G01-1-1-101 甲*, door, met"},
      {"due --format csv", 0, "G01-1-1-101"},
      {"journal --unmask --reason test", 0, "void (记错户): 平安"},
      {"void 1 --reason again", 4, nothing, "void already"},
  };
  check(town, cases);
}

TEST_CASE("undo voids my last record of today and tells it in full") {
  const CorrectedTown town;
  town.must("add G01-1-1-102 家中有人 --as W02");
  const Case cases[] = {
      {"undo -n", 0, "Would void visit 1"},
      {"undo", 0, "Visit 1 is void: G01-1-1-101 甲*, door, met, 2026-10-15: *"},
      {"撤销", 4, nothing, "W01 has logged nothing today."},
      {"journal --unmask --reason test", 0, "void (undo by W01): 平安"},
      {"journal --as W02 --unmask --reason test", 0, "家中有人"},
      {"undo --today 2026-10-16 --as W02", 4, nothing, "W02 has logged nothing today."},
  };
  check(town, cases);
}

TEST_CASE("undoing an amendment says that the first visit stays void") {
  const CorrectedTown town;
  town.must("amend 1 --mode phone --reason x");
  const Case cases[] = {{"undo", 0, "Visit 2 is void", "It had replaced visit 1"}};
  check(town, cases);
}

TEST_CASE("correcting a visit of another worker is done with a warning") {
  const CorrectedTown town;
  const Case cases[] = {
      {"void 1 --reason x -n", 0, "Would void visit 1", nothing},
      {"amend 1 --mode phone --reason x --as W02", 0, "Saved visit 2",
       "Visit 1 was logged for W01, not for W02."},
      {"void 2 --reason x --as W02", 0, "Visit 2 is void", "Visit 2 was logged for W01"},
      {"void 2 --reason x --as W77", 3, nothing, "There is no worker W77."},
  };
  check(town, cases);
}

TEST_CASE("a dry run of a correction changes nothing") {
  const CorrectedTown town;
  const Case cases[] = {
      {"amend 1 --mode phone --reason x -n", 0, "Would replace visit 1"},
      {"void 1 --reason x -n", 0, "Would void visit 1"},
      {"journal --grep 平安", 0, "door"},
  };
  check(town, cases);
  CHECK(town.must("journal").out.find("void (") == std::string::npos);
}
