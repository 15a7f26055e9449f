#include "gridvisit/base/spelling.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

/// The same count by the table that everybody knows.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& here = table[i][j];
      if (i == 0 || j == 0) {
        here = i + j;
        continue;
      }
      here = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        here = std::min(here, table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

std::string random_word(std::mt19937& dice) {
  std::string word(std::uniform_int_distribution<std::size_t>{0, 7}(dice), 'a');
  for (auto& letter : word) letter = "abc"[std::uniform_int_distribution<std::size_t>{0, 2}(dice)];
  return word;
}

}  // namespace

TEST_CASE("edits are counted as the plain table counts them") {
  std::mt19937 dice{7};
  for (int round = 0; round < 20'000; ++round) {
    const auto word = random_word(dice), other = random_word(dice);
    for (std::size_t allowed = 0; allowed <= Spelling::k_most_edits; ++allowed) {
      const auto expected = distance(word, other);
      const auto found = edits_between(Spelling{word, allowed}, other);
      CAPTURE(word);
      CAPTURE(other);
      CAPTURE(allowed);
      REQUIRE(found.has_value() == (expected <= allowed));
      if (found) REQUIRE(*found == expected);
    }
  }
}

TEST_CASE("the longest word is compared whole") {
  const std::string word(Spelling::k_longest, 'a');
  CHECK(edits_between(Spelling{word, 1}, word) == 0);
  CHECK(edits_between(Spelling{word, 1}, word + "b") == 1);
  CHECK(edits_between(Spelling{word, 1}, word.substr(2)) == std::nullopt);
}

TEST_CASE("letters that are not ASCII are other letters") {
  CHECK(edits_between(Spelling{"abcd", 1}, "abc\xe5") == 1);
  CHECK(edits_between(Spelling{"abcd", 0}, "abc\xe4") == std::nullopt);
}

TEST_CASE("short words must be right and long ones may have two slips") {
  CHECK(edits_tolerated(3) == 0);
  CHECK(edits_tolerated(4) == 1);
  CHECK(edits_tolerated(7) == 1);
  CHECK(edits_tolerated(8) == 2);
}
