#include "gridvisit/base/error.hpp"

#include <utility>

namespace gridvisit {

Error::Error(ErrorKind kind, Message what, Message hint, std::vector<std::string> candidates)
    : m_kind{kind},
      m_message{std::move(what)},
      m_hint{std::move(hint)},
      m_candidates{std::move(candidates)},
      m_english{in_english(m_message)} {}

}  // namespace gridvisit
