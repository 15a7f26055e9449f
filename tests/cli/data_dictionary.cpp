#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/exchange/table.hpp"

#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

/// The cells of one row of a table in Markdown, without the spaces around them.
using Cells = std::vector<std::string>;

/// The rows of the table under the heading that begins with the table's name.
std::vector<Cells> documented(std::string_view table) {
  std::ifstream file{GRIDVISIT_DATA_DICTIONARY};
  REQUIRE(file);
  std::vector<Cells> rows;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = split(line.substr(3), ' ').front() == table;
    if (!inside || !line.starts_with("| ") || line.starts_with("| column")) continue;
    Cells cells;
    for (const auto cell : split(line, '|')) cells.emplace_back(trim(cell));
    rows.emplace_back(cells.begin() + 1, cells.end() - 1);
  }
  return rows;
}

std::string without_bold(const std::string& name) {
  return name.starts_with("**") ? name.substr(2, name.size() - 4) : name;
}

std::string joined_names(const std::vector<Cells>& rows) {
  std::string names;
  for (const auto& row : rows) names += (names.empty() ? "" : ",") + without_bold(row.front());
  return names;
}

void check_chinese(const exchange::Table& table, exchange::Field field, const std::string& names) {
  CHECK_FALSE(names.empty());
  for (const auto name : split(names, ',')) CHECK(find_column(table, trim(name)) == field);
}

}  // namespace

TEST_CASE_FIXTURE(Sandbox,
                  "the data dictionary tells the columns that the program reads and writes") {
  add_register(*this);
  for (const auto& table : exchange::all_tables()) {
    CAPTURE(table.name);
    const auto rows = documented(table.name);
    CHECK(lines(must("export " + std::string{table.name}).out).front() == joined_names(rows));
    REQUIRE(rows.size() == table.columns.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
      CAPTURE(rows[at].front());
      REQUIRE(rows[at].size() == 6);
      CHECK(rows[at].front().starts_with("**") == table.columns[at].required);
      CHECK((rows[at][4] == "–") == table.columns[at].required);
      CHECK_FALSE(rows[at][2].empty());
      check_chinese(table, table.columns[at].field, rows[at][1]);
    }
  }
}

TEST_CASE_FIXTURE(Sandbox, "the data dictionary tells the columns of compliance") {
  add_register(*this);
  const auto rows = documented("compliance");
  CHECK(lines(must("export compliance").out).front() == joined_names(rows));
  CHECK(lines(must("report month --format csv").out).front() == joined_names(rows));
  for (const auto& row : rows) {
    CAPTURE(row.front());
    CHECK(row.size() == 5);
    CHECK_FALSE(std::ranges::any_of(row.begin(), row.begin() + 4, &std::string::empty));
  }
}
