#include "gridvisit/format/spool.hpp"

#include <doctest/doctest.h>

using namespace gridvisit::format;

namespace {

std::string handed_on(Spool& spool) {
  std::string text;
  spool.hand_on([&](std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace

TEST_CASE("what is kept is handed on in its order however much it is") {
  for (const int times : {0, 1, 1000, 200'000}) {
    CAPTURE(times);
    Spool spool;
    std::string expected;
    for (int time = 0; time < times; ++time) {
      const auto line = std::to_string(time) + ",a line\n";
      spool.write(line);
      expected += line;
    }
    CHECK(handed_on(spool) == expected);
  }
}

TEST_CASE("a piece larger than what is kept in memory is kept as well") {
  Spool spool;
  const std::string piece(3 << 20, 'x');
  spool.write("a");
  spool.write(piece);
  spool.write("b");
  CHECK(handed_on(spool) == "a" + piece + "b");
}
