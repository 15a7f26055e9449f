#include "round/walk.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;
using namespace gridvisit::cli;
using Kind = Key::Kind;
using State = Stop::State;

namespace {

Walk walk_of(std::size_t count, Mode usual = Mode::door) {
  std::vector<Stop> stops;
  for (std::size_t number = 1; number <= count; ++number)
    stops.push_back({"H" + std::to_string(number)});
  return {std::move(stops), usual};
}

Wish type(Walk& walk, std::string_view letters) {
  Wish wish;
  for (const char letter : letters) wish = walk.press({Kind::text, std::string{letter}});
  return wish;
}

std::string at(const Walk& walk) {
  return walk.stop() == nullptr ? "" : walk.stop()->household;
}

}  // namespace

TEST_CASE("one key saves a visit with its outcome") {
  for (const auto& [key, outcome] : k_outcome_keys) {
    auto walk = walk_of(2);
    const auto wish = type(walk, std::string{key});
    const auto* visit = std::get_if<SaveVisit>(&wish);
    REQUIRE(visit != nullptr);
    CHECK(visit->outcome == outcome);
    CHECK(visit->mode == Mode::door);
    CHECK(visit->note.empty());
  }
}

TEST_CASE("a digit chooses the way of one visit and the next has the usual one") {
  auto walk = walk_of(2, Mode::phone);
  CHECK(walk.mode() == Mode::phone);
  const auto wish = type(walk, "3m");
  CHECK(std::get<SaveVisit>(wish).mode == Mode::office);
  walk.saved("");
  CHECK(walk.mode() == Mode::phone);
}

TEST_CASE("keys are understood in full width and in capitals") {
  auto walk = walk_of(1);
  CHECK(std::holds_alternative<SaveVisit>(walk.press({Kind::text, "ｍ"})));
  CHECK(std::holds_alternative<SaveVisit>(walk.press({Kind::text, "A"})));
  walk.press({Kind::text, "５"});
  CHECK(walk.mode() == Mode::phone);
  walk.press({Kind::text, "？"});
  CHECK(walk.phase() == Walk::Phase::reading_help);
}

TEST_CASE("a note is typed and edited by what people take for a character") {
  auto walk = walk_of(2);
  type(walk, "n");
  CHECK(walk.phase() == Walk::Phase::noting);
  for (const auto* text : {"血", "压", "e", "\u0301"}) walk.press({Kind::text, text});
  walk.press({Kind::backspace});
  CHECK(walk.typed() == "血压");
  walk.press({Kind::backspace});
  walk.press({Kind::text, "糖"});
  walk.press({Kind::enter});
  CHECK(walk.note() == "血糖");
  CHECK(std::get<SaveVisit>(type(walk, "m")).note == "血糖");
  walk.saved("door, met");
  CHECK(walk.note().empty());
}

TEST_CASE("letters in a note are no keys and escape leaves the note as it was") {
  auto walk = walk_of(1);
  type(walk, "nmarvq");
  CHECK(walk.typed() == "marvq");
  walk.press({Kind::enter});
  type(walk, "nxx");
  walk.press({Kind::escape});
  CHECK(walk.note() == "marvq");
  type(walk, "n");
  walk.press({Kind::clear_line});
  walk.press({Kind::backspace});
  walk.press({Kind::enter});
  CHECK(walk.note().empty());
}

TEST_CASE("pasted text is a note where one is typed and nothing elsewhere") {
  auto walk = walk_of(1);
  CHECK(std::holds_alternative<Unknown>(walk.press({Kind::text, "m", true})));
  type(walk, "n");
  walk.press({Kind::text, "two lines", true});
  CHECK(walk.typed() == "two lines");
}

TEST_CASE("what is saved is done and the next open household follows") {
  auto walk = walk_of(3);
  CHECK(at(walk) == "H1");
  walk.saved("door, met");
  CHECK(at(walk) == "H2");
  CHECK(walk.stops()[0].visit == "door, met");
  CHECK(walk.count(State::done) == 1);
}

TEST_CASE("skipped households come back at the end") {
  auto walk = walk_of(3);
  type(walk, "s");
  CHECK(at(walk) == "H2");
  walk.saved("");
  walk.saved("");
  CHECK(at(walk) == "H1");
  CHECK(walk.count(State::skipped) == 1);
  walk.saved("");
  CHECK(walk.stop() == nullptr);
  CHECK(walk.count(State::done) == 3);
}

TEST_CASE("the last one that was skipped can be skipped for ever") {
  auto walk = walk_of(2);
  type(walk, "ss");
  CHECK(at(walk) == "H1");
  type(walk, "s");
  CHECK(at(walk) == "H2");
  type(walk, "s");
  CHECK(at(walk) == "H1");
}

TEST_CASE("back leads to the household before whatever became of it") {
  auto walk = walk_of(2);
  type(walk, "b");
  CHECK(at(walk) == "H1");
  walk.saved("");
  type(walk, "b");
  CHECK(at(walk) == "H1");
  CHECK(walk.stop()->state == State::done);
  type(walk, "s");
  CHECK(walk.stops()[0].state == State::done);
  CHECK(at(walk) == "H2");
  walk.saved("");
  CHECK(walk.stop() == nullptr);
  type(walk, "b");
  CHECK(at(walk) == "H2");
}

TEST_CASE("a round that was left goes on where it was") {
  const Walk walk{{{"H1", State::done, "door, met"}, {"H2"}, {"H3"}}, Mode::door};
  CHECK(at(walk) == "H2");
  CHECK(walk.count(State::done) == 1);
}

TEST_CASE("undo asks first and only a second u voids") {
  auto walk = walk_of(2);
  walk.saved("door, met");
  CHECK(std::holds_alternative<FindLast>(type(walk, "u")));
  walk.ask("7: H1");
  CHECK(walk.phase() == Walk::Phase::confirming);
  CHECK(std::holds_alternative<std::monostate>(type(walk, "m")));
  CHECK(walk.phase() == Walk::Phase::visiting);
  type(walk, "u");
  walk.ask("7: H1");
  CHECK(std::holds_alternative<VoidLast>(type(walk, "u")));
  walk.voided("H1");
  CHECK(at(walk) == "H1");
  CHECK(walk.stop()->state == State::open);
  CHECK(walk.stop()->visit.empty());
  walk.voided("of no round");
  CHECK(at(walk) == "H1");
}

TEST_CASE("a round is left at any moment") {
  for (const auto* before : {"", "n", "nabc", "?"}) {
    auto walk = walk_of(1);
    type(walk, before);
    CHECK(std::holds_alternative<Leave>(walk.press({Kind::leave})));
    CHECK(std::holds_alternative<Leave>(walk.press({Kind::hang_up})));
  }
  auto walk = walk_of(1);
  CHECK(std::holds_alternative<Leave>(type(walk, "q")));
}

TEST_CASE("where all is done there is nothing to save or note") {
  auto walk = walk_of(1);
  walk.saved("");
  for (const auto* key : {"m", "1", "n", "s"})
    CHECK(std::holds_alternative<Unknown>(type(walk, key)));
  CHECK(std::holds_alternative<Unknown>(type(walk, "x")));
  CHECK(std::holds_alternative<std::monostate>(walk.press({Kind::enter})));
  CHECK(std::holds_alternative<std::monostate>(walk.press({Kind::resize})));
}
