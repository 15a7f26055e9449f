#include "gridvisit/base/error.hpp"

#include <utility>

#include "gridvisit/base/reference.hpp"

namespace gridvisit {

Error::Error(ErrorKind kind, Message what, Message hint, std::vector<std::string> candidates)
    : m_kind{kind},
      m_message{std::move(what)},
      m_hint{std::move(hint)},
      m_candidates{std::move(candidates)},
      m_english{in_english(m_message)} {}

void throw_dangling() {
  throw Error{ErrorKind::damaged,
              message("The database is damaged: a record refers to one that is not there."),
              message("Keep the file as it is and go back to a backup.")};
}

void refuse(Message what, Message hint) {
  throw Error{ErrorKind::refused, std::move(what), std::move(hint)};
}

void throw_usage(Message what, Message hint) {
  throw Error{ErrorKind::usage, std::move(what), std::move(hint)};
}

}  // namespace gridvisit
