#include "gridvisit/policy/policy_file.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;

namespace {

void check_same(const Rule& left, const Rule& right) {
  CHECK(left.id == right.id);
  CHECK(left.title == right.title);
  CHECK(left.title_en == right.title_en);
  CHECK(left.source == right.source);
  CHECK(left.subject == right.subject);
  CHECK(left.tagged == right.tagged);
  CHECK(left.modes == right.modes);
  CHECK(left.outcomes == right.outcomes);
  CHECK(left.count == right.count);
  CHECK(left.at_least == right.at_least);
  CHECK(left.every == right.every);
  CHECK(left.average_over_year == right.average_over_year);
  CHECK(left.credit == right.credit);
  CHECK(left.grace_days == right.grace_days);
  CHECK(left.prorate == right.prorate);
  CHECK(left.in == right.in);
}

void check_round_trip(const Policy& policy) {
  const auto read = read_policy(to_toml(policy));
  REQUIRE(read.problems.empty());
  CHECK(read.policy.name == policy.name);
  CHECK(read.policy.from == policy.from);
  REQUIRE(read.policy.rules.size() == policy.rules.size());
  for (std::size_t at = 0; at < policy.rules.size(); ++at)
    check_same(read.policy.rules[at], policy.rules[at]);
}

/// A policy of one rule with these lines, the first of which is line 4.
std::vector<Problem> problems_of(const std::string& lines) {
  return read_policy("name = \"p\"\nfrom = 2026-01-01\n[[rules]]\n" + lines).problems;
}

struct Expected {
  std::string lines;
  std::int64_t line;
  std::string key;
  std::string value;
  std::string mend;
};

const std::string k_worker = "id = \"r\"\nsubject = \"worker\"\nat_least = 1\nevery = \"month\"\n";
const std::string k_household =
    "id = \"r\"\nsubject = \"household\"\nat_least = 1\nevery = \"month\"\n";
const std::string k_grid = "id = \"r\"\nsubject = \"grid\"\nat_least = 2\nevery = \"week\"\n";

}  // namespace

TEST_CASE("a policy written out reads back field by field") {
  check_round_trip(default_policy());
  auto changed = default_policy();
  changed.name = "say \"quotes\" and \\ 中文";
  changed.from = Day{std::chrono::year{2026} / 7 / 1};
  auto& quota = changed.rules[0];
  quota.prorate = Prorate::none;
  quota.credit = Credit::own_grids;
  quota.count = Count::visits;
  quota.average_over_year = false;
  quota.in = {"C1", "G3"};
  auto& door = changed.rules[1];
  door.outcomes = {Outcome::refused, Outcome::met};
  door.credit = Credit::responsible;
  door.grace_days = 14;
  door.every = PeriodKind::half_year;
  door.tagged = {"gas", "key"};
  check_round_trip(changed);
  Rule patrol;
  patrol.id = "patrol";
  patrol.title = patrol.title_en = "patrol";
  patrol.subject = Subject::grid;
  patrol.at_least = 2;
  patrol.every = PeriodKind::week;
  check_round_trip({"p", k_beginning, {patrol}});
}

TEST_CASE("keys left out have their defaults by subject") {
  const auto read = read_policy("name = \"p\"\n[[rules]]\n" + k_worker);
  REQUIRE(read.problems.empty());
  CHECK(read.policy.from == k_beginning);
  const auto& worker = read.policy.rules.front();
  CHECK(worker.title == "r");
  CHECK(worker.count == Count::households);
  CHECK(worker.credit == Credit::anywhere);
  CHECK(worker.prorate == Prorate::days);
  CHECK(worker.modes.size() == k_modes.size());
  CHECK(worker.outcomes == std::vector{Outcome::met});
  CHECK_FALSE(worker.average_over_year);
  const auto second = read_policy("name = \"p\"\n[[rules]]\n" + k_household);
  REQUIRE(second.problems.empty());
  CHECK(second.policy.rules.front().count == Count::days);
  CHECK(second.policy.rules.front().credit == Credit::anyone);
}

TEST_CASE("whatever is wrong in a rule is told with line and key and value and mend") {
  const std::vector<Expected> table{
      {"subject = \"worker\"\nat_least = 1\nevery = \"month\"\n", 3, "id", "", "Add a line id = …"},
      {k_worker + "atleast = 3\n", 8, "atleast", "3", "Did you mean at_least?"},
      {"id = \"r\"\nsubject = \"houshold\"\nat_least = 1\nevery = \"month\"\n", 5, "subject",
       "houshold", "Did you mean household?"},
      {"id = \"r\"\nsubject = \"worker\"\nat_least = 1\nevery = \"mnth\"\n", 7, "every", "mnth",
       "Did you mean month?"},
      {"id = \"r\"\nsubject = \"worker\"\nat_least = 0\nevery = \"month\"\n", 6, "at_least", "0",
       "Write it without quotes, such as at_least = 1."},
      {"id = \"r\"\nsubject = \"worker\"\nat_least = \"30\"\nevery = \"month\"\n", 6, "at_least",
       "30", "Write it without quotes, such as at_least = 1."},
      {"id = \"a b\"\nsubject = \"worker\"\nat_least = 1\nevery = \"month\"\n", 4, "id", "a b",
       "Use letters, digits and dashes."},
      {k_worker + "modes = [\"door\", \"phon\"]\n", 8, "modes", "phon", "Did you mean phone?"},
      {k_worker + "modes = []\n", 8, "modes", "[]", "Write [\"…\", \"…\"], or leave the line out."},
      {k_worker + "modes = [\"door\", \"door\"]\n", 8, "modes", "door", "Name it once."},
      {k_worker + "outcomes = [7]\n", 8, "outcomes", "7", "Put it in quotes: \"…\"."},
      {k_worker + "title = 7\n", 8, "title", "7", "Put it in quotes: \"…\"."},
      {k_worker + "title = \"a\\u001bb\"\n", 8, "title",
       "a\x1b"
       "b",
       "Take it out."},
      {k_worker + "credit = \"anyone\"\n", 8, "credit", "anyone",
       "Write one of: anywhere, own-grids."},
      {k_household + "credit = \"own-grids\"\n", 8, "credit", "own-grids",
       "Write one of: anyone, responsible."},
      {k_worker + "tagged = [\"gas\"]\n", 8, "tagged", "[ 'gas' ]", "Leave the line out."},
      {k_worker + "grace_days = 3\n", 8, "grace_days", "3", "Leave the line out."},
      {k_household + "grace_days = -1\n", 8, "grace_days", "-1",
       "Write it without quotes, such as grace_days = 1."},
      {k_household + "prorate = \"days\"\n", 8, "prorate", "days", "Leave the line out."},
      {k_household + "average_over = \"year\"\n", 8, "average_over", "year", "Leave the line out."},
      {k_grid + "modes = [\"door\"]\n", 8, "modes", "[ 'door' ]", "Leave the line out."},
      {k_worker + "average_over = \"month\"\n", 8, "average_over", "month", "Write one of: year."},
      {"id = \"r\"\nsubject = \"worker\"\nat_least = 1\nevery = \"week\"\naverage_over = "
       "\"year\"\n",
       8, "average_over", "year", "Write every = \"month\", or leave average_over out."},
      {"id = \"r\"\nsubject = \"household\"\nat_least = 2\nevery = \"day\"\n", 6, "at_least", "2",
       "Write a smaller number, or choose a longer period."},
      {"id = \"r\"\nsubject = \"household\"\ncount = \"households\"\nat_least = 2\nevery = "
       "\"year\"\n",
       7, "at_least", "2", "Write a smaller number, or choose a longer period."},
      {"id = \"r\"\nsubject = \"grid\"\nat_least = 3\nevery = \"week\"\n", 6, "at_least", "3",
       "Write a smaller number, or choose a longer period."},
  };
  for (const auto& [lines, line, key, value, mend] : table) {
    CAPTURE(lines);
    const auto problems = problems_of(lines);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].line == line);
    CHECK(problems[0].column == key);
    CHECK(problems[0].value == value);
    CHECK_FALSE(in_english(problems[0].reason).empty());
    CHECK(in_english(problems[0].mend) == mend);
  }
}

TEST_CASE("several problems are told together by line") {
  const auto problems = problems_of("id = \"r\"\nsubject = \"worker\"\nat_least = 0\nevry = 1\n");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].column == "every");
  CHECK(problems[1].column == "at_least");
  CHECK(problems[2].column == "evry");
}

TEST_CASE("the head of a policy needs a name and knows only a date besides") {
  const auto only = [](const std::string& head) {
    const auto problems = read_policy(head + "[[rules]]\n" + k_worker).problems;
    REQUIRE(problems.size() == 1);
    return problems.front().column;
  };
  CHECK(only("") == "name");
  CHECK(only("name = \"\"\n") == "name");
  CHECK(only("name = \"p\"\nfrom = \"2026-01-01\"\n") == "from");
  CHECK(only("name = \"p\"\nform = 2026-01-01\n") == "form");
}

TEST_CASE("two rules can't share an id") {
  const auto problems = problems_of(k_worker + "[[rules]]\n" + k_household);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].line == 9);
  CHECK(problems[0].column == "id");
}

TEST_CASE("a policy without rules is a problem") {
  for (const auto* text :
       {"name = \"p\"\n", "name = \"p\"\nrules = 3\n", "name = \"p\"\nrules = []\n"}) {
    CAPTURE(text);
    const auto problems = read_policy(text).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].column == "rules");
  }
}

TEST_CASE("what is not TOML is one problem with its line") {
  const auto problems = read_policy("name = \"p\"\nfrom = = 3\n").problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].line == 2);
  CHECK(read_policy("name = \"\xff\"\n").problems.size() == 1);
}

TEST_CASE("what is no TOML is told by its line in every build") {
  const std::string deep = "a" + [] {
    std::string dots;
    for (int count = 0; count < 100'000; ++count) dots += ".a";
    return dots;
  }() + " = 1";
  for (const auto& mistake : {std::string{"[+a]"}, std::string{"a 、= 1"}, deep}) {
    const auto reading = read_policy("name = \"\"\"p\n\"\"\"\n" + mistake + "\n");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 3);
    CHECK(in_english(reading.problems[0].reason).starts_with("This is not TOML: "));
  }
}
