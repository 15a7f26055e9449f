#include "gridvisit/format/xlsx/xlsx_reader.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "stages.hpp"
#include "workbook.hpp"

using namespace gridvisit;
using namespace gridvisit::format;
using namespace gridvisit::tests;

namespace {

using Fields = std::vector<std::string>;

/// The rows of the sheet, each with its number in front.
std::vector<Fields> rows_of(const std::string& file, const std::optional<std::string>& sheet = {}) {
  XlsxReader reader{random_bytes_of(file), sheet};
  std::vector<Fields> rows;
  for (Record record; reader.next(record);) {
    rows.push_back({std::to_string(record.line)});
    rows.back().insert(rows.back().end(), record.fields.begin(), record.fields.end());
    if (record.defect) rows.back().push_back(in_english(record.defect->reason));
    for (const auto& defect : record.cell_defects)
      rows.back().push_back("! " + in_english(defect.reason));
  }
  return rows;
}

/// The one row of a workbook whose only row holds `cells`.
Fields row_of(WorkbookXml workbook, const std::string& cells) {
  workbook.sheets = {{"Sheet1", "<row r=\"3\">" + cells + "</row>"}};
  const auto rows = rows_of(file_of(workbook));
  return rows.empty() ? Fields{} : rows.at(0);
}

WorkbookXml with_formats() {
  WorkbookXml workbook;
  workbook.formats =
      "<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"00000\"/>"
      "<numFmt numFmtId=\"166\" formatCode=\"[$-804]h:mm\"/>"
      "<numFmt numFmtId=\"167\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss\"/>"
      "<numFmt numFmtId=\"168\" formatCode=\"[Red]#,##0.00\"/>";
  workbook.styles =
      "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
      "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"31\"/>";
  return workbook;
}

ErrorKind failure_of(const std::string& file, const std::optional<std::string>& sheet = {}) {
  try {
    rows_of(file, sheet);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::usage;
}

std::string with_declaration(const std::string& declaration) {
  return file_of({.sheets = {{"S", inline_rows({{"a"}})}}, .declaration = declaration});
}

}  // namespace

TEST_CASE("inline strings and shared strings with runs and phonetic hints are texts") {
  WorkbookXml workbook;
  workbook.strings =
      "<si><t>户编号</t></si>"
      "<si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">三 </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh><phoneticPr/></si>"
      "<si><t>one_x000D_\ntwo &lt;b&gt;</t></si><si/>";
  CHECK(row_of(workbook,
               "<c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c>"
               "<c r=\"D3\" t=\"s\"><v>2</v></c><c r=\"E3\" t=\"s\"><v>3</v></c>"
               "<c r=\"F3\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>"
               "<c r=\"G3\" t=\"str\"><f>A1</f><v>sum</v></c><c r=\"H3\" s=\"1\"/>") ==
        Fields{"3", "户编号", "", "张三 ", "one\r\ntwo <b>", "", "ab", "sum"});
}

TEST_CASE("the reading of a workbook is followed by the bytes of its texts and of its sheet") {
  WorkbookXml workbook;
  workbook.strings = "<si><t>one</t></si>";
  workbook.sheets = {{"Sheet1", "<row><c t=\"s\"><v>0</v></c></row>"}};
  StagesSeen seen;
  XlsxReader reader{random_bytes_of(file_of(workbook)), {}, seen.onlooker()};
  CHECK(seen.told() == Fields{"Opening the workbook 100 %", "Reading 0 %"});
  for (Record record; reader.next(record);) CHECK(record.fields.at(0) == "one");
  CHECK(seen.told() == Fields{"Opening the workbook 100 %", "Reading 100 %"});
}

TEST_CASE("cells and rows without references follow one another and empty ones are passed over") {
  CHECK(rows_of(file_of_rows("<row/><row><c><v>1</v></c><c/><c><v>2</v></c></row>"
                             "<row r=\"9\" spans=\"1:3\"><c r=\"A9\" s=\"0\"/></row>"
                             "<row r=\"12\"><c r=\"B12\"><v>3</v></c></row>")) ==
        std::vector<Fields>{{"2", "1", "", "2"}, {"12", "", "3"}});
}

TEST_CASE("numbers read as a spreadsheet shows them") {
  const auto workbook = with_formats();
  CHECK(row_of(workbook,
               "<c><v>12.0</v></c><c><v>13800138000</v></c><c><v>1.5E3</v></c>"
               "<c><v>0.30000000000000004</v></c><c><v>-7</v></c>"
               "<c s=\"3\"><v>123</v></c><c s=\"6\"><v>1234</v></c>"
               "<c t=\"b\"><v>1</v></c><c t=\"n\"><v>999999999999999</v></c>") ==
        Fields{"3", "12", "13800138000", "1500", "0.3", "-7", "00123", "1234", "TRUE",
               "999999999999999"});
}

TEST_CASE("a number of more than 15 digits is told to have lost some") {
  const Fields row = row_of({}, "<c><v>1.1010119900307101E+17</v></c>");
  CHECK(row ==
        Fields{"3", "1.1010119900307101E+17",
               "! A number of more than 15 digits has lost the last ones in the spreadsheet."});
  CHECK(row_of({}, "<c t=\"inlineStr\"><is><t>110101199003071234</t></is></c>") ==
        Fields{"3", "110101199003071234"});
}

TEST_CASE("dates are days whatever their format and times are of the day") {
  const auto workbook = with_formats();
  CHECK(row_of(workbook,
               "<c s=\"1\"><v>46300</v></c><c s=\"2\"><v>46300.75</v></c>"
               "<c s=\"7\"><v>46300</v></c><c s=\"4\"><v>46300.395833333</v></c>"
               "<c s=\"5\"><v>46300.395833333</v></c><c s=\"5\"><v>46300</v></c>"
               "<c t=\"d\"><v>2026-10-05T00:00:00</v></c><c s=\"1\"><v>1</v></c>") ==
        Fields{"3", "2026-10-05", "2026-10-05", "2026-10-05", "09:30", "2026-10-05 09:30",
               "2026-10-05", "2026-10-05", "1900-01-01"});
}

TEST_CASE("a workbook may count its days from 1904") {
  auto workbook = with_formats();
  workbook.properties = "date1904=\"1\"";
  CHECK(row_of(workbook, "<c s=\"1\"><v>44838</v></c>") == Fields{"3", "2026-10-05"});
}

TEST_CASE("days that no calendar has are told") {
  const auto workbook = with_formats();
  for (const std::string number : {"60", "0", "-1", "2958466", "1e300"})
    CHECK(row_of(workbook, "<c s=\"1\"><v>" + number + "</v></c>").back() ==
          "! The number is shown as a date or time, and is none.");
  CHECK(row_of(workbook, "<c s=\"1\"><v>2958465</v></c>") == Fields{"3", "9999-12-31"});
}

TEST_CASE("errors and formulas without a result are told and results are taken") {
  CHECK(row_of({}, "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") ==
        Fields{"3", "#DIV/0!", "! The cell holds an error."});
  CHECK(row_of({}, "<c><f>A1+1</f></c>") ==
        Fields{"3", "! The cell holds a formula whose result is not in the file."});
  CHECK(row_of({}, "<c><f>A1+1</f><v>5</v></c>") == Fields{"3", "5"});
}

TEST_CASE("prefixes and the strict kind and extensions make no difference") {
  WorkbookXml workbook;
  workbook.prefix = "x:";
  workbook.sheets = {{"S",
                      "<x:row r=\"1\"><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c>"
                      "</x:row>"}};
  CHECK(rows_of(file_of(workbook)) == std::vector<Fields>{{"1", "a"}});
  workbook = {};
  workbook.space = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  CHECK(row_of(workbook, "<c><v>1</v><e:v xmlns:e=\"urn:other\">2</e:v></c>") == Fields{"3", "1"});
}

TEST_CASE("the first sheet that is not hidden is read or the one that is named") {
  const auto file = file_of({{{"One", inline_rows({{"1"}}), "state=\"hidden\""},
                              {"Two", inline_rows({{"2"}})},
                              {"三", inline_rows({{"3"}})}}});
  CHECK(rows_of(file) == std::vector<Fields>{{"1", "2"}});
  CHECK(rows_of(file, "三") == std::vector<Fields>{{"1", "3"}});
  CHECK(rows_of(file, "one") == std::vector<Fields>{{"1", "1"}});
  CHECK(failure_of(file, "Four") == ErrorKind::not_found);
  const XlsxReader reader{random_bytes_of(file), {}};
  CHECK(reader.visible_sheets() == Fields{"Two", "三"});
}

TEST_CASE("a row that is too long is told and those behind it are read") {
  const std::string long_text(2 << 20, 'x');
  const auto rows = rows_of(file_of_rows(inline_rows({{"a"}, {long_text}, {"b"}})));
  CHECK(rows ==
        std::vector<Fields>{{"1", "a"}, {"2", "The row has more than 1048576 bytes."}, {"3", "b"}});
}

TEST_CASE("what is no workbook is refused and what is not whole is damaged") {
  const auto good = file_of_rows(inline_rows({{"text in the sheet"}}));
  CHECK(failure_of(zip_of({{"a.txt", "a"}})) == ErrorKind::refused);
  CHECK(failure_of(zip_of({{"content.xml", "<a/>"}})) == ErrorKind::refused);
  CHECK(failure_of(good.substr(0, good.size() - 30)) == ErrorKind::damaged);
  CHECK(failure_of("PK\x03\x04") == ErrorKind::damaged);
  auto flipped = good;
  flipped[flipped.find("text in the sheet")] = 'T';
  CHECK(failure_of(flipped) == ErrorKind::damaged);
  auto parts = parts_of({{{"S", inline_rows({{"a"}})}}});
  std::erase_if(parts, [](const Part& part) { return part.name.ends_with("sheet1.xml"); });
  CHECK(failure_of(zip_of(parts)) == ErrorKind::damaged);
  CHECK(failure_of(file_of_rows("<row><c></row>")) == ErrorKind::damaged);
}

TEST_CASE("references out of order or outside of any sheet are damage") {
  for (const std::string rows :
       {"<row r=\"2\"/><row r=\"2\"/>", "<row r=\"1048577\"/>", "<row r=\"x\"/>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row><c r=\"1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>0</v></c></row>"})
    CHECK(failure_of(file_of_rows(rows)) == ErrorKind::damaged);
}

TEST_CASE("entities and other document types and bottomless elements are refused") {
  CHECK(failure_of(with_declaration("<!DOCTYPE x [<!ENTITY a \"b\">]>")) == ErrorKind::refused);
  CHECK(failure_of(with_declaration("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")) ==
        ErrorKind::refused);
  std::string deep;
  for (int depth = 0; depth < 1000; ++depth) deep += "<a>";
  CHECK(failure_of(file_of_rows(deep)) == ErrorKind::refused);
  CHECK(failure_of(file_of_rows("<!--" + std::string(3 << 20, '-') + "-->")) != ErrorKind::usage);
  CHECK(failure_of(file_of_rows("<row a=\"" + std::string(3 << 20, 'x') + "\"/>")) ==
        ErrorKind::refused);
}

TEST_CASE("a part that unpacks to far more than it holds is refused") {
  auto parts = parts_of({{{"S", std::string(100 << 20, ' ')}}});
  for (auto& part : parts) part.is_packed = true;
  CHECK(failure_of(zip_of(parts)) == ErrorKind::refused);
}

TEST_CASE("the first bytes tell a workbook from text") {
  CHECK(kind_of(random_bytes_of(file_of_rows(""))) == FileKind::archive);
  CHECK(kind_of(random_bytes_of("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ...")) == FileKind::old_workbook);
  CHECK(kind_of(random_bytes_of("PK,household\n")) == FileKind::text);
  CHECK(kind_of(random_bytes_of("")) == FileKind::text);
}
