#include "round/card.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "gridvisit/base/display.hpp"

using namespace gridvisit;
using namespace gridvisit::cli;
using l10n::Catalog;
using l10n::Language;

namespace {

StopText sample() {
  return {"G01-3-2-501 张明明",
          "示例街道幸福家园小区3栋2单元501室",
          "empty nest; low income",
          {"Special persons contacted every month, by 2026-10-31",
           "Door visit every year, by 2026-12-31 (door)"},
          "phone, met, 2026-09-12: 血压偏高，约周五复查，女儿下周回来"};
}

Walk walk() {
  return {{{"G01-3-2-501"}, {"G01-3-2-502"}}, Mode::door};
}

std::string text_of(const std::vector<CardLine>& lines) {
  std::string text;
  for (const auto& line : lines) text += line.text + "\n";
  return text;
}

bool shows(const std::vector<CardLine>& lines, std::string_view part) {
  return text_of(lines).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a card fits every terminal from 40 columns and a few rows on") {
  for (const auto language : {Language::en, Language::zh})
    for (const std::size_t columns : {20, 39, 40, 41, 80, 200})
      for (const std::size_t rows : {6, 10, 15, 24, 60}) {
        CAPTURE(columns);
        CAPTURE(rows);
        const auto lines = card(walk(), sample(), {Catalog{language}, columns, rows});
        if (columns >= 39) CHECK(lines.size() < rows);
        for (const auto& line : lines) {
          CAPTURE(line.text);
          CHECK(display_width(line.text) < columns);
        }
      }
}

TEST_CASE("with room enough a card shows the household and what it owes and every key") {
  const auto lines = card(walk(), sample(), {Catalog{Language::en}, 40, 40});
  for (const auto* part :
       {"1/2", "G01-3-2-501 张明明", "501室", "low income", "2026-12-31", "phone, met", "m met",
        "a absent", "r refused", "v vacant", "1 door", "6 message", "n note", "s skip", "b back",
        "u undo", "? help", "q leave", "> door"})
    CHECK_MESSAGE(shows(lines, part), part);
  REQUIRE(lines.size() > 1);
  CHECK(lines[1].stands_out);
  CHECK_FALSE(lines[0].stands_out);
}

TEST_CASE("on few rows the legend goes first and the household stays") {
  const auto lines = card(walk(), sample(), {Catalog{Language::en}, 40, 9});
  CHECK(shows(lines, "G01-3-2-501"));
  CHECK(shows(lines, "? help"));
  CHECK_FALSE(shows(lines, "r refused"));
}

TEST_CASE("Chinese legends have the same keys") {
  const auto lines = card(walk(), sample(), {Catalog{Language::zh}, 40, 40});
  for (const auto* part : {"m 见到", "a 不在", "1 上门", "5 电话", "q 退出", "> 上门"})
    CHECK_MESSAGE(shows(lines, part), part);
}

TEST_CASE("the typed note stands last and a blank at its end is seen") {
  auto noting = walk();
  noting.press({Key::Kind::text, "n"});
  noting.press({Key::Kind::text, "血压 ", true});
  CHECK(card(noting, sample(), {Catalog{Language::en}, 40, 24}).back().text == "> 血压 ");
  noting.press({Key::Kind::text, std::string(60, 'x'), true});
  const auto lines = card(noting, sample(), {Catalog{Language::en}, 40, 24});
  CHECK(lines.back().text.starts_with("  x"));
  for (const auto& line : lines) CHECK(display_width(line.text) < 40);
}

TEST_CASE("control characters are visible on a card") {
  auto noting = walk();
  noting.press({Key::Kind::text, "n"});
  noting.press({Key::Kind::text, "a\x1b[31m", true});
  CHECK(shows(card(noting, sample(), {Catalog{Language::en}, 40, 24}), "> a\\x1b[31m"));
}

TEST_CASE("help names every key and the card says what undo would void") {
  auto reading = walk();
  reading.press({Key::Kind::text, "?"});
  const auto help = card(reading, sample(), {Catalog{Language::en}, 80, 40});
  for (const auto* part : {"m  save the visit: met", "1-6  1 door", "q  leave"})
    CHECK_MESSAGE(shows(help, part), part);
  auto asking = walk();
  asking.ask("7: G01-3-2-501");
  CHECK(shows(card(asking, sample(), {Catalog{Language::en}, 80, 40}),
              "7: G01-3-2-501\nVoid this visit? u"));
}

TEST_CASE("where all is done the card says so") {
  auto done = walk();
  done.saved("");
  done.saved("");
  const auto lines = card(done, {}, {Catalog{Language::en}, 80, 24});
  CHECK(shows(lines, "2/2"));
  CHECK(shows(lines, "Every household of this round is done."));
}
