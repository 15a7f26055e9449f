#pragma once

#include <string>
#include <string_view>

#include "gridvisit/base/message.hpp"

namespace gridvisit::l10n {

enum class Language { en, zh };

/// Puts messages into one language. English is the language of the source texts; zh_CN is
/// compiled in from zh_CN.po, so that it works without any locale installed.
class Catalog {
 public:
  explicit Catalog(Language language) : m_language{language} {}

  Language language() const { return m_language; }
  /// The text itself where the language has no translation of it. Lives as long as the program.
  std::string_view text(const TextId& id) const;
  std::string text(const Message& message) const;

 private:
  Language m_language;
};

/// The language that `LC_ALL`, `LC_MESSAGES` or `LANG` values ask for: `zh*` Chinese, else English.
Language language_of_locale(std::string_view locale);

}  // namespace gridvisit::l10n
