#include "gridvisit/base/suggestion.hpp"

#include <utility>

#include "gridvisit/base/text.hpp"

namespace gridvisit {

Message did_you_mean(std::string_view word, std::span<const std::string> known, Message otherwise,
                     std::size_t most) {
  const auto close = nearest(word, known, most);
  return close.empty() ? std::move(otherwise) : message("Did you mean {0}?", join(close, ", "));
}

}  // namespace gridvisit
