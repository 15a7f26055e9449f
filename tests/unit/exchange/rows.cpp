#include "gridvisit/exchange/rows.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/exchange/row_cells.hpp"
#include "gridvisit/exchange/row_values.hpp"
#include "gridvisit/format/csv_reader.hpp"

using namespace gridvisit;
using namespace gridvisit::exchange;

namespace {

/// The problems of one visit's row in the columns household to note.
std::vector<std::string> visit_problems(const std::string& row_text) {
  RowReader reader{format::csv_records(format::source_of(
                       "household,worker,day,mode,outcome,time,note\n" + row_text + "\n")),
                   table_of(TableKind::visits)};
  Row row;
  Problems problems;
  REQUIRE(reader.next(row, problems));
  const bool sound = read_visit(row, problems).has_value();
  CHECK(sound == problems.empty());
  std::vector<std::string> result;
  for (const auto& problem : problems) result.push_back(problem.column + ": " + problem.value);
  return result;
}

std::string tags_again(std::string_view text) {
  const auto tags = parse_tags(text);
  return tags ? tags_to_string(*tags) : "(none)";
}

using Columns = std::vector<std::string>;

}  // namespace

TEST_CASE("a sound row has no problems and every bad cell has one") {
  CHECK(visit_problems("H1,W01,2026-10-05,door,met,09:30,note").empty());
  CHECK(visit_problems("H1,W01,2026-10-05,上门,,,").empty());
  CHECK(visit_problems(",W 1,2026-02-30,fax,seen,9:30,") == Columns{"household: ", "worker: W 1",
                                                                    "day: 2026-02-30", "mode: fax",
                                                                    "outcome: seen", "time: 9:30"});
}

TEST_CASE("values that could play tricks on a terminal are shown escaped") {
  CHECK(visit_problems("H1,W01,2026-10-05,door,met,,\x1b[2J") == Columns{"note: \\x1b[2J"});
  CHECK(visit_problems("H1,W01,2026-10-05,door,met,,a\u202eb") == Columns{"note: a\\u202eb"});
}

TEST_CASE("a text that is too long is a problem that does not repeat it") {
  const auto problems = visit_problems("H1,W01,2026-10-05,door,met,," + std::string(10'001, 'x'));
  CHECK(problems == Columns{"note: (10001 bytes)"});
}

TEST_CASE("days written otherwise are told how to be written") {
  CHECK(in_english(mend_day("2026/10/5")) == "Write 2026-10-05.");
  CHECK(in_english(mend_day("20261005")) == "Write 2026-10-05.");
  CHECK(in_english(mend_day("2026年10月5日")) == "Write 2026-10-05.");
  CHECK(in_english(mend_day("2026-02-30")) == "Write it as year-month-day, like 2026-10-05.");
  CHECK(in_english(mend_day("5.10.26")) == "Write it as year-month-day, like 2026-10-05.");
}

TEST_CASE("tags with days read back as they were written") {
  for (const auto* text : {"", "gas", "gas;low-income@2026-03-01", "gas@2026-03-01..2026-08-31",
                           "gas@..2026-08-31", "gas@.."})
    CHECK(tags_again(text) == text);
  CHECK(tags_again(" gas ; ;tenant@2026-03-01 .. 2026-04-01") ==
        "gas;tenant@2026-03-01..2026-04-01");
  for (const auto* text : {"@2026-03-01", "gas@", "gas@soon", "gas@2026-04-01..2026-03-01"})
    CHECK(tags_again(text) == "(none)");
}

TEST_CASE("the cells of a row are those of its table's columns") {
  CHECK(cells_of(AreaRow{}).size() == table_of(TableKind::areas).columns.size());
  CHECK(cells_of(WorkerRow{}).size() == table_of(TableKind::workers).columns.size());
  CHECK(cells_of(AssignmentRow{}).size() == table_of(TableKind::assignments).columns.size());
  CHECK(cells_of(HouseholdRow{}).size() == table_of(TableKind::households).columns.size());
  CHECK(cells_of(TagRow{}).size() == table_of(TableKind::tags).columns.size());
  CHECK(cells_of(VisitRow{}).size() == table_of(TableKind::visits).columns.size());
  CHECK(cells_of(HolidayRow{}).size() == table_of(TableKind::holidays).columns.size());
}
