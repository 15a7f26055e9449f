#include "spelling.hpp"

#include <utility>
#include <vector>

#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {

Message did_you_mean(std::string_view word, std::span<const std::string> known, Message otherwise) {
  const auto close = nearest(word, known, 1);
  return close.empty() ? std::move(otherwise) : message("Did you mean {0}?", close.front());
}

Message did_you_mean(std::string_view word, std::initializer_list<std::string_view> known,
                     Message otherwise) {
  const std::vector<std::string> texts{known.begin(), known.end()};
  return did_you_mean(word, texts, std::move(otherwise));
}

}  // namespace gridvisit::cli
