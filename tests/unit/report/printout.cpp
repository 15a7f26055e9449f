#include "gridvisit/report/render/printout.hpp"

#include <doctest/doctest.h>

#include "gridvisit/report/basis.hpp"

using namespace gridvisit;
using namespace gridvisit::report;
using format::Tone;

namespace {

const l10n::Catalog k_chinese{l10n::Language::zh};
const l10n::Catalog k_english{l10n::Language::en};

Document sample() {
  Document document;
  document.title = message("Sample {0}", "一");
  document.basis = facts_of({.period = parse_period("2026-10"),
                             .reference_day = parse_iso_day("2026-10-31").value(),
                             .policy = "default",
                             .policy_from = k_beginning,
                             .data_version = "7:abc",
                             .known_on = {}});
  document.tables = {
      {"rows",
       {},
       {{"code", translatable("Code")}, {"done", translatable("Done"), Align::right}},
       {{std::string{"G01"}, Word{"missed", translatable("missed")}}},
       {std::string{"all"}, std::int64_t{1}}}};
  return document;
}

}  // namespace

TEST_CASE("a printout says on every page what the document rests on, in the reader's language") {
  const auto chinese = printout_of(sample(), k_chinese);
  CHECK(chinese.language == "zh-CN");
  CHECK(chinese.footer ==
        "周期 2026-10 · 统计截止日 2026-10-31 · 考核办法 default（一直有效） · 数据版本 7:abc");
  CHECK(chinese.page_number == "第 {0} 页，共 {1} 页");
  CHECK(printout_of(sample(), k_english).page_number == "page {0} of {1}");
}

TEST_CASE("a printout is dated by the day that it is about and never by the clock") {
  CHECK(printout_of(sample(), k_english).created == "2026-10-31T00:00:00Z");
  CHECK(printout_of({}, k_english).created == "2000-01-01T00:00:00Z");
}

TEST_CASE("cells keep their side and what their word says, and the total is the last row") {
  const auto table = printout_of(sample(), k_english).tables.at(0);
  CHECK_FALSE(table.columns[0].is_number);
  CHECK(table.columns[1].is_number);
  CHECK(table.has_total);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][1].tone == Tone::bad);
  CHECK(table.rows[1][0].text == "all");
}

TEST_CASE("a table without rows says so") {
  auto document = sample();
  document.tables[0].rows.clear();
  document.tables[0].total.clear();
  const auto table = printout_of(document, k_english).tables.at(0);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][0].text == "(none)");
}

TEST_CASE("bars are drawn to the longest value or goal with the word of their state") {
  BarChart chart{translatable("Average"), translatable("Required"), Unit::count, {}};
  const Word behind{"behind", translatable("behind")};
  chart.bars.push_back({message("W01"), Tenths{150}, Tenths{300}, std::string{"15/30"}, behind});
  chart.bars.push_back({message("W02"), {}, {}, std::string{"-"}, {}});
  auto document = sample();
  document.figures.push_back({"pace", message("Pace"), {}, chart});
  const auto bars = printout_of(document, k_english).charts.at(0).bars;
  CHECK(bars[0].length == 500);
  CHECK(bars[0].mark == 1000);
  CHECK(bars[0].shown == "15/30  behind");
  CHECK(bars[0].tone == Tone::bad);
  CHECK(bars[1].length == 0);
  CHECK(bars[1].mark == 0);
  document.figures.clear();
  chart.bars.resize(61, chart.bars[0]);
  document.figures.push_back({"pace", message("Pace"), {}, chart});
  CHECK(printout_of(document, k_english).charts.empty());
}
