#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/format/xlsx/xlsx_reader.hpp"
#include "gridvisit/report/render/render.hpp"

using namespace gridvisit;
using namespace gridvisit::report;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string workbook_of(const Document& document, l10n::Language language) {
  std::ostringstream out;
  render(document, Format::xlsx, {.catalog = l10n::Catalog{language}}, out);
  return out.str();
}

format::XlsxReader opened(const std::string& file, const std::optional<std::string>& sheet = {}) {
  return {format::random_bytes_of(file), sheet};
}

Rows rows_of(const std::string& file, const std::string& sheet) {
  Rows rows;
  auto reader = opened(file, sheet);
  for (format::Record record; reader.next(record);)
    rows.emplace_back(record.fields.begin(), record.fields.end());
  return rows;
}

Document sample_for_sheets() {
  Document document;
  document.title = message("Visits in the month {0}", "2026-10");
  document.facts = {{"today", translatable("Today"), Day{std::chrono::year{2026} / 11 / 2}}};
  document.notes = {message("{0}: Done is done/required.", "=1+1")};
  Table table{"rows",
              {},
              {{"code", translatable("Code")},
               {"done", translatable("Done"), Align::right, false, message("{0}", "A & B")},
               {"verdict", translatable("Result"), Align::left, false, message("{0}", "A & B")}},
              {{"W01", std::int64_t{33}, Word{"met", translatable("yes")}}, {"=W02", {}, {}}},
              {message("Total"), std::int64_t{33}, std::string{}}};
  document.tables = {table};
  document.data = {"data", {}, {{"code", {}}, {"coverage", {}}}, {{"W01", Tenths{841}}}, {}};
  return document;
}

Figure figure_of(std::string_view title, decltype(Figure::drawing) drawing) {
  return {"key", message("{0}", title), {}, std::move(drawing)};
}

}  // namespace

TEST_CASE("a document is a workbook with a sheet for each part in the reader's language") {
  const auto english = workbook_of(sample_for_sheets(), l10n::Language::en);
  CHECK(opened(english).visible_sheets() ==
        std::vector<std::string>{"Summary", "Visits in the month 2026-10", "Data"});
  CHECK(rows_of(english, "Summary") == Rows{{"Visits in the month 2026-10"},
                                            {"Today", "2026-11-02"},
                                            {"", "=1+1: Done is done/required."}});
  const auto chinese = workbook_of(sample_for_sheets(), l10n::Language::zh);
  CHECK(opened(chinese).visible_sheets().at(0) == "概要");
}

TEST_CASE("rows stand under the heads of their groups with typed cells and the total last") {
  const auto file = workbook_of(sample_for_sheets(), l10n::Language::en);
  CHECK(rows_of(file, "Visits in the month 2026-10") == Rows{{"", "A & B"},
                                                             {"Code", "Done", "Result"},
                                                             {"W01", "33", "yes"},
                                                             {"=W02"},
                                                             {"Total", "33"}});
  CHECK(rows_of(file, "Data") == Rows{{"code", "coverage"}, {"W01", "84.1"}});
}

TEST_CASE("a list is one sheet and an empty one is told by its title") {
  auto document = sample_for_sheets();
  document.facts.clear();
  document.notes.clear();
  document.tables.clear();
  CHECK(opened(workbook_of(document, l10n::Language::en)).visible_sheets().size() == 1);
  document.data.rows.clear();
  CHECK(rows_of(workbook_of(document, l10n::Language::en), "Summary") ==
        Rows{{"Visits in the month 2026-10"}});
}

TEST_CASE("figures are sheets of their numbers") {
  auto document = sample_for_sheets();
  const Word met{"met", translatable("yes")}, due{"due", translatable("no")};
  document.figures = {
      figure_of("bars", BarChart{translatable("Done"),
                                 translatable("Result"),
                                 Unit::count,
                                 {{message("{0}", "W01"), Tenths{330}, Tenths{300}, "33/30", met},
                                  {message("{0}", "W02"), {}, {}, {}, due}}}),
      figure_of("lines", LineChart{Unit::percent,
                                   {message("{0}", "01"), message("{0}", "02")},
                                   {{message("{0}", "G01"), {Tenths{100}, std::nullopt}}}}),
      figure_of("heat", HeatMap{translatable("Code"),
                                {message("{0}", "01")},
                                {{due, "."}, {met, "+"}},
                                translatable("Total"),
                                {{"H1", {{1, true}}}, {"H2", {}}}})};
  const auto file = workbook_of(document, l10n::Language::en);
  CHECK(rows_of(file, "bars") == Rows{{"", "Done", "Result"},
                                      {"W01", "33", "30", "33/30", "yes"},
                                      {"W02", "", "", "-", "no"}});
  CHECK(rows_of(file, "lines") == Rows{{"", "G01"}, {"01", "10"}, {"02"}});
  CHECK(rows_of(file, "heat") ==
        Rows{{"Code", "01"}, {"H1", "+*"}, {"H2"}, {"no", "."}, {"yes", "+"}, {"Total", "*"}});
}

TEST_CASE("the same document gives the same bytes") {
  CHECK(workbook_of(sample_for_sheets(), l10n::Language::zh) ==
        workbook_of(sample_for_sheets(), l10n::Language::zh));
}
