#include "gridvisit/report/words.hpp"

#include <doctest/doctest.h>

using namespace gridvisit;
using namespace gridvisit::report;
using l10n::Language;

TEST_CASE("A met household and a met quota are different words in Chinese") {
  const l10n::Catalog chinese{Language::zh};
  CHECK(chinese.text(word_of(Outcome::met).label) == "见到");
  CHECK(chinese.text(word_of(compliance::Verdict::met).label) == "达标");
}

TEST_CASE("A rule is called by the title in the reader's language and else by what there is") {
  Rule rule;
  rule.id = "r1";
  CHECK(title_of(rule, Language::zh) == "r1");
  rule.title = "每月走访";
  CHECK(title_of(rule, Language::en) == "每月走访");
  rule.title_en = "Monthly visits";
  CHECK(title_of(rule, Language::en) == "Monthly visits");
  CHECK(title_of(rule, Language::zh) == "每月走访");
}
