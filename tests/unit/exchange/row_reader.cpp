#include "gridvisit/exchange/row_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/format/csv_reader.hpp"

using namespace gridvisit;
using namespace gridvisit::exchange;

namespace {

format::RecordSource csv(std::string text) {
  return format::csv_records(format::source_of(std::move(text)));
}

const Table& visits() {
  return table_of(TableKind::visits);
}

std::vector<std::string> reasons(const Problems& problems) {
  std::vector<std::string> result;
  for (const auto& problem : problems) result.push_back(in_english(problem.reason));
  return result;
}

std::vector<std::string> header_errors(const std::string& text) {
  return reasons(RowReader{csv(text), visits()}.header_errors());
}

}  // namespace

TEST_CASE("every column has a stable name that finds it and so have its Chinese names") {
  for (const auto& table : all_tables())
    for (const auto& column : table.columns)
      CHECK(find_column(table, name_of(column.field)) == column.field);
  CHECK(find_column(visits(), "户编号") == Field::household);
  CHECK(find_column(visits(), "网格员") == Field::worker);
  CHECK(find_column(visits(), "日期") == Field::day);
  CHECK(find_column(table_of(TableKind::households), "类别") == Field::tags);
  CHECK(find_column(table_of(TableKind::tags), "类别") == Field::tag);
  CHECK_FALSE(find_column(visits(), "grid"));
}

TEST_CASE("headers are found in any case and width and with spaces around them") {
  CHECK(find_column(visits(), " Household ") == Field::household);
  CHECK(find_column(visits(), "ＤＡＹ") == Field::day);
}

TEST_CASE("columns may stand in any order and mixed languages") {
  RowReader reader{csv("备注,mode,日期,Worker,户编号\n\"a\nb\",door,2026-10-05,W01,H1\n"),
                   visits()};
  CHECK(reader.header_errors().empty());
  Row row;
  Problems problems;
  REQUIRE(reader.next(row, problems));
  CHECK(row.cell(Field::household) == "H1");
  CHECK(row.cell(Field::note) == "a\nb");
  CHECK_FALSE(row.cell(Field::outcome));
  CHECK(row.column(Field::note) == "备注");
  CHECK(row.line == 2);
}

TEST_CASE("a missing column and one that is there twice and an empty file are errors") {
  CHECK(header_errors("household,worker,day\n") ==
        std::vector<std::string>{"The column mode (方式) is missing."});
  CHECK(header_errors("household,worker,day,mode,日期\n") ==
        std::vector<std::string>{"day and 日期 are the same column."});
  CHECK(header_errors("") == std::vector<std::string>{"The file is empty."});
  CHECK(header_errors("\"household").size() == 1);
}

TEST_CASE("unknown columns are warnings but those of a file of rejects are known") {
  const RowReader reader{csv("household,worker,day,mode,colour,line,column,value,reason,mend,\n"),
                         visits()};
  CHECK(reader.header_errors().empty());
  CHECK(reasons(reader.header_warnings()) ==
        std::vector<std::string>{"The column colour is not known and is left out."});
}

TEST_CASE("rows of another width are problems and empty rows are passed over") {
  RowReader reader{csv("household,worker,day,mode\nH1,W01,2026-10-05\n,,,\n"
                       "H2,W01,2026-10-05,door,\nH3,W01,2026-10-05,door,x\n"),
                   visits()};
  Row row;
  Problems problems;
  REQUIRE(reader.next(row, problems));
  CHECK(reasons(problems) == std::vector<std::string>{"Cells in the row: 3, in the header: 4."});
  problems.clear();
  REQUIRE(reader.next(row, problems));
  CHECK(problems.empty());
  CHECK(row.cell(Field::household) == "H2");
  CHECK(row.line == 4);
  REQUIRE(reader.next(row, problems));
  CHECK(problems.size() == 1);
  CHECK_FALSE(reader.next(row, problems));
}
