#include "gridvisit/domain/code.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace gridvisit;

TEST_CASE("a code is a short word in any script") {
  for (const std::string code :
       {"G01", "G01-3-2-501", "W_1", "网格一", "a", "3-2-501", "a.b/c", "18位"}) {
    CAPTURE(code);
    CHECK(code_problem(code).empty());
  }
  CHECK(code_problem(std::string(64, 'x')).empty());
}

TEST_CASE("no code begins as a formula does since codes leave without a guard") {
  for (const std::string code : {"=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x"}) {
    CAPTURE(code);
    CHECK_FALSE(code_problem(code).empty());
  }
}

TEST_CASE("what could be misread on a command line or in a file is no code") {
  for (const std::string code :
       {"", "a b", " a", "a ", "a\tb", "a\nb", "a;b", "a,b", "a@b", "a\"b", "a'b", "-a", "a　b",
        "a\xc2\xa0"
        "b",
        "a\x1b", "\xff", "a\xe2\x80\xae"}) {
    CAPTURE(code);
    CHECK_FALSE(code_problem(code).empty());
  }
  CHECK_FALSE(code_problem(std::string(65, 'x')).empty());
  CHECK_FALSE(code_problem(std::string_view{"a\0b", 3}).empty());
}
