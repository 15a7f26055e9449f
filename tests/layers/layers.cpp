#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "layers/matrix.hpp"

using namespace gridvisit::layers;
namespace fs = std::filesystem;

namespace {

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

std::vector<Source> sources() {
  const fs::path top{GRIDVISIT_TOP};
  std::vector<Source> result;
  for (const auto* folder : {"lib", "cli", "tests", "examples"}) {
    for (const auto& entry : fs::recursive_directory_iterator{top / folder}) {
      if (!entry.is_regular_file() || !is_source(entry.path())) continue;
      std::ifstream file{entry.path(), std::ios::binary};
      const std::string text{std::istreambuf_iterator<char>{file}, {}};
      result.push_back({fs::relative(entry.path(), top).generic_string(), text});
    }
  }
  return result;
}

bool is_allowed(const std::string& path, const std::string& line) {
  return findings({path, line + "\n"}).empty();
}

}  // namespace

TEST_CASE("every source includes only what its room may include and is short enough") {
  const auto all = sources();
  CHECK(all.size() > 50);
  for (const auto& source : all)
    for (const auto& finding : findings(source)) FAIL_CHECK(finding);
}

TEST_CASE("a room may include itself and the rooms below it but none above it") {
  const std::string file = "lib/gridvisit/compliance/judge.cpp";
  CHECK(is_allowed(file, R"(#include "gridvisit/compliance/judge.hpp")"));
  CHECK(is_allowed(file, R"(#include "gridvisit/policy/rule.hpp")"));
  CHECK(is_allowed(file, R"(  #include "gridvisit/base/text.hpp")"));
  CHECK_FALSE(is_allowed(file, R"(#include "gridvisit/store/facts.hpp")"));
  CHECK_FALSE(is_allowed(file, R"(#include "gridvisit/l10n/catalog.hpp")"));
  CHECK_FALSE(
      is_allowed("lib/gridvisit/calendar/day.cpp", R"(#include "gridvisit/domain/ids.hpp")"));
}

TEST_CASE("the store knows of the engine only the facts that it loads") {
  const std::string file = "lib/gridvisit/store/facts.hpp";
  CHECK(is_allowed(file, R"(#include "gridvisit/compliance/facts.hpp")"));
  CHECK_FALSE(is_allowed(file, R"(#include "gridvisit/compliance/judge.hpp")"));
}

TEST_CASE("a backend is entered only by the one function that opens it") {
  const std::string line = R"(#include "gridvisit/store/sqlite/connection.hpp")";
  CHECK(is_allowed("lib/gridvisit/store/open.cpp", line));
  CHECK(is_allowed("lib/gridvisit/store/sqlite/visits.cpp", line));
  CHECK_FALSE(is_allowed("lib/gridvisit/store/store.hpp", line));
  CHECK_FALSE(is_allowed("lib/gridvisit/usecase/record_visit.cpp", line));
  CHECK_FALSE(is_allowed("cli/init.cpp", line));
  CHECK_FALSE(is_allowed("cli/init.cpp", R"(#include "gridvisit/store/memory/memory_store.hpp")"));
}

TEST_CASE("each library from elsewhere has one room") {
  CHECK(is_allowed("lib/gridvisit/store/sqlite/visits.cpp", "#include <SQLiteCpp/Statement.h>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/store/open.cpp", "#include <sqlite3.h>"));
  CHECK(is_allowed("cli/parser.cpp", "#include <CLI/CLI.hpp>"));
  CHECK_FALSE(is_allowed("cli/app.cpp", "#include <CLI/CLI.hpp>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/usecase/settings.cpp", "#include <toml++/toml.h>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/domain/area.cpp", "#include <nlohmann/json.hpp>"));
  CHECK(is_allowed("lib/gridvisit/domain/area.cpp", "#include <fmt/format.h>"));
}

TEST_CASE("the program that makes PDFs knows how to print and nothing of what is printed") {
  const std::string file = "cli/pdf/drawing.cpp";
  CHECK(is_allowed(file, "#include <cairo-pdf.h>"));
  CHECK(is_allowed(file, "#include \"pdf/pages.hpp\""));
  CHECK(is_allowed(file, R"(#include "gridvisit/format/printout.hpp")"));
  CHECK_FALSE(is_allowed(file, R"(#include "gridvisit/report/document.hpp")"));
  CHECK_FALSE(is_allowed(file, "#include \"context.hpp\""));
  CHECK_FALSE(is_allowed("cli/context.cpp", "#include \"pdf/pages.hpp\""));
  CHECK_FALSE(is_allowed("cli/context.cpp", "#include <pango/pangocairo.h>"));
}

TEST_CASE("a library that nobody listed may be included nowhere") {
  CHECK_FALSE(is_allowed("cli/app.cpp", "#include <boost/optional.hpp>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/base/text.cpp", "#include <curl.h>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/base/text.cpp", "#include \"text.hpp\""));
  CHECK(is_allowed("lib/gridvisit/base/text.cpp", "#include <string_view>"));
}

TEST_CASE("only the rooms that meet the world know the operating system and the clock") {
  CHECK(is_allowed("lib/gridvisit/format/file.cpp", "#include <unistd.h>"));
  CHECK_FALSE(is_allowed("lib/gridvisit/compliance/judge.cpp", "#include <unistd.h>"));
  CHECK(is_allowed("cli/main.cpp", "auto now = std::chrono::system_clock::now();"));
  CHECK_FALSE(is_allowed("lib/gridvisit/compliance/judge.cpp", "auto n = system_clock::now();"));
}

TEST_CASE("a file of more than 400 lines and a file outside the rooms are findings") {
  const std::string path = "tests/unit/base/text.cpp";
  CHECK(findings({path, std::string(400, '\n')}).empty());
  CHECK(findings({path, std::string(401, '\n')}).size() == 1);
  CHECK(findings({"lib/gridvisit/misc/tool.cpp", ""}).size() == 1);
}
