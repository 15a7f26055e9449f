#include <doctest/doctest.h>

#include "gridvisit/store/store.hpp"

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

/// A town with notes of 2023 and of this month; G01-2-1-101 moved out on 2026-09-30.
struct OldTown : Town {
  OldTown() {
    write("v.csv",
          "household,worker,day,mode,note\nG01-1-1-101,W01,2023-01-10,door,旧话\n"
          "G01-1-1-102,W01,2023-10-15,door,新话\nG01-1-1-102,W01,2023-10-14,door,\n");
    must("import visits v.csv");
    must("patrol add G01 am --on 2023-01-10 --note 旧巡");
  }
};

}  // namespace

TEST_CASE("personal data is kept for ever unless a setting says for how long") {
  const OldTown town;
  const Case cases[] = {
      {"retention list", 0, "Everything is kept for ever"},
      {"retention list --format csv", 0, "category,months,before,due\nnotes,,,0\nmoved_out,,,0\n"},
      {"retention apply --reason yearly --yes", 0, "Nothing is past its time."},
      {"config set keep_notes_months soon", 2, nothing, "a number of months"},
      {"config set keep_notes_months -1", 2, nothing},
      {"config set keep_notes_months 36", 0},
      {"config set keep_moved_out_months 0", 0},
      {"retention list --format csv", 0, "notes,36,2023-10-15,2\nmoved_out,0,2026-10-15,1\n"},
      {"retention list", 0, "G01-2-1-101"},
      {"retention list --lang zh", 0, "走访和巡查的备注"},
  };
  check(town, cases);
}

TEST_CASE("what is past its time is erased only on purpose and then for good") {
  const OldTown town;
  town.must("config set keep_notes_months 36");
  town.must("config set keep_moved_out_months 0");
  const auto texts = [&] {
    return town.must("export visits --unmask --reason test").out +
           town.must("export households --unmask --reason test").out;
  };
  const Case untouched[] = {
      {"retention apply --yes", 4, nothing, "only for a reason"},
      {"retention apply --reason ' ' --yes", 4, nothing, "only for a reason"},
      {"retention apply --reason yearly", 2, nothing, "Add --yes."},
      {"retention apply --reason yearly -n", 0, "Dry run: nothing was saved."},
  };
  const auto before = texts();
  check(town, untouched);
  CHECK(texts() == before);
  CHECK(before.find("旧话") != std::string::npos);
  CHECK(before.find("乙一") != std::string::npos);
  const Case erased[] = {
      {"retention apply --reason yearly --yes", 0,
       "Erased: notes 2, personal data of households 1."},
      {"retention apply --reason yearly --yes", 0, "Nothing is past its time."},
      {"retention list --format csv", 0, "notes,36,2023-10-15,0\nmoved_out,0,2026-10-15,0\n"},
      {"verify", 0},
      {"patrol list --month 2023-01 --unmask --reason test --format csv", 0,
       "G01,W01,2023-01-10,am,\n"},
  };
  check(town, erased);
  const auto after = texts();
  CHECK(after.find("旧话") == std::string::npos);
  CHECK(after.find("乙一") == std::string::npos);
  CHECK(after.find("新话") != std::string::npos);
  CHECK(after.find("甲一") != std::string::npos);
  CHECK(after.find("G01-1-1-101,W01,2023-01-10") != std::string::npos);
}

TEST_CASE("an erasure by time is one audit entry without the values") {
  const OldTown town;
  town.must("config set keep_notes_months 36");
  town.must("retention apply --reason yearly --yes");
  const auto head = gridvisit::store::open(town.folder() / "town.db")->read()->audit().head();
  CHECK(head.operation == "retention apply");
  CHECK(head.reference == "2 notes, 0 households");
}

TEST_CASE("no word for today makes personal data older than it is") {
  const OldTown town;
  town.must("config set keep_notes_months 0");
  const auto ran = town.must("retention list --today 2090-01-01 --format csv");
  CHECK(ran.out.find("2090") == std::string::npos);
  CHECK(ran.out.find("notes,0,20") != std::string::npos);
}
