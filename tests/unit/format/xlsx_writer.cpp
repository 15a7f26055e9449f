#include "gridvisit/format/xlsx/xlsx_writer.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/xlsx/sheet_name.hpp"
#include "gridvisit/format/xlsx/xlsx_reader.hpp"

using namespace gridvisit;
using namespace gridvisit::format;

namespace {

constexpr std::chrono::sys_days k_day{std::chrono::year{2026} / 10 / 5};

/// A workbook whose sheets `fill` writes.
template <class Fill>
std::string workbook_with(Fill fill) {
  std::string bytes;
  XlsxWriter writer{[&](std::string_view piece) { bytes += piece; }, k_day};
  fill(writer);
  writer.finish();
  return bytes;
}

std::string with_row(const std::vector<SheetValue>& values) {
  return workbook_with([&](XlsxWriter& writer) {
    writer.begin_sheet({"S", {}, ""});
    for (const auto& value : values) writer.write(value);
    writer.end_row();
  });
}

std::vector<std::string> first_row(const std::string& file) {
  XlsxReader reader{random_bytes_of(file), {}};
  Record record;
  REQUIRE(reader.next(record));
  CHECK(record.cell_defects.empty());
  return {record.fields.begin(), record.fields.end()};
}

}  // namespace

TEST_CASE("what is written into a workbook is read as it was") {
  CHECK(first_row(with_row({std::string_view{"户编号"}, std::int64_t{42}, Decimal{-324}, k_day,
                            std::chrono::sys_seconds{k_day + std::chrono::seconds{29'467}},
                            std::chrono::minutes{570}, true, std::monostate{},
                            std::string_view{"end"}})) ==
        std::vector<std::string>{"户编号", "42", "-32.4", "2026-10-05", "2026-10-05T08:11:07Z",
                                 "09:30", "TRUE", "", "end"});
}

TEST_CASE("every second of a day comes back") {
  for (int second = 0; second < 86'400; second += 997) {
    const std::chrono::sys_seconds instant{k_day + std::chrono::seconds{second}};
    const std::chrono::hh_mm_ss time{std::chrono::seconds{second}};
    const auto text = first_row(with_row({instant})).at(0);
    CHECK(text.substr(11, 2) ==
          (time.hours().count() < 10 ? "0" : "") + std::to_string(time.hours().count()));
    CHECK(text.substr(17, 2) ==
          (time.seconds().count() < 10 ? "0" : "") + std::to_string(time.seconds().count()));
  }
}

TEST_CASE("what spreadsheets would round or not know is text") {
  const std::chrono::sys_days early{std::chrono::year{1900} / 2 / 28};
  CHECK(first_row(with_row({std::int64_t{9'007'199'254'740'993}, early,
                            std::chrono::sys_seconds{early}, std::int64_t{999'999'999'999'999}})) ==
        std::vector<std::string>{"9007199254740993", "1900-02-28", "1900-02-28T00:00:00Z",
                                 "999999999999999"});
}

TEST_CASE("text is text whatever it looks like") {
  const std::vector<std::string> texts{"=1+1",    "{=A1}",  "http://x.example", "00123",    "1E5",
                                       "_x000D_", "a\r\nb", "<b>&amp;\"'",      " spaces ", "TRUE"};
  std::vector<SheetValue> values;
  for (const auto& text : texts) values.emplace_back(std::string_view{text});
  const auto file = with_row(values);
  CHECK(first_row(file) == texts);
}

TEST_CASE("equal calls give equal bytes") {
  const auto fill = [](XlsxWriter& writer) {
    writer.begin_sheet({"一", {12, 20}, "footer & more"});
    writer.write_across("group", 2, {.kind = CellLook::Kind::head});
    writer.end_row();
    writer.end_header(0, 2);
    for (std::int64_t row = 0; row < 3; ++row) {
      writer.write(std::string_view{"name"});
      writer.write(row);
      writer.end_row();
    }
    writer.draw_bars(1, 1, 3, 2);
    writer.draw_chart({ChartKind::bars, "=title", 0, 1, 3, {{"=series", 1}}, 4, 1});
  };
  CHECK(workbook_with(fill) == workbook_with(fill));
}

TEST_CASE("a sheet holds no more rows than spreadsheets read") {
  std::string bytes;
  XlsxWriter writer{[&](std::string_view piece) { bytes += piece; }, k_day};
  writer.begin_sheet({"S", {}, ""});
  for (std::size_t row = 0; row < XlsxWriter::k_most_rows; ++row) writer.end_row();
  CHECK_THROWS_AS(writer.write(std::int64_t{1}), Error);
}

TEST_CASE("names of sheets fit and differ") {
  xlsx::SheetNames names;
  CHECK(names.add("Rows: a/b?") == "Rows  a b");
  CHECK(names.add("rows  A b") == "rows  A b 2");
  CHECK(names.add("'[]'") == "1");
  CHECK(names.add("History") == "History 2");
  CHECK(names.add(std::string(40, 'x')) == std::string(31, 'x'));
  CHECK(names.add(std::string(50, 'x')) == std::string(29, 'x') + " 2");
  CHECK(names.add("网格员走访登记表网格员走访登记表网格员走访登记表").size() == 3 * 24);
}
