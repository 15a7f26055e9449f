#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/exchange/row_reader.hpp"

using namespace gridvisit;
using namespace gridvisit::exchange;

namespace {

using Cells = std::vector<std::string>;

struct SheetRow {
  std::int64_t number = 0;
  Cells cells;
  std::vector<format::CellDefect> defects = {};
};

/// The rows of a sheet; those that are empty are not among them.
format::RecordSource sheet(std::vector<SheetRow> rows) {
  return {[rows = std::move(rows), at = std::size_t{0}](format::Record& record) mutable {
            if (at == rows.size()) return false;
            const auto& row = rows[at++];
            record = {row.number, {row.cells.begin(), row.cells.end()}, {}, row.defects};
            return true;
          },
          format::Layout::sheet};
}

const Table& households() {
  return table_of(TableKind::households);
}

/// The rows of data as the reader hands them out: number, household, grid, situation.
std::vector<Cells> read(RowReader& reader, Problems& problems) {
  std::vector<Cells> rows;
  for (Row row; reader.next(row, problems);) {
    rows.push_back({std::to_string(row.line)});
    for (const auto field : {Field::household, Field::grid, Field::situation})
      rows.back().emplace_back(row.cell(field).value_or("-"));
  }
  return rows;
}

std::vector<Cells> read(std::vector<SheetRow> rows) {
  RowReader reader{sheet(std::move(rows)), households()};
  CHECK(reader.header_errors().empty());
  Problems problems;
  auto result = read(reader, problems);
  CHECK(problems.empty());
  return result;
}

}  // namespace

TEST_CASE("titles may stand above the header of a sheet") {
  RowReader reader{sheet({{1, {"一网格住户登记表"}},
                          {2, {"填表人", "甲", "日期", "2026"}},
                          {4, {"户编号", "网格", "备注"}},
                          {5, {"H1", "G01"}}}),
                   households()};
  REQUIRE(reader.header_errors().empty());
  CHECK(reader.header().line == 4);
  REQUIRE(reader.header_warnings().size() == 2);
  CHECK(reader.header_warnings()[1].line == 4);
  Problems problems;
  CHECK(read(reader, problems) == std::vector<Cells>{{"5", "H1", "G01", "-"}});
}

TEST_CASE("a header may take two rows with cells merged across and down") {
  CHECK(read({{1, {"户编号", "网格", "家庭", "", "类别"}},
              {2, {"", "", "户主", "生活状况"}},
              {3, {"H1", "G01", "张三", "退休", "gas"}}}) ==
        std::vector<Cells>{{"3", "H1", "G01", "退休"}});
  CHECK(read({{1, {"登记表"}},
              {2, {"住户", "", "基本情况"}},
              {3, {"户编号", "网格"}},
              {4, {"H1", "G01", "退休"}}}) == std::vector<Cells>{{"4", "H1", "G01", "退休"}});
}

TEST_CASE("a row behind the header that fills anything else is data") {
  CHECK(read({{1, {"户编号", "网格", "生活状况"}}, {2, {"户主", "G01"}}}) ==
        std::vector<Cells>{{"2", "户主", "G01", ""}});
}

TEST_CASE("empty cells at the end need not be there and text beside the table is a problem") {
  RowReader reader{sheet({{1, {"户编号", "网格", "生活状况", ""}},
                          {2, {"H1", "G01"}},
                          {3, {"H2", "G01", "", "", " ", ""}},
                          {4, {"H3", "G01", "", "", "", "see below"}}}),
                   households()};
  Problems problems;
  CHECK(read(reader, problems).size() == 3);
  REQUIRE(problems.size() == 1);
  CHECK(in_english(problems[0].reason) == "The cell F4 has text, but its column has no header.");
}

TEST_CASE("a sheet without the required columns is told by the row that names most") {
  const RowReader reader{sheet({{1, {"登记表"}}, {3, {"户编号", "姓名"}}, {4, {"H1", "张三"}}}),
                         households()};
  REQUIRE(reader.header_errors().size() == 1);
  CHECK(reader.header_errors()[0].line == 3);
  CHECK(in_english(reader.header_errors()[0].reason) == "The column grid (网格) is missing.");
  CHECK(RowReader{sheet({}), households()}.header_errors().size() == 1);
}

TEST_CASE("defects of cells are told by their name in the sheet if the column is read") {
  RowReader reader{
      sheet(
          {{1, {"", "户编号", "网格", "其他"}},
           {7, {"1", "#N/A", "G01", "#N/A"}, {{1, message("wrong"), {}}, {3, message("x"), {}}}}}),
      households()};
  Row row;
  Problems problems;
  REQUIRE(reader.next(row, problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].cell == "B7");
  CHECK(problems[0].column == "户编号");
  CHECK(problems[0].value == "#N/A");
  CHECK(row.cell_name(Field::grid) == "C7");
}
