#include <array>

#include <doctest/doctest.h>

#include "cli/report_town.hpp"
#include "well_formed.hpp"

using namespace gridvisit::tests;

namespace {

struct HtmlTown : Sandbox {
  HtmlTown() {
    add_town(*this);
    set("GRIDVISIT_WORKER", "W01");
  }
};

bool holds(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

/// A page that needs nothing but itself and shows data as text only.
void check_page(const std::string& page) {
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\""));
  CHECK(defect_of(page) == "");
  CHECK(holds(page,
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
              "&#39;none&#39;; style-src &#39;unsafe-inline&#39;;"));
  for (const auto* part : {"<script", " src=", " href=", "url(", "@import",
                           "http:", "https:", "<iframe", "<object", "<img", "<form"})
    CHECK_FALSE(holds(page, part));
}

constexpr auto k_documents =
    std::to_array<std::string_view>({"report month 2026-10",
                                     "report year 2026",
                                     "report rule special-monthly 2026-10",
                                     "report month 2026-10 --by grid",
                                     "report month 2026-10 --by community",
                                     "report month 2026-10 --area G01",
                                     "report month 2026-10 --worker W02",
                                     "report household G01-1",
                                     "explain monthly-households W01 2026-10",
                                     "explain annual-door-visit G01-2",
                                     "feasibility",
                                     "due",
                                     "status",
                                     "journal --month 2026-10",
                                     "show G01-1",
                                     "find G01",
                                     "area list",
                                     "area show G01",
                                     "household list",
                                     "household show G01-1",
                                     "worker list",
                                     "worker show W01",
                                     "assign list",
                                     "leave list",
                                     "patrol list",
                                     "tag list",
                                     "tag category list",
                                     "policy list",
                                     "policy show"});

}  // namespace

TEST_CASE("Every document can be had as a page in both languages") {
  const HtmlTown town;
  for (const auto document : k_documents)
    for (const std::string language : {"en", "zh"}) {
      const auto line = std::string{document} + " --format html --lang " + language;
      INFO(line);
      const auto page = town.must(line).out;
      check_page(page);
      CHECK(holds(page, language == "zh" ? "lang=\"zh-CN\"" : "lang=\"en\""));
    }
}

TEST_CASE("A page goes to a file by its ending, with the whole sheet, and the same every time") {
  const HtmlTown town;
  town.must("report month 2026-10 -o first.html");
  town.must("report month 2026-10 -o second.htm");
  const auto page = town.read("first.html");
  check_page(page);
  CHECK(page == town.read("second.htm"));
  CHECK(holds(page, "<caption>Households still to visit</caption>"));
  CHECK(holds(page, "<caption>The year so far</caption>"));
  CHECK(town.run("report month 2026-10 -o first.html").code == 4);
}

TEST_CASE("The households month by month are drawn for one grid, and for no more") {
  const HtmlTown town;
  constexpr std::string_view k_map = "<figure class=\"households\">";
  CHECK(holds(town.must("report month 2026-10 --area G01 --format html").out, k_map));
  CHECK(holds(town.must("report month 2026-10 --worker W01 --format html").out, k_map));
  CHECK_FALSE(holds(town.must("report month 2026-10 --format html").out, k_map));
}

TEST_CASE("A name that looks like markup stays a name, and a page masks what leaves the house") {
  const HtmlTown town;
  town.must("worker add W03 '<script>alert(1)</script>'");
  town.must("assign add W03 G03 --from 2026-01-01");
  const auto page = town.must("report month 2026-09 --format html").out;
  check_page(page);
  CHECK(holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(holds(page, "示例路1号楼*"));
  CHECK_FALSE(holds(page, "301"));
}

TEST_CASE("An empty register has a page without pictures of nothing") {
  Sandbox sandbox;
  sandbox.set("GRIDVISIT_DB", (sandbox.folder() / "empty.db").string());
  sandbox.set("GRIDVISIT_TODAY", "2026-11-02");
  sandbox.must("init");
  const auto page = sandbox.must("report month 2026-10 --format html").out;
  check_page(page);
  CHECK_FALSE(holds(page, "role=\"img\""));
  CHECK(holds(page, "<figure class=\"glance\">"));
  CHECK_FALSE(holds(page, "<figure class=\"quota\">"));
  CHECK(holds(page, "(none)"));
}
