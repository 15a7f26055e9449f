#include "gridvisit/l10n/catalog.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "gridvisit/l10n/mo_file.hpp"

using namespace gridvisit;
using namespace gridvisit::l10n;

namespace {

/// The places {0}, {1}, … of a text.
std::set<std::string> places(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = 0; (at = text.find('{', at)) != text.npos; ++at) {
    if (text.substr(at).starts_with("{{"))
      ++at;
    else
      found.emplace(text.substr(at, text.find('}', at) - at + 1));
  }
  return found;
}

}  // namespace

TEST_CASE("a text without a translation stays English") {
  CHECK(Catalog{Language::zh}.text(translatable("no such text anywhere")) ==
        "no such text anywhere");
}

TEST_CASE("a text is put into the language of the catalogue") {
  CHECK(Catalog{Language::en}.text(translatable("Usage:")) == "Usage:");
  CHECK(Catalog{Language::zh}.text(translatable("Usage:")) == "用法：");
}

TEST_CASE("an argument that is a text is translated with its sentence") {
  const auto sentence = message("{0} / {1}", translatable("Usage:"), "Usage:");
  CHECK(Catalog{Language::zh}.text(sentence) == "用法： / Usage:");
}

TEST_CASE("every embedded message is found by its original") {
  const auto& file = chinese();
  REQUIRE(file.size() > 1);
  for (std::size_t index = 0; index < file.size(); ++index)
    CHECK(file.find(file.original(index)) == file.translation(index));
}

TEST_CASE("every translation has the places of its original") {
  const auto& file = chinese();
  for (std::size_t index = 0; index < file.size(); ++index) {
    CAPTURE(file.original(index));
    CHECK(places(file.translation(index)) == places(file.original(index)));
  }
}

TEST_CASE("a locale that begins with zh asks for Chinese") {
  CHECK(language_of_locale("zh_CN.UTF-8") == Language::zh);
  CHECK(language_of_locale("C.UTF-8") == Language::en);
  CHECK(language_of_locale("") == Language::en);
}
