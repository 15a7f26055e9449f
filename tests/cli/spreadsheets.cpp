#include <string>

#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

constexpr std::string_view k_tables[] = {"areas",      "workers", "assignments",
                                         "households", "tags",    "visits"};

/// A register whose texts and codes are awkward for spreadsheets.
struct SpreadsheetsRegister : Town {
  SpreadsheetsRegister() {
    write("workers.csv", "worker,name,phone\n00123,戊一,+86 13800138000\n");
    write("households.csv",
          "household,grid,name,situation,needs,people,from\n"
          "110101199003071234,G01,己一,\"'=1+1\nsecond _x000D_ line\",'@home,3,1899-05-01\n"
          "2026-10-05,G01,己二,'-1 < 2 & \"3\",00123,,2026-03-01\n");
    write("visits.csv",
          "household,worker,day,mode,outcome,time,note,recorded_at\n"
          "G01-1-1-101,W01,2026-10-12,door,met,09:30,1.5E3,2026-10-12T09:31:07Z\n"
          "G01-1-1-101,W01,2026-10-13,phone,met,,''quoted,2026-10-13T00:00:00Z\n");
    for (const auto* table : {"workers", "households", "visits"})
      must("import " + std::string{table} + " " + table + ".csv");
  }

  std::string show(const std::string& file) const {
    const auto ran = shell("/usr/bin/python3 '" GRIDVISIT_SPREADSHEETS "' show " + file);
    REQUIRE(ran.code == 0);
    return ran.out;
  }
  /// With a profile of its own, so that it starts in every environment.
  void convert(const std::string& kind, const std::string& file) const {
    const auto ran = shell(
        "soffice -env:UserInstallation=file://$PWD/office --headless "
        "--convert-to " +
        kind + " --outdir converted " + file);
    REQUIRE(ran.code == 0);
  }
  void export_all(std::string_view ending) const {
    for (const auto table : k_tables)
      must("export " + std::string{table} + " --unmask --reason test -o out_" + std::string{table} +
           std::string{ending});
  }
  void import_changes_nothing(const std::string& before, const std::string& behind) const {
    for (const auto table : k_tables) {
      const auto ran =
          must("import " + std::string{table} + " " + before + std::string{table} + behind + " -n");
      CHECK_MESSAGE(ran.out.find("It would be: 0 new, 0 changed,") != std::string::npos, table,
                    ran.out, ran.err);
    }
  }
};

}  // namespace

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "a workbook that was exported is imported without any change") {
  export_all(".xlsx");
  import_changes_nothing("out_", ".xlsx");
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "another reader finds typed cells and no formula in an export") {
  must("export visits --unmask --reason test -o visits.xlsx --lang zh");
  const auto visits = show("visits.xlsx");
  CHECK(has(visits,
            "sheet 走访 freeze A2 filter A1:L3 paper 9 fit True across 1 down 0 repeat $1:$1"));
  CHECK(has(visits, "A1 s '户编号'"));
  CHECK(has(visits, "C2 d datetime.datetime(2026, 10, 12, 0, 0)"));
  CHECK(has(visits, "F2 d datetime.time(9, 30)"));
  CHECK(has(visits, "G2 s '1.5E3'"));
  CHECK(has(visits, "I2 d datetime.datetime(2026, 10, 12, 9, 31, 7)"));
  must("export households --unmask --reason test -o households.xlsx");
  const auto households = show("households.xlsx");
  CHECK(has(households, " s '110101199003071234'"));
  CHECK(has(households, " s '=1+1\\nsecond"));
  CHECK(has(households, " s '00123'"));
  CHECK(has(households, " n 3"));
  CHECK(has(households, " s '1899-05-01'"));
  CHECK_FALSE(has(households, " f "));
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "a report as a workbook has a sheet for each part that prints on A4") {
  must("report month 2026-10 --details -o month.xlsx");
  const auto month = show("month.xlsx");
  CHECK(month.starts_with("sheet Summary "));
  CHECK(has(month, "'Data version'"));
  CHECK(has(month, "sheet Visits in the month 2026-10 freeze A3"));
  CHECK(has(month, "sheet Data freeze A2 filter A1:W"));
  CHECK_FALSE(has(month, "fit False"));
  must("report month 2026-10 --details -o again.xlsx");
  CHECK(read("month.xlsx") == read("again.xlsx"));
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "lists and reports go as workbooks into a pipe but to no terminal") {
  for (const std::string line : {"household list", "worker list", "due", "report year 2026",
                                 "export areas", "explain monthly-households W01"}) {
    const auto ran = must(line + " --format xlsx");
    CHECK(ran.out.starts_with("PK\x03\x04"));
  }
  const auto ran = shell("script -qec 'gridvisit worker list --format xlsx' /dev/null </dev/null");
  CHECK(has(ran.out, "A terminal can't show xlsx."));
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "an export leaves no temporary file and replaces only with --force") {
  write("old.xlsx", "old");
  const Case cases[] = {
      {"export workers -o old.xlsx", 4, nothing, "exists already"},
      {"export workers -o none/new.xlsx", 3, nothing, "There is no folder"},
      {"export workers -o new.xlsx --bom", 2, nothing, "for CSV only"},
  };
  check(*this, cases);
  CHECK(read("old.xlsx") == "old");
  const auto ran = shell(
      "mkdir private && TMPDIR=$PWD/private gridvisit export workers --force "
      "-o old.xlsx && ls -A private");
  CHECK(ran.code == 0);
  CHECK(ran.out.empty());
  CHECK(read("old.xlsx").starts_with("PK"));
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "a workbook that the disk has no room for is told and not written") {
  std::string rows = "household,grid,name\n";
  for (int number = 0; number < 1500; ++number)
    rows += "G01-7-" + std::to_string(number) + ",G01,庚某\n";
  write("many.csv", rows);
  must("import households many.csv");
  const auto ran = shell("ulimit -f 64; gridvisit household list --format xlsx >many.xlsx");
  CHECK(ran.code == 6);
  CHECK(has(ran.err, "The workbook can't be written"));
  CHECK(read("many.xlsx").empty());
}

TEST_CASE_FIXTURE(SpreadsheetsRegister,
                  "LibreOffice opens what is written and its own files are imported") {
  export_all(".xlsx");
  must("report month 2026-10 --details -o month.xlsx");
  convert("csv:'Text - txt - csv (StarCalc):44,34,76'", "out_visits.xlsx month.xlsx");
  const auto visits = read("converted/out_visits.csv");
  CHECK(has(visits, "G01-1-1-101,W01,2026-10-12,door,met,09:30,1.5E3,"));
  CHECK(has(visits, "2026-10-12T09:31:07Z"));
  CHECK(has(read("converted/month.csv"), "Visits in the month 2026-10"));
  convert("xlsx",
          "out_areas.xlsx out_workers.xlsx out_assignments.xlsx out_households.xlsx "
          "out_tags.xlsx out_visits.xlsx");
  import_changes_nothing("converted/out_", ".xlsx");
}

TEST_CASE_FIXTURE(SpreadsheetsRegister, "workbooks of another writer are imported") {
  export_all(".csv");
  for (const auto table : k_tables) {
    const auto name = "out_" + std::string{table};
    const auto ran = shell("/usr/bin/python3 '" GRIDVISIT_SPREADSHEETS "' write " + name + ".csv " +
                           name + ".xlsx");
    REQUIRE(ran.code == 0);
  }
  import_changes_nothing("out_", ".xlsx");
}
