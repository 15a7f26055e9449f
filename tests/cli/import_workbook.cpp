#include <string>

#include <doctest/doctest.h>

#include "cli/register.hpp"
#include "workbook.hpp"

using namespace gridvisit::tests;

namespace {

const std::vector<std::string> k_chinese_header{"户编号", "网格员", "日期", "方式", "内容"};

std::string visits(const std::vector<std::vector<std::string>>& rows) {
  auto all = rows;
  all.insert(all.begin(), k_chinese_header);
  return file_of_rows(inline_rows(all));
}

}  // namespace

TEST_CASE_FIXTURE(Town, "a workbook is imported like a CSV file whatever it is called") {
  const auto file = visits({{"G01-1-1-101", "W01", "2026-10-12", "上门", "一"},
                            {"G01-1-1-102", "W01", "2026-10-12", "电话", "二"}});
  write("v.xlsx", file);
  write("v.dat", file);
  const Case cases[] = {
      {"import visits v.xlsx -n", 0, "Nothing was saved. It would be: 2 new", nothing},
      {"import visits v.xlsx", 0, "Imported: 2 new, 0 changed, 0 already there.", nothing},
      {"import visits v.dat", 0, "0 new, 0 changed, 2 already there.", nothing},
      {"import visits -", 0, "0 new, 0 changed, 2 already there.", nothing, file},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "problems in a workbook are told by the cell") {
  write("v.xlsx", visits({{"G01-1-1-101", "W01", "2026-10-12", "上门"},
                          {"G09-9", "W01", "12.10.2026", "飞", ""}}));
  const auto ran = run("import visits v.xlsx --rejects bad.csv");
  CHECK(ran.code == 4);
  CHECK(ran.err.find("cell C3, column 日期, \"12.10.2026\": This is not a day.") !=
        std::string::npos);
  CHECK(ran.err.find("Nothing was imported. Rows with a problem: 1 of 2.") != std::string::npos);
  const auto rejects = read("bad.csv");
  CHECK(rejects.starts_with("\xef\xbb\xbf户编号,网格员,日期,方式,内容,line,"));
  CHECK(rejects.find("G09-9,W01,12.10.2026,飞,,3,") != std::string::npos);
  const Case cases[] = {
      {"import visits v.xlsx --skip-bad", 0, "Imported: 1 new"},
      {"import visits v.xlsx --lang zh", 4, nothing, "单元格 C3，列 日期，“12.10.2026”"},
      {"import visits v.xlsx --rejects bad.xlsx", 2, nothing, "End the name of the file in .csv"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "one of several sheets is read and told") {
  const auto rows = [](const std::string& note) {
    return inline_rows({k_chinese_header, {"G01-1-1-101", "W01", "2026-10-12", "上门", note}});
  };
  write("v.xlsx",
        file_of({{{"说明", "", "state=\"hidden\""}, {"一", rows("a")}, {"二", rows("b")}}}));
  const Case cases[] = {
      {"import visits v.xlsx", 0, "1 new", "Sheet read: 一, of: 一, 二."},
      {"import visits v.xlsx --sheet 二", 0, "1 new", "Sheet read: 二"},
      {"import visits v.xlsx --sheet 三", 3, nothing, "The workbook has no sheet 三."},
      {"import visits v.xlsx --sheet 说明", 4, nothing, "The file is empty."},
      {"import visits v.xlsx --encoding gbk", 2, nothing, "--encoding is for CSV files"},
      {"import visits - --sheet 一", 2, nothing, "--sheet is for workbooks", "household\n"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "a workbook that is damaged or of another kind is refused") {
  const auto good = visits({{"G01-1-1-101", "W01", "2026-10-12", "上门", "wrong checksum"}});
  auto flipped = good;
  flipped[flipped.find("wrong checksum")] = 'W';
  write("flipped.xlsx", flipped);
  write("cut.xlsx", std::string_view{good}.substr(0, good.size() / 2));
  write("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(600, '\0'));
  write("page.xls", "<html><table><tr><td>户编号</td></tr></table></html>");
  write("archive.xlsx", zip_of({{"readme.txt", "text"}}));
  write("laughs.xlsx", file_of({.sheets = {{"S", ""}},
                                .declaration = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b "
                                               "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"}));
  const Case cases[] = {
      {"import visits flipped.xlsx", 7, nothing, "sheet1.xml of the workbook is damaged"},
      {"import visits cut.xlsx", 7, nothing, "The workbook is damaged"},
      {"import visits old.xls", 4, nothing, "of the old kind (.xls, .et), or protected"},
      {"import visits page.xls", 4, nothing, "named like a workbook"},
      {"import visits archive.xlsx", 4, nothing, "a ZIP archive, but no workbook"},
      {"import visits laughs.xlsx", 4, nothing, "holds what no spreadsheet program writes"},
      {"export visits", 0, "household,worker,day"},
  };
  check(*this, cases);
  CHECK(lines(must("export visits").out).size() == 1);
}

TEST_CASE_FIXTURE(Town, "a bomb of a workbook is refused in bounded memory") {
  auto parts = parts_of({{{"S", std::string(200 << 20, ' ')}}});
  for (auto& part : parts) part.is_packed = true;
  write("bomb.xlsx", zip_of(parts));
  const auto ran = shell(std::string{k_bounded_memory} + "gridvisit import visits bomb.xlsx");
  CHECK(ran.code == 4);
  CHECK(ran.err.find("unpacks to far more than a sheet holds") != std::string::npos);
}
