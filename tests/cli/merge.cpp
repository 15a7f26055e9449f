#include <string>

#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

/// Two databases of one register: the sandbox's own, and other.db, where W02 types.
struct TwoDatabases : Town {
  TwoDatabases() {
    must("init --db other.db");
    exchange("areas workers assignments households tags", "", "--db other.db");
  }

  /// Exports tables from one database and imports them into the other.
  void exchange(const std::string& tables, const std::string& from, const std::string& to) const {
    const auto ran = shell("set -e; for table in " + tables +
                           "; do gridvisit export $table --unmask --reason test " + from +
                           " | gridvisit import $table - " + to + "; done");
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
  }
  void exchange_all(const std::string& from, const std::string& to) const {
    exchange("areas workers assignments leave households tags visits patrols holidays", from, to);
  }
  std::string register_of(const std::string& database) const {
    return shell(
               "for table in areas workers assignments leave households tags patrols holidays; "
               "do gridvisit export $table --unmask --reason test " +
               database + "; done")
        .out;
  }
  void exchange_visits() const {
    exchange("visits", "", "--db other.db");
    exchange("visits", "--db other.db", "");
  }
  /// The visits without their numbers, in an order of their own.
  std::string visits_of(const std::string& database) const {
    return shell("gridvisit export visits --unmask --reason test " + database +
                 " | cut -d, -f 1-7,9-11 | sort")
        .out;
  }
};

}  // namespace

TEST_CASE_FIXTURE(TwoDatabases, "two databases that import each other's visits end with the same") {
  must("add 1-1-101 ours");
  must("add 1-1-102 'also ours' -m phone");
  must("add G02-1-1-101 theirs --db other.db --as W02");
  must("amend 1 --note corrected --reason typo --db other.db --as W02");
  exchange_visits();
  const auto both = visits_of("");
  CHECK(lines(both).size() == 5);
  CHECK(visits_of("--db other.db") == both);
  must("void 1 --reason mistake");
  exchange_visits();
  exchange_visits();
  CHECK(lines(visits_of("")).size() == 5);
  CHECK(visits_of("--db other.db") == visits_of(""));
  CHECK(run("verify").code == 0);
  CHECK(run("verify --db other.db").code == 0);
}

TEST_CASE_FIXTURE(TwoDatabases, "an import tells which visits got new numbers") {
  must("add 1-1-101 ours");
  must("add G02-1-1-101 theirs --db other.db --as W02");
  must("export visits --db other.db --unmask --reason test -o theirs.csv");
  const Case cases[] = {
      {"import visits theirs.csv", 0, "1 new, 0 changed, 0 already there", "new numbers"},
      {"import visits theirs.csv", 0, "0 new, 0 changed, 1 already there", ""},
      {"journal --as W02", 0, "2  2026-10-15  G02-1-1-101", ""},
      {"--lang zh import visits theirs.csv", 0, "", ""},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(TwoDatabases, "only what changed since a data version is exported") {
  must("add 1-1-101 first");
  const auto told = must("export visits -o all.csv").err;
  const auto version = told.substr(told.rfind(' ') + 1, told.rfind('.') - told.rfind(' ') - 1);
  must("add 1-1-102 second");
  must("household edit G01-1-2-101 --phone 13900000009");
  const auto since = " --unmask --reason test --since " + version;
  CHECK(lines(must("export visits" + since).out).size() == 2);
  CHECK(lines(must("export households" + since).out).size() == 2);
  CHECK(lines(must("export areas" + since).out).size() == 1);
  must("void 1 --reason mistake");
  const auto changed = must("export visits" + since).out;
  CHECK(lines(changed).size() == 3);
  CHECK(changed.find(",first,1,") != std::string::npos);
  CHECK(changed.find(",mistake,") != std::string::npos);
}

TEST_CASE_FIXTURE(TwoDatabases, "a data version that the chain does not hold is refused") {
  const Case cases[] = {
      {"export visits --since 2:000000000000", 4, nothing, "not of this database"},
      {"export visits --since 999:eaa76648a17c", 4, nothing, "not of this database"},
      {"export visits --since yesterday", 2, nothing, "`yesterday` is not a data version."},
      {"export visits --since 2:000000000000 --month last", 2, nothing, "of any day"},
      {"export compliance --since 2:000000000000", 2, nothing, "compliance is always whole"},
      {"export visits --since 2:000000000000 --head-file head", 2, nothing, "can't go together"},
      {"--lang zh export visits --since 2:000000000000", 4, nothing, "不属于这个数据库"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(TwoDatabases, "a head file carries on from export to export") {
  const std::string exports = "export visits --unmask --reason test --head-file visits.head -o ";
  must("add 1-1-101 first");
  must(exports + "1.csv");
  CHECK(lines(read("1.csv")).size() == 2);
  must(exports + "2.csv");
  CHECK(lines(read("2.csv")).size() == 1);
  must("add 1-1-102 second");
  const auto head = read("visits.head");
  CHECK(run(exports + "2.csv").code == 4);  // exists already
  CHECK(run("export visits --dry-run --head-file visits.head").code == 0);
  CHECK(shell("gridvisit export visits --head-file visits.head >/dev/full").code == 6);
  CHECK(read("visits.head") == head);
  must(exports + "3.csv");
  CHECK(lines(read("3.csv")).size() == 2);
  CHECK(read("visits.head") != head);
}

TEST_CASE_FIXTURE(TwoDatabases, "a head file that is none or can't be kept stops the export") {
  write("junk.head", "not a version\n");
  must("export visits --head-file other.head --db other.db -o o.csv");
  const Case cases[] = {
      {"export visits --head-file junk.head", 4, nothing, "junk.head holds no data version."},
      {"export visits --head-file other.head", 4, nothing, "not of this database"},
      {"export visits --head-file none/visits.head", 3, nothing, "There is no folder"},
      {"export visits --head-file .", 4, nothing, ". holds no data version."},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(TwoDatabases, "databases that change different things all keep what they said") {
  must("household edit G01-1-1-101 --phone 13900000001");
  must("tag add G01-1-1-102 low-income --note 'since the accident'");
  must("leave add W01 --from 2026-10-12 --until 2026-10-13 --kind 病假");
  must("household edit G01-1-1-101 --needs '一部轮椅' --db other.db");
  must("worker edit W02 --name 员工二 --db other.db");
  must("patrol add G02 am --db other.db --as W02");
  must("init --db street.db");
  must("init --db again.db");
  for (const auto* from : {"", "--db other.db"}) exchange_all(from, "--db street.db");
  for (const auto* from : {"--db other.db", "", "--db other.db"})
    exchange_all(from, "--db again.db");
  const auto whole = register_of("--db street.db");
  for (const auto* said : {",13900000001,", "一部轮椅", "since the accident", "病假", "员工二",
                           "G02,W02,2026-10-15,am"})
    CHECK_MESSAGE(whole.find(said) != std::string::npos, said);
  CHECK(register_of("--db again.db") == whole);
  exchange_all("--db street.db", "");
  exchange_all("--db street.db", "--db other.db");
  CHECK(register_of("") == whole);
  CHECK(register_of("--db other.db") == whole);
  for (const auto* database : {"", "--db other.db", "--db street.db", "--db again.db"})
    CHECK(run(std::string{"verify "} + database).code == 0);
}

TEST_CASE_FIXTURE(TwoDatabases, "a later change holds in whatever order files are imported") {
  must("household edit G01-1-1-101 --name 甲甲甲");
  must("export households --unmask --reason test -o first.csv");
  exchange("households", "", "--db other.db");
  must("household edit G01-1-1-101 --name 乙乙乙 --db other.db");
  must("export households --unmask --reason test --db other.db -o second.csv");
  const Case cases[] = {
      {"import households second.csv", 0, "0 new, 1 changed", ""},
      {"import households first.csv", 0, "0 new, 0 changed", ""},
      {"household show G01-1-1-101 --unmask --reason test", 0, "乙乙乙", ""},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(TwoDatabases, "what can't both be is named and nothing of the file is taken") {
  must("area add G03 三 --parent S1");
  exchange("areas", "", "--db other.db");
  must("household move G01-1-1-101 G02 --on 2026-10-10");
  must("household move G01-1-1-101 G03 --on 2026-10-12 --db other.db");
  must("export households --unmask --reason test --db other.db -o theirs.csv");
  const auto before = register_of("");
  const Case cases[] = {
      {"import households theirs.csv", 4, nothing, "The household lives in grid"},
      {"--lang zh import households theirs.csv", 4, nothing, "已登记住在网格"},
  };
  check(*this, cases);
  CHECK(register_of("") == before);
}
