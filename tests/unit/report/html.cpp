#include <sstream>

#include <doctest/doctest.h>

#include "gridvisit/report/render/render.hpp"

#include "well_formed.hpp"

using namespace gridvisit;
using namespace gridvisit::report;

namespace {

std::string page_of(const Document& document, l10n::Language language = l10n::Language::en) {
  std::ostringstream out;
  render(document, Format::html, {.catalog = l10n::Catalog{language}}, out);
  return out.str();
}

std::size_t count_of(const std::string& page, std::string_view part) {
  std::size_t count = 0;
  for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++count;
  return count;
}

bool holds(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

constexpr Word k_due{"due", translatable("Sample due")};
const std::string k_hostile = "</style><script>alert(\"x\")</script> & 'y'";

Document with_table(Cell cell) {
  Document document;
  document.key = "sample";
  document.title = message("Sample of {0}", k_hostile);
  document.facts = {{"period", translatable("Sample period"), k_hostile}};
  document.tables = {
      {"rows",
       translatable("Sample rows"),
       {{"code", translatable("Sample code")},
        {"cell", translatable("Sample cell"), Align::right, false, message("{0}", k_hostile)}},
       {{std::string{"G01-1"}, std::move(cell)}},
       {message("Sample total"), std::string{}}}};
  document.notes = {message("Sample note {0}", k_hostile)};
  return document;
}

Document with_figure(decltype(Figure::drawing) drawing) {
  auto document = with_table(std::string{"x"});
  document.figures = {{"sample", message("Sample figure {0}", k_hostile),
                       message("Sample description {0}", k_hostile), std::move(drawing)}};
  return document;
}

BarChart bars() {
  return {translatable("Sample done"),
          translatable("Sample goal"),
          Unit::count,
          {{message("{0}", k_hostile), Tenths{330}, Tenths{300}, std::string{"33/30"}, k_due},
           {message("Sample empty"), std::nullopt, std::nullopt, Cell{}, {}}}};
}

LineChart lines() {
  return {Unit::count,
          {message("Sample Jan"), message("Sample Feb"), message("Sample Mar")},
          {{message("{0}", k_hostile), {Tenths{120}, std::nullopt, Tenths{305}}},
           {message("Sample goal"), {Tenths{300}, Tenths{300}, Tenths{300}}, true}}};
}

HeatMap map(std::size_t rows) {
  HeatMap result{
      translatable("Sample household"),
      {message("Sample Jan"), message("Sample Feb")},
      {{{"none", translatable("Sample none")}, ""}, {{"door", translatable("Sample door")}, "●"}},
      translatable("Sample owed"),
      {}};
  for (std::size_t row = 0; row < rows; ++row)
    result.rows.push_back({k_hostile, {{1, false}, {0, true}}});
  return result;
}

}  // namespace

TEST_CASE("A page is well-formed XML whatever the data holds, and no data becomes markup") {
  for (const auto& document :
       {with_table(k_hostile), with_table(k_due), with_table(Cell{}), with_figure(bars()),
        with_figure(lines()), with_figure(map(100)), Document{}}) {
    const auto page = page_of(document);
    CHECK(tests::defect_of(page) == "");
    CHECK_FALSE(holds(page, "<script"));
    CHECK(count_of(page, "</style>") == 2);
  }
}

TEST_CASE("A page asks for nothing from anywhere and says so") {
  const auto page = page_of(with_figure(lines()));
  CHECK(holds(page, "default-src &#39;none&#39;"));
  for (const auto* part : {" src=", " href=", "url(", "@import", "http:", "https:", " style="})
    CHECK_FALSE(holds(page, part));
}

TEST_CASE("A page names its language") {
  CHECK(holds(page_of({}, l10n::Language::en), "<html lang=\"en\">"));
  CHECK(holds(page_of({}, l10n::Language::zh), "<html lang=\"zh-CN\">"));
}

TEST_CASE("A table of a page has a caption, and heads that say what they are of") {
  const auto page = page_of(with_table(k_due));
  CHECK(holds(page, "<caption>Sample rows</caption>"));
  CHECK(holds(page, "<th scope=\"col\">Sample code</th>"));
  CHECK(holds(page, "<th scope=\"colgroup\" class=\"n\">"));
  CHECK(holds(page, "<th scope=\"row\">G01-1</th><td class=\"is-due\">Sample due</td>"));
  CHECK(holds(page, "<tr class=\"total\"><th scope=\"row\">Sample total</th>"));
}

TEST_CASE("A table of a page without rows says that there is nothing") {
  auto document = with_table(Cell{});
  document.tables.front().rows.clear();
  CHECK(holds(page_of(document), "colspan=\"2\">(none)</td>"));
}

TEST_CASE("A bar is as long as its share of the longest, and is written out beside it") {
  const auto page = page_of(with_figure(bars()));
  CHECK(holds(page, "<rect class=\"is-due\" width=\"100.0%\""));
  CHECK(holds(page, "<svg x=\"90.9%\""));
  CHECK(holds(page, "<td class=\"n\">33/30</td><td class=\"is-due\">Sample due</td>"));
}

TEST_CASE("Lines have a gap where there is no number, and their numbers stand below") {
  const auto page = page_of(with_figure(lines()));
  CHECK(holds(page, "role=\"img\""));
  CHECK(holds(page, "<td class=\"n\">12</td><td class=\"n\">-</td><td class=\"n\">30.5</td>"));
  CHECK(holds(page, "d=\"M141 141M530 55\""));
}

TEST_CASE("A heat map is cut into pictures that fit a page, each with its title") {
  CHECK(count_of(page_of(with_figure(map(32))), "role=\"img\"") == 1);
  CHECK(count_of(page_of(with_figure(map(33))), "role=\"img\"") == 2);
  const auto page = page_of(with_figure(map(1)));
  CHECK(count_of(page, ">●</text>") == 2);  // in the map and in its key
  CHECK(count_of(page, "<desc>") == 1);
}
