#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "gridvisit/format/encoding.hpp"

#include "cli/register.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

struct ExportRegister : Town {
  std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator{folder() / "out"}, fs::directory_iterator{});
  }
};

}  // namespace

TEST_CASE_FIXTURE(ExportRegister, "personal data leaves masked unless a reason is given") {
  const Case cases[] = {
      {"export households", 0, ",示例路1栋*,1,***,***,甲*,139****0000,", "data version"},
      {"export workers", 0, "W01,员*,139****0001,2026-01-01T00:00:00Z#", ""},
      {"export workers --unmask", 2, nothing, "--reason"},
      {"export workers --unmask --reason '  '", 2, nothing, "--reason"},
      {"export workers --unmask --reason 'a test'", 0, "W01,员一,13900000001,2026-", ""},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ExportRegister,
                  "a file is written whole and an existing one only replaced with force") {
  write("out/old.csv", "old");
  fs::create_symlink("old.csv", folder() / "out/link.csv");
  const auto before = files();
  const Case cases[] = {
      {"export workers -o out/old.csv", 4, nothing, "out/old.csv exists already."},
      {"export workers -o out/link.csv --force", 8, nothing, "link, a folder or a device"},
      {"export workers -o /dev/null --format csv --force", 8, nothing,
       "link, a folder or a device"},
      {"export workers -o . --format csv --force", 8, nothing, "link, a folder or a device"},
      {"export workers -o workers.ods", 2, nothing, "names no format"},
      {"export workers -o none/out.csv", 3, nothing, "There is no folder"},
  };
  check(*this, cases);
  CHECK(read("out/old.csv") == "old");
  CHECK(files() == before);
  must("export workers -o out/old.csv --force");
  CHECK(read("out/old.csv").starts_with("worker,name,phone,changed_at\n"));
  CHECK(files() == before);
}

TEST_CASE_FIXTURE(ExportRegister, "an output that can't be kept leaves the old file whole") {
  write("out/old.csv", "old");
  CHECK(shell("gridvisit export workers >/dev/full").code == 6);
  CHECK(shell("ulimit -f 1; gridvisit export workers -o out/old.csv --force").code == 6);
  CHECK(read("out/old.csv") == "old");
  CHECK(files() == 1);
}

TEST_CASE_FIXTURE(ExportRegister, "the style of the file is chosen by options and its ending") {
  const auto name_in_gb18030 = gridvisit::format::to_gb18030("员*");
  const Case cases[] = {
      {"export workers --crlf", 0, "worker,name,phone,changed_at\r\n", ""},
      {"export workers --bom", 0, "\xef\xbb\xbfworker,", ""},
      {"export workers --encoding gb18030", 0, name_in_gb18030, ""},
      {"export workers --format ndjson", 0,
       R"({"worker":"W01","name":"员*","phone":"139****0001",)", ""},
      {"export workers -o w.ndjson", 0, nothing, "Rows written: 3"},
      {"export workers --bom --encoding gb18030", 2, nothing, "--bom goes with UTF-8 only."},
      {"export workers --format ndjson --crlf", 2, nothing, "for CSV only"},
      {"export workers --format markdown", 2, nothing, "csv, ndjson and xlsx"},
  };
  check(*this, cases);
  CHECK(lines(read("w.ndjson")).size() == 3);
}

TEST_CASE_FIXTURE(ExportRegister,
                  "visits can be narrowed to days and other tables say what they lack") {
  write("v.csv",
        "household,worker,day,mode\nG01-1-1-101,W01,2026-09-30,door\n"
        "G01-1-1-101,W01,2026-10-01,door\nG01-1-1-101,W01,2026-10-02,door\n");
  must("import visits v.csv");
  const Case cases[] = {
      {"export visits --month last", 0, "2026-09-30", "Rows written: 1"},
      {"export visits --from 2026-10-01 --to 2026-10-01", 0, "2026-10-01", "Rows written: 1"},
      {"export visits --to 2026-10-01", 0, "2026-10-01", "Rows written: 2"},
      {"export visits --month last --to 2026-10-01", 2, nothing, "can't go together"},
      {"export visits --from 2026-10-02 --to 2026-10-01", 2, nothing, "--to lies before --from."},
      {"export workers --month last", 2, nothing, "has no days"},
      {"export wages", 2, nothing, "There is no table wages."},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ExportRegister, "compliance leaves as tidy rows of the month's report") {
  const std::string header =
      "report,period,reference_day,by,code,name,rule,verdict,done,required,met,due,missed,exempt,"
      "total,coverage,year_done,year_required,year_required_full,average,on_pace,needed,"
      "year_verdict\n";
  const Case cases[] = {
      {"export compliance --month 2026-10", 0, header, "data version"},
      {"export compliance", 0, "month,2026-10,2026-10-15,worker,W01,员*,", ""},
      {"export compliance --unmask --reason test --crlf", 0, "W01,员一,", ""},
      {"export compliance --format ndjson", 0, R"({"report":"month","period":"2026-10",)", ""},
      {"export compliance --from 2026-10-01", 2, nothing, "by the month"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ExportRegister, "what is exported imports into another database as the same") {
  write("v.csv",
        "visit,household,worker,day,mode,note,recorded_at,voided_at,void_reason,replaces\n"
        "7,G01-1-1-101,W01,2026-10-12,door,'=1+1,2026-10-12,2026-10-13,wrong,\n"
        "8,G01-1-1-101,W01,2026-10-12,phone,\"a,\n\"\"b\"\"\",2026-10-13,,,7\n");
  must("import visits v.csv");
  must("init --db copy.db");
  for (const std::string table :
       {"areas", "workers", "assignments", "households", "tags", "visits"}) {
    must("export " + table + " --unmask --reason test -o " + table + ".csv");
    must("import " + table + " " + table + ".csv --db copy.db");
    must("export " + table + " --unmask --reason test --db copy.db -o copy-" + table + ".csv");
    CHECK(read("copy-" + table + ".csv") == read(table + ".csv"));
  }
  CHECK(read("visits.csv").find(",'=1+1,7,") != std::string::npos);
}
