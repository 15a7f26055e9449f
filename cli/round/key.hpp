#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gridvisit::cli {

/// What a person did at a terminal, or the terminal itself.
struct Key {
  enum class Kind {
    text,  ///< `text` was typed (one character), or pasted (any number, on one line)
    enter,
    backspace,
    clear_line,  ///< Ctrl-U
    escape,
    leave,    ///< Ctrl-C or Ctrl-D
    resize,   ///< the terminal has another size now
    hang_up,  ///< the terminal is gone, or the program is told to end
    other,    ///< a key that means nothing here
  };

  Kind kind = Kind::other;
  std::string text = {};
  bool pasted = false;

  friend bool operator==(const Key&, const Key&) = default;
};

/// Makes keys of the bytes that a terminal sends: UTF-8, escape sequences, bracketed paste.
class KeyDecoder {
 public:
  void feed(std::string_view bytes) { m_bytes += bytes; }
  /// The next key, or nothing while the bytes may be the beginning of one. `complete`: no more
  /// bytes will come for it, so that a lone escape is the escape key.
  std::optional<Key> next(bool complete);
  bool is_waiting() const { return !m_bytes.empty(); }
  void clear() { m_bytes.clear(); }

 private:
  std::optional<Key> next_sequence(bool complete);
  std::optional<Key> next_paste();
  std::optional<Key> next_character(bool complete);
  Key take(std::size_t count, Key key);

  std::string m_bytes;
};

}  // namespace gridvisit::cli
