#include "gridvisit/report/render/render.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace gridvisit;
using namespace gridvisit::report;

namespace {

std::string rendered(const Document& document, Format format, Style style = {}) {
  std::ostringstream out;
  render(document, format, style, out);
  return out.str();
}

Document two_households() {
  Document document;
  document.key = "sample";
  document.title = message("Sample of {0}", "2026-10");
  document.facts = {{"period", translatable("Sample period"), std::string{"2026-10"}}};
  document.tables = {{"households",
                      {},
                      {{"code", translatable("Sample code")},
                       {"name", translatable("Sample name"), Align::left, true},
                       {"days", translatable("Sample days"), Align::right}},
                      {{std::string{"G01-1"}, std::string{"张三丰的一家人"}, std::int64_t{3}},
                       {std::string{"G01-12"}, std::string{"Li"}, std::int64_t{40}}},
                      {}}};
  document.notes = {message("Sample note: {0} households.", 2)};
  return document;
}

Document of_one_cell(Cell cell) {
  Document document;
  document.data = {"cells", {}, {{"cell", translatable("Sample cell")}}, {{std::move(cell)}}, {}};
  return document;
}

constexpr Word k_missed{"missed", translatable("Sample missed")};

}  // namespace

TEST_CASE("A text table is aligned by display columns with numbers on the right") {
  CHECK(rendered(two_households(), Format::table) ==
        "Sample of 2026-10\n"
        "\n"
        "Sample period  2026-10\n"
        "\n"
        "Sample code  Sample name     Sample days\n"
        "-----------  --------------  -----------\n"
        "G01-1        张三丰的一家人            3\n"
        "G01-12       Li                       40\n"
        "\n"
        "Sample note: 2 households.\n");
}

TEST_CASE("A narrow terminal wraps heads first and then cuts the columns that may shrink") {
  auto document = two_households();
  document.facts.clear();
  document.notes.clear();
  document.title = {};
  CHECK(rendered(document, Format::table, {.width = 30}) ==
        "Sample                  Sample\n"
        "code    Sample name       days\n"
        "------  --------------  ------\n"
        "G01-1   张三丰的一家人       3\n"
        "G01-12  Li                  40\n");
  CHECK(rendered(document, Format::table, {.width = 26}) ==
        "Sample  Sample      Sample\n"
        "code    name          days\n"
        "------  ----------  ------\n"
        "G01-1   张三丰的…        3\n"
        "G01-12  Li              40\n");
}

TEST_CASE("A table that no terminal line holds is written in blocks") {
  auto document = two_households();
  document.facts.clear();
  document.notes.clear();
  document.title = {};
  document.tables[0].columns[1].shrinks = false;
  document.tables[0].columns.push_back({"rate", {}, Align::right, false, message("Sample group")});
  document.tables[0].columns[2].group = message("Sample group");
  document.tables[0].rows[0].push_back(std::string{"  50.0%"});
  document.tables[0].rows[1].push_back(std::string{"100.0%"});
  CHECK(rendered(document, Format::table, {.width = 24}) ==
        "Sample code    G01-1\n"
        "Sample name    张三丰的\n"
        "               一家人\n"
        "Sample group\n"
        "  Sample days  3 50.0%\n"
        "\n"
        "Sample code    G01-12\n"
        "Sample name    Li\n"
        "Sample group\n"
        "  Sample days  40 100.0%\n");
}

TEST_CASE("Texts share what a narrow terminal leaves them, and long ones are written in blocks") {
  auto document = two_households();
  document.facts.clear();
  document.notes.clear();
  document.title = {};
  auto& table = document.tables[0];
  table.columns = {{"code", translatable("Sample code")},
                   {"name", translatable("Sample name")},
                   {"place", translatable("Sample")}};
  table.rows = {{std::string{"G01-1"}, std::string{"one two three four"},
                 std::string{"first street, house"}}};
  table.total.clear();
  CHECK(rendered(document, Format::table, {.width = 32}) ==
        "Sample\n"
        "code    Sample name  Sample\n"
        "------  -----------  -----------\n"
        "G01-1   one two      first\n"
        "        three four   street,\n"
        "                     house\n");
  table.rows[0][2] = std::string{"first street, second house"};
  CHECK(rendered(document, Format::table, {.width = 32}) ==
        "Sample code  G01-1\n"
        "Sample name  one two three four\n"
        "Sample       first street,\n"
        "             second house\n");
}

TEST_CASE("What the title says already is not said again by an empty table") {
  auto document = of_one_cell(std::string{});
  document.data.rows.clear();
  document.title = message("Sample note: {0} households.", 0);
  CHECK(rendered(document, Format::table) == "Sample note: 0 households.\n");
  document.title = {};
  CHECK(rendered(document, Format::table).find("(none)") != std::string::npos);
}

TEST_CASE("Nothing is cut or wrapped in a pipe") {
  auto document = of_one_cell(std::string(300, 'x') + " " + std::string(300, 'y'));
  document.data.columns[0].shrinks = true;
  const auto text = rendered(document, Format::table, {.width = 0});
  CHECK(text.find(std::string(300, 'x') + " " + std::string(300, 'y')) != std::string::npos);
}

TEST_CASE("Columns of a group stand under its head") {
  auto document = two_households();
  document.facts.clear();
  document.notes.clear();
  document.title = {};
  document.tables[0].columns[1].group = message("Sample group");
  document.tables[0].columns[2].group = message("Sample group");
  const auto text = rendered(document, Format::table);
  CHECK(
      text.starts_with("             Sample group\n"
                       "             ---------------------------\n"
                       "Sample code  Sample name     Sample days\n"));
}

TEST_CASE("Colour never stands without its word and never outside of a terminal") {
  auto document = of_one_cell(k_missed);
  CHECK(rendered(document, Format::table, {.color = true}).find("\x1b[1;31mSample missed\x1b[0m") !=
        std::string::npos);
  CHECK(rendered(document, Format::table).find('\x1b') == std::string::npos);
}

TEST_CASE("Control and bidirectional characters in data are visible escapes") {
  const auto document = of_one_cell(std::string{"a\x1b[31mb\xe2\x80\xae"});
  CHECK(rendered(document, Format::table).find("a\\x1b[31mb\\u202e") != std::string::npos);
  CHECK(rendered(document, Format::markdown).find("a\\\\x1b\\[31mb\\\\u202e") != std::string::npos);
}

TEST_CASE("A note of several lines keeps them in its cell") {
  const auto text = rendered(of_one_cell(std::string{"first\nsecond"}), Format::table);
  CHECK(text.ends_with("first\nsecond\n"));
}

TEST_CASE("A table without rows says so") {
  Document document = two_households();
  document.tables[0].rows.clear();
  CHECK(rendered(document, Format::table).find("\n(none)\n") != std::string::npos);
}

TEST_CASE("CSV quotes by RFC 4180 and leaves empty what does not apply") {
  Document document;
  document.data = {
      "data",
      {},
      {{"text", {}}, {"none", {}}, {"yes", {}}, {"rate", {}}, {"word", {}}, {"list", {}}},
      {{std::string{"a \"b\", c\nd"}, std::monostate{}, true, Tenths{-5}, k_missed,
        std::vector<std::string>{"G01", "G02"}}},
      {}};
  CHECK(rendered(document, Format::csv) ==
        "text,none,yes,rate,word,list\n"
        "\"a \"\"b\"\", c\nd\",,true,-0.5,missed,G01 G02\n");
}

TEST_CASE("CSV guards text that a spreadsheet would take for a formula") {
  CHECK(rendered(of_one_cell(std::string{"=1+1"}), Format::csv) == "cell\n'=1+1\n");
  CHECK(rendered(of_one_cell(std::int64_t{-1}), Format::csv) == "cell\n-1\n");
}

TEST_CASE("JSON keeps the order of keys and the kind of each value") {
  Document document;
  document.data = {
      "data",
      {},
      {{"text", {}}, {"none", {}}, {"yes", {}}, {"number", {}}, {"rate", {}}, {"list", {}}},
      {{std::string{"a\"\\\n户"}, std::monostate{}, false, std::int64_t{7}, Tenths{841},
        std::vector<std::string>{"G01", "G02"}}},
      {}};
  const std::string row =
      R"({"text":"a\"\\\n户","none":null,"yes":false,"number":7,"rate":"84.1","list":["G01","G02"]})";
  CHECK(rendered(document, Format::ndjson) == row + "\n");
  CHECK(rendered(document, Format::json) == "[\n" + row + "\n]\n");
}

TEST_CASE("A document's nested JSON stands instead of its rows") {
  auto document = two_households();
  document.nested_json = R"({"rows":[]})";
  CHECK(rendered(document, Format::json) == "{\"rows\":[]}\n");
}

TEST_CASE("Markdown escapes what data could use as markup") {
  const auto text = rendered(of_one_cell(std::string{"a|b <c> *d*\ne"}), Format::markdown);
  CHECK(text == "| Sample cell |\n| --- |\n| a\\|b \\<c\\> \\*d\\*<br>e |\n");
}

TEST_CASE("Format names are those of the command line") {
  CHECK(parse_format("markdown") == Format::markdown);
  CHECK_FALSE(parse_format("Markdown"));
}

namespace {

Document of_bars(std::vector<Bar> bars) {
  Document document;
  document.tables = {{"bars", {}, {{"cell", translatable("Sample cell")}}, {{Cell{true}}}, {}},
                     {"others", {}, {{"cell", translatable("Sample cell")}}, {{Cell{}}}, {}}};
  document.figures = {
      {"bars", message("Sample bars"), {}, BarChart{{}, {}, Unit::percent, std::move(bars)}}};
  return document;
}

constexpr Word k_verdict{"due", translatable("Sample due")};

}  // namespace

TEST_CASE("Bars stand in the place of their table with the goal as a mark") {
  const auto document =
      of_bars({{message("first"), Tenths{500}, Tenths{750}, std::string{"15/30"}, k_verdict},
               {message("second"), Tenths{1100}, {}, std::string{"33/30"}, {}},
               {message("third"), {}, Tenths{1000}, std::string{"0/0"}, {}}});
  CHECK(rendered(document, Format::table, {.width = 60}) ==
        "Sample bars\n"
        "first   [################-------|-------]  15/30  Sample due\n"
        "second  [##############################>]  33/30\n"
        "third   [-------------------------------]    0/0\n"
        "\n"
        "Sample cell\n"
        "-----------\n"
        "-\n");
}

TEST_CASE("Something is never an empty bar and less than all never a full one") {
  const auto document = of_bars({{message("a"), Tenths{1}, {}, std::string{"1"}, {}},
                                 {message("b"), Tenths{999}, {}, std::string{"2"}, {}},
                                 {message("c"), Tenths{1000}, {}, std::string{"3"}, {}}});
  const auto text = rendered(document, Format::table, {.width = 20});
  CHECK(text.find("[#----") != std::string::npos);
  CHECK(text.find("#-]  2") != std::string::npos);
  CHECK(text.find("##]  3") != std::string::npos);
}

TEST_CASE("On a narrow terminal the names of bars stand above them and nothing is too wide") {
  const auto document =
      of_bars({{message("特殊人群每月联络"), Tenths{500}, {}, std::string{"13/26"}, k_missed}});
  for (const std::size_t width : {40, 41, 60, 80, 200}) {
    CAPTURE(width);
    std::istringstream text{rendered(document, Format::table, {.width = width})};
    for (std::string line; std::getline(text, line);) CHECK(display_width(line) <= width);
  }
  const auto narrow = rendered(document, Format::table, {.width = 40});
  CHECK(narrow.find("特殊人群每月联络\n[") != std::string::npos);
  const auto wide = rendered(document, Format::table, {.width = 80});
  CHECK(wide.find("特殊人群每月联络  [") != std::string::npos);
}

TEST_CASE("Colour stands only beside the word that says the same") {
  const auto document = of_bars({{message("a"), Tenths{500}, {}, std::string{"1/2"}, k_missed}});
  const auto plain = rendered(document, Format::table, {.width = 80});
  CHECK(plain.find('\x1b') == std::string::npos);
  auto colored = rendered(document, Format::table, {.width = 80, .color = true});
  CHECK(colored.find("\x1b[1;31mSample missed\x1b[0m") != std::string::npos);
}

TEST_CASE("What machines read and Markdown leave figures out") {
  const auto document = of_bars({{message("a"), Tenths{500}, {}, std::string{"1/2"}, {}}});
  for (const auto format : {Format::csv, Format::json, Format::markdown})
    CHECK(rendered(document, format).find("1/2") == std::string::npos);
  CHECK(rendered(document, Format::markdown).find("yes") != std::string::npos);
}
