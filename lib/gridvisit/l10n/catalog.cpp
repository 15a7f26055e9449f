#include "gridvisit/l10n/catalog.hpp"

#include <vector>

#include "gridvisit/l10n/mo_file.hpp"

namespace gridvisit::l10n {

std::string_view Catalog::text(const TextId& id) const {
  if (m_language == Language::en || id.text.empty()) return id.text;
  if (id.context.empty()) return chinese().find(id.text).value_or(id.text);
  std::string key{id.context};
  key += '\004';
  key += id.text;
  return chinese().find(key).value_or(id.text);
}

std::string Catalog::text(const Message& message) const {
  std::vector<std::string> values;
  values.reserve(message.arguments.size());
  for (const auto& argument : message.arguments) {
    if (argument.translated)
      values.push_back(text(Message{argument.context, argument.text, argument.arguments}));
    else
      values.push_back(argument.text);
  }
  return fill_places(text(TextId{message.context, message.text}), values);
}

Language language_of_locale(std::string_view locale) {
  return locale.starts_with("zh") ? Language::zh : Language::en;
}

}  // namespace gridvisit::l10n
