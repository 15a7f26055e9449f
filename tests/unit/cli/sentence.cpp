#include "sentence.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

using gridvisit::cli::print_sentence;

namespace {

std::string printed(std::string_view sentence, std::size_t columns) {
  std::ostringstream out;
  print_sentence(out, sentence, columns);
  return out.str();
}

}  // namespace

TEST_CASE("a sentence is one line where no terminal shows it") {
  CHECK(printed("one two three four five", 0) == "one two three four five\n");
  CHECK(printed("数据库里还没有编号为一的网格员", 0) == "数据库里还没有编号为一的网格员\n");
}

TEST_CASE("on a terminal a sentence is broken at words and between Han characters") {
  CHECK(printed("one two three four five", 10) == "one two\nthree four\nfive\n");
  CHECK(printed("数据库里还没有编号", 10) == "数据库里还\n没有编号\n");
  CHECK(printed("请先用 `init` 建库，再来。", 12) == "请先用\n`init` 建\n库，再来。\n");
  CHECK(printed("one two", 7) == "one two\n");
}

TEST_CASE("further lines stand as far in as the first") {
  CHECK(printed("  G01-1-1-101 one two", 16) == "  G01-1-1-101\n  one two\n");
}

TEST_CASE("control characters are visible") {
  CHECK(printed("a\x1b[31mb", 0) == "a\\x1b[31mb\n");
}
