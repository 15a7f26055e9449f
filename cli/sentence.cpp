#include "sentence.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "gridvisit/base/display.hpp"
#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {

void print_sentence(std::ostream& out, std::string_view sentence, std::size_t columns) {
  constexpr std::size_t k_narrowest = 8;
  const auto line = with_visible_controls(sentence);
  const auto indent = std::min(line.find_first_not_of(' '), line.size());
  if (columns < indent + k_narrowest || display_width(line) <= columns) {
    out << line << '\n';
    return;
  }
  const std::string before(indent, ' ');
  for (const auto& part : wrap_to(std::string_view{line}.substr(indent), columns - indent))
    out << before << part << '\n';
}

Message two_sentences(const Message& first, const Message& second) {
  auto both = message(translatable_in("sentences", "{0} {1}"));
  both.arguments = {to_argument(first), to_argument(second)};
  return both;
}

}  // namespace gridvisit::cli
