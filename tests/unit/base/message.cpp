#include "gridvisit/base/message.hpp"

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

using namespace gridvisit;

TEST_CASE("a message reads in English with its places filled") {
  CHECK(in_english(message("{0} of {1}", 3, "households")) == "3 of households");
  CHECK(in_english(message("{1} before {0}", 'a', 'b')) == "b before a");
  CHECK(in_english(message("nothing to fill")) == "nothing to fill");
  CHECK(in_english(message("mode {0}", translatable("at the door"))) == "mode at the door");
}

TEST_CASE("what fills a place is never read as a pattern") {
  CHECK(in_english(message("no household {0}", "{1} {}")) == "no household {1} {}");
}

TEST_CASE("a message keeps its words and arguments apart for translation") {
  const auto said = message("{0}: {1}", translatable_in("outcome", "met"), 7);
  REQUIRE(said.arguments.size() == 2);
  CHECK(said.arguments[0].translated);
  CHECK(said.arguments[0].context == "outcome");
  CHECK(said.arguments[0].text == "met");
  CHECK_FALSE(said.arguments[1].translated);
  CHECK(said.arguments[1].text == "7");
  CHECK(Message{}.empty());
  CHECK_FALSE(said.empty());
}

TEST_CASE("an error carries its kind and message and what to do and the candidates") {
  const Error error{
      ErrorKind::not_found, message("no area {0}", "G9"), message("Try one of:"), {"G1", "G2"}};
  CHECK(error.kind() == ErrorKind::not_found);
  CHECK(std::string{error.what()} == "no area G9");
  CHECK(in_english(error.hint()) == "Try one of:");
  CHECK(error.candidates() == std::vector<std::string>{"G1", "G2"});
  CHECK(static_cast<int>(ErrorKind::version) == 9);
}
