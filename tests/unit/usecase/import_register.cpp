#include "gridvisit/usecase/import_register.hpp"

#include <doctest/doctest.h>

#include "unit/usecase/import_fixture.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;

TEST_CASE_FIXTURE(ImportFixture,
                  "a file with one bad row changes nothing and every problem is told") {
  const auto result =
      take(TableKind::workers, "worker,name\nW01,甲某\n-bad,乙某\nW03,\nW04,丁某\n");
  CHECK_FALSE(result.taken);
  CHECK(result.added == 2);
  CHECK(result.rejected == 2);
  CHECK(rejected == std::vector<std::string>{"-bad", "W03"});
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].line == 3);
  CHECK(result.problems[0].column == "worker");
  CHECK(result.problems[0].value == "-bad");
  CHECK(result.problems[1].column == "name");
  CHECK(store->read()->workers().all().empty());
}

TEST_CASE_FIXTURE(ImportFixture, "bad rows can be skipped and a dry run takes nothing") {
  auto wanted = request(TableKind::workers);
  wanted.skip_bad = true;
  wanted.dry_run = true;
  const std::string file = "worker,name\nW01,甲某\n-bad,乙某\n";
  CHECK_FALSE(take(wanted, file).taken);
  CHECK(store->read()->workers().all().empty());
  wanted.dry_run = false;
  CHECK(take(wanted, file).taken);
  CHECK(store->read()->workers().all().size() == 1);
}

TEST_CASE_FIXTURE(ImportFixture, "the same file twice changes nothing and leaves no audit entry") {
  take_sample();
  take(TableKind::visits, "household,worker,day,mode\nG01-1,W01,2026-10-01,door\n");
  const auto head = store->read()->audit().head();
  for (const auto& [table, text] : std::vector<std::pair<TableKind, std::string>>{
           {TableKind::areas, k_areas},
           {TableKind::workers, k_workers},
           {TableKind::assignments, k_assignments},
           {TableKind::households, k_households},
           {TableKind::visits, "household,worker,day,mode\nG01-1,W01,2026-10-01,door\n"}}) {
    const auto again = take(table, text);
    CHECK(spoken(again.problems).empty());
    CHECK(again.added + again.changed == 0);
    CHECK(again.same > 0);
    CHECK(again.taken);
  }
  CHECK(store->read()->audit().head().sequence == head.sequence);
}

TEST_CASE_FIXTURE(ImportFixture, "the audit names the table and the file with its counts") {
  take(TableKind::workers, k_workers);
  const auto head = store->read()->audit().head();
  CHECK(head.operation == "import workers");
  CHECK(head.reference == "sample.csv: 2 new, 0 changed, 0 already there, 0 rejected");
}

TEST_CASE_FIXTURE(ImportFixture, "only twenty problems are kept though all are counted") {
  std::string file = "worker,name\n";
  for (int row = 0; row < 50; ++row) file += "-bad,x\n";
  const auto result = take(TableKind::workers, file);
  CHECK(result.problems.size() == 20);
  CHECK(result.problem_count == 50);
  CHECK(rejected.size() == 50);
}

TEST_CASE_FIXTURE(ImportFixture, "a header problem is told and no row is read") {
  const auto result = take(TableKind::workers, "worker\nW01\n");
  CHECK(spoken(result.problems) ==
        std::vector<std::string>{
            "1 name: The column name (名称) is missing. Its columns are: worker 网格员, name 名称, "
            "phone 电话, changed_at 变更时间."});
  CHECK_FALSE(result.taken);
}

TEST_CASE_FIXTURE(ImportFixture, "areas may name parents that come later in the file") {
  const auto result =
      take(TableKind::areas, "area,name,kind,parent\nG01,一,网格,C1\nC1,二,社区,S1\nS1,三,街道,\n");
  CHECK(spoken(result.problems).empty());
  CHECK(result.added == 3);
  const auto tree = store->read()->areas().tree();
  CHECK(tree.find("G01")->kind == "grid");
  CHECK(tree.enclosing(tree.find("G01")->id, "street")->code == "S1");
}

TEST_CASE_FIXTURE(ImportFixture, "areas that lie in each other and unknown parents are problems") {
  const auto circle = take(TableKind::areas, "area,name,parent\nA,一,B\nB,二,A\nC,三,C\n");
  CHECK(circle.rejected == 3);
  CHECK_FALSE(circle.taken);
  take(TableKind::areas, k_areas);
  const auto inside_itself = take(TableKind::areas, "area,name,parent\nS1,Sample Street,G01\n");
  CHECK(inside_itself.rejected == 1);
  const auto unknown = take(TableKind::areas, "area,name,parent\nG03,三,C2\n");
  CHECK(spoken(unknown.problems) ==
        std::vector<std::string>{"2 parent: There is no area C2. Did you mean C1?"});
}

TEST_CASE_FIXTURE(ImportFixture, "no area comes below one that holds households") {
  take_sample();
  const auto result = take(TableKind::areas, "area,name,parent\nG01-A,Part,G01\n");
  REQUIRE(result.rejected == 1);
  CHECK(result.problems[0].column == "parent");
}

TEST_CASE_FIXTURE(ImportFixture, "two responsible workers of one grid on one day name the clash") {
  take_sample();
  const auto result = take(TableKind::assignments,
                           "worker,grid,role,from,until\nW02,G01,responsible,2026-06-01,\n");
  REQUIRE(result.rejected == 1);
  CHECK(in_english(result.problems[0].reason).find("W01") != std::string::npos);
  const auto handed_over = take(TableKind::assignments,
                                "worker,grid,role,from,until\n"
                                "W01,G01,responsible,2026-01-01,2026-05-31\n"
                                "W02,G01,responsible,2026-06-01,\n");
  CHECK(spoken(handed_over.problems).empty());
  CHECK(handed_over.changed == 1);
  CHECK(handed_over.added == 1);
}

TEST_CASE_FIXTURE(ImportFixture, "only the fields that the file has are changed") {
  take_sample();
  const auto result = take(TableKind::workers, "worker,name\nW01,丙某某\n");
  CHECK(result.changed == 1);
  const auto worker = *store->read()->workers().find("W01");
  CHECK(worker.name == "丙某某");
  CHECK(worker.phone == "13800138000");
}
