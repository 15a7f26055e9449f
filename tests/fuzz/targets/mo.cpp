// Lines, in turn a message and its translation, of which a .mo file is made; the last one is a
// sentence whose places are filled.
#include <map>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/l10n/catalog.hpp"
#include "gridvisit/l10n/mo_file.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

using Translations = std::map<std::string, std::string, std::less<>>;

void append_number(std::vector<unsigned char>& bytes, std::size_t number) {
  for (int byte = 0; byte < 4; ++byte)
    bytes.push_back(static_cast<unsigned char>(number >> (8 * byte)));
}

/// As msgfmt writes it: a head, two tables of lengths and offsets, the texts ended by NUL.
std::vector<unsigned char> mo_bytes(const Translations& translations) {
  constexpr std::size_t k_magic = 0x950412de, k_head = 28, k_row = 8;
  const auto rows = translations.size() * k_row;
  std::vector<unsigned char> bytes;
  for (const auto number : {k_magic, std::size_t{0}, translations.size(), k_head, k_head + rows,
                            std::size_t{0}, k_head + 2 * rows})
    append_number(bytes, number);
  std::string texts;
  const auto append_row = [&](const std::string& text) {
    append_number(bytes, text.size());
    append_number(bytes, k_head + 2 * rows + texts.size());
    texts += text + '\0';
  };
  for (const auto& [original, translation] : translations) append_row(original);
  for (const auto& [original, translation] : translations) append_row(translation);
  bytes.insert(bytes.end(), texts.begin(), texts.end());
  return bytes;
}

void expect_found(const Translations& translations, std::string_view other) {
  const auto bytes = mo_bytes(translations);
  const l10n::MoFile file{bytes};
  expect(file.size() == translations.size(), "all messages are there");
  std::size_t index = 0;
  for (const auto& [original, translation] : translations) {
    expect_equal(file.original(index++), original, "messages stand in order");
    expect_equal(file.find(original).value_or("none"), translation, "each message is found");
  }
  expect(file.find(other).has_value() == translations.contains(other), "and no other one");
}

}  // namespace

void mo(std::string_view input) {
  Translations translations;
  std::string_view last;
  while (!input.empty()) {
    last = take_line(input);
    if (!input.empty()) translations[std::string{last}] = take_line(input);
  }
  expect_found(translations, last);
  const auto text = as_text(last);
  for (const auto language : {l10n::Language::en, l10n::Language::zh}) {
    const l10n::Catalog catalog{language};
    expect(catalog.text(message("{0}", text)).find(text) != std::string::npos,
           "an argument stands in its place as it is");
    catalog.text(translatable_in("outcome", text));
  }
}

}  // namespace gridvisit::fuzz
