#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/format/printout.hpp"

#include "app.hpp"
#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

/// A register with so many households that a list of them takes several pages.
struct PdfTown : Town {
  PdfTown() {
    std::string rows = "household,grid,address,name,from\n";
    for (int room = 101; room < 221; ++room)
      rows += "G02-3-1-" + std::to_string(room) + ",G02,示例路3栋" + std::to_string(room) +
              ",丁某,2020-01-01\n";
    must("import households -", rows);
  }

  /// What the pages say, in the places where they say it.
  std::vector<std::string> pages(const std::string& file) const {
    const auto ran = shell("pdftotext -layout " + file + " -");
    REQUIRE(ran.code == 0);
    std::vector<std::string> result;
    for (const auto page : split(ran.out, '\f'))
      if (!page.empty()) result.emplace_back(page);
    return result;
  }
  std::string info(const std::string& file) const { return shell("pdfinfo " + file).out; }
};

/// The program that makes PDFs, as a shell names it.
std::string pdf_program() {
  return (std::filesystem::path{GRIDVISIT_PROGRAM}.parent_path() / "gridvisit-pdf").string();
}

}  // namespace

TEST_CASE("A list has its head and what it rests on on every page of its PDF") {
  const PdfTown town;
  town.must("household list --grid G02 -o list.pdf --lang zh");
  const auto pages = town.pages("list.pdf");
  REQUIRE(pages.size() >= 3);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    INFO(pages[page]);
    CHECK(has(pages[page], "户主"));
    CHECK(has(pages[page], "统计截止日 2026-10-15"));
    CHECK(has(pages[page], "数据版本"));
    CHECK(has(pages[page], "第 " + std::to_string(page + 1) + " 页，共 " +
                               std::to_string(pages.size()) + " 页"));
  }
  CHECK(has(pages.front(), "G02-3-1-101"));
  CHECK(has(pages.front(), "示例路3栋*"));
  CHECK(has(pages.back(), "G02-9-9-909"));
  CHECK(has(town.info("list.pdf"), "A4"));
  CHECK(has(town.info("list.pdf"), "Pages:           " + std::to_string(pages.size()) + "\n"));
}

TEST_CASE("Equal data gives equal bytes in a file, in a pipe and on another day of the clock") {
  const PdfTown town;
  town.must("report month 2026-09 -o first.pdf");
  town.must("report month 2026-09 -o second.pdf --today 2026-10-15");
  const auto first = town.read("first.pdf");
  CHECK(first.starts_with("%PDF-1.5"));
  CHECK(town.read("second.pdf") == first);
  CHECK(town.must("report month 2026-09 --format pdf").out == first);
  CHECK(has(town.info("first.pdf"), "CreationDate:    Wed Sep 30 00:00:00 2026 UTC"));
}

TEST_CASE("Every report and list can be printed") {
  const PdfTown town;
  town.must("add 1-1-101 血压偏高，约周五复查");
  for (const auto* line : {"report month 2026-10 --details",
                           "report year",
                           "report household G01-1-1-101",
                           "report rule special-monthly",
                           "explain monthly-households W01",
                           "feasibility",
                           "check -v",
                           "due",
                           "status",
                           "journal",
                           "show 1-1-101",
                           "find 甲",
                           "area list",
                           "area show G01",
                           "worker list",
                           "worker show W01",
                           "household show G01-1-1-101",
                           "assign list",
                           "assign show G01",
                           "leave list",
                           "leave show W01",
                           "tag list",
                           "tag show G01-1-1-101",
                           "tag category list",
                           "patrol list",
                           "policy show",
                           "policy list",
                           "member list",
                           "retention list"}) {
    INFO(line);
    const auto ran = town.run(std::string{line} + " -o page.pdf --force");
    INFO(ran.err);
    CHECK(ran.code == 0);
    const auto pages = town.pages("page.pdf");
    REQUIRE_FALSE(pages.empty());
    CHECK(has(pages.front(), "Reference day 2026-10-15"));
    CHECK(has(pages.front(), "page 1 of "));
  }
}

TEST_CASE("A PDF leaves, so that it masks what the terminal may show, and goes to no terminal") {
  PdfTown town;
  town.must("add 1-1-101 血压偏高");
  std::string printed;
  const auto run_at_terminal = [&](std::string_view line) {
    std::istringstream in;
    std::ostringstream out, err;
    cli::World world{
        .arguments = words_of(line),
        .environment = [&](std::string_view name) -> std::optional<std::string> {
          if (name == "GRIDVISIT_DB") return (town.folder() / "town.db").string();
          if (name == "GRIDVISIT_WORKER") return "W01";
          return std::nullopt;
        },
        .terminal = {.in = in, .out = out, .err = err, .out_is_terminal = true},
        .clock = parse_instant("2026-10-15T08:00:00Z").value(),
        .uid = 0,
        .account =
            [] {
              return cli::Account{0, "root", "/nowhere"};
            },
        .sudo_account = [] { return std::nullopt; },
        .output_error = [] { return 0; },
        .start_pager = [] {},
        .typeset = [&](std::string_view printout) { return printed = std::string{printout}; }};
    return cli::run(world);
  };
  CHECK(run_at_terminal("journal -o " + (town.folder() / "journal.pdf").string()) == 0);
  const auto printout = format::unpacked(printed);
  REQUIRE(printout);
  const auto& row = printout->tables.at(0).rows.at(0);
  CHECK(row.at(3).text == "甲*");
  CHECK(row.at(6).text == "*");
  CHECK(run_at_terminal("journal --format pdf") == 2);
}

TEST_CASE("The program that makes PDFs refuses what is no printout and prints nothing") {
  const Sandbox sandbox;
  const auto printout = format::packed({});
  sandbox.write("whole", printout);
  CHECK(sandbox.shell(pdf_program() + " < whole").out.starts_with("%PDF-"));
  sandbox.write("cut", printout.substr(0, printout.size() - 1));
  sandbox.write("more", printout + "0:");
  sandbox.write("empty", "");
  for (const auto* input : {"cut", "more", "empty", "/bin/sh", "/dev/null"}) {
    INFO(input);
    const auto ran = sandbox.shell(pdf_program() + " < " + input);
    CHECK(ran.code == static_cast<int>(format::Typeset::no_printout));
    CHECK(ran.out.empty());
  }
  CHECK(sandbox.shell(pdf_program() + " < whole > /dev/full").code ==
        static_cast<int>(format::Typeset::failed));
  sandbox.write("none.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
  CHECK(sandbox.shell("FONTCONFIG_FILE=$PWD/none.conf " + pdf_program() + " < whole").code ==
        static_cast<int>(format::Typeset::no_font));
}

TEST_CASE("What keeps a PDF from being made is told, and the file stays as it was") {
  const PdfTown town;
  town.write("old.pdf", "old");
  const std::string alone = "cp \"$(command -v gridvisit)\" own; ";
  const auto beside = [&](const std::string& script, const std::string& mode = "755") {
    return alone + "printf '#!/bin/sh\\n" + script + "\\n' > gridvisit-pdf; chmod " + mode +
           " gridvisit-pdf; ";
  };
  struct Hindrance {
    std::string before;
    int code;
    std::string_view err;
  };
  for (const auto& [before, code, err] : std::vector<Hindrance>{
           {alone, 6, "Install the package gridvisit-pdf"},
           {beside("exit 3"), 6, "Install the package fonts-noto-cjk"},
           {beside("exit 4"), 9, "is of another version"},
           {beside("echo half; exit 6"), 6, "made no PDF (it ended with 6)"},
           {beside("exit 127"), 6, "It needs the library pango"},
           {beside("echo half; kill -9 $$"), 6, "made no PDF (it ended with 137)"},
           {beside("cat", "757"), 8, "others could have changed it"},
           {beside("cat", "644"), 6, "permission is denied"}}) {
    INFO(before);
    const auto ran = town.shell(before + "./own report month 2026-09 -o old.pdf --force");
    INFO(ran.err);
    CHECK(ran.code == code);
    CHECK(has(ran.err, err));
    CHECK(town.read("old.pdf") == "old");
    CHECK(town.shell("ls -a | grep -c tmp; rm -f own gridvisit-pdf").out == "0\n");
  }
}
