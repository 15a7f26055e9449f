#include "round/key.hpp"

#include <algorithm>
#include <utility>

#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

using Kind = Key::Kind;

constexpr char k_escape = '\x1b';
constexpr std::string_view k_paste_begins = "\x1b[200~";
constexpr std::string_view k_paste_ends = "\x1b[201~";

bool is_control(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7f';
}

Kind kind_of_control(char byte) {
  switch (byte) {
    case '\r':
    case '\n':
      return Kind::enter;
    case '\x7f':
    case '\b':
      return Kind::backspace;
    case '\x03':
    case '\x04':
      return Kind::leave;
    case '\x15':
      return Kind::clear_line;
    default:
      return Kind::other;
  }
}

/// Bytes of the UTF-8 character that begins so.
std::size_t size_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc0 ? 2 : 1;
}

/// Pasted lines as one: whatever else it may hold is judged where it is saved.
std::string on_one_line(std::string_view pasted) {
  std::string text{pasted};
  std::ranges::replace_if(
      text, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
  return text;
}

}  // namespace

std::optional<Key> KeyDecoder::next(bool complete) {
  if (m_bytes.empty()) return std::nullopt;
  if (m_bytes.front() == k_escape) return next_sequence(complete);
  if (is_control(m_bytes.front())) return take(1, {kind_of_control(m_bytes.front())});
  return next_character(complete);
}

std::optional<Key> KeyDecoder::next_sequence(bool complete) {
  if (m_bytes.starts_with(k_paste_begins)) return next_paste();
  const bool is_sequence = m_bytes.size() > 1 && (m_bytes[1] == '[' || m_bytes[1] == 'O');
  if (m_bytes.size() == 1 && !complete) return std::nullopt;
  if (!is_sequence) return take(1, {Kind::escape});
  const auto end = std::find_if(m_bytes.begin() + 2, m_bytes.end(),
                                [](char byte) { return byte >= '@' && byte <= '~'; });
  if (end != m_bytes.end())
    return take(static_cast<std::size_t>(end - m_bytes.begin()) + 1, {Kind::other});
  if (complete) return take(m_bytes.size(), {Kind::other});
  return std::nullopt;
}

/// However slowly it comes, it is one text until its end: its rest would be taken for keys.
std::optional<Key> KeyDecoder::next_paste() {
  const auto begin = k_paste_begins.size();
  const auto end = m_bytes.find(k_paste_ends, begin);
  if (end == std::string::npos) return std::nullopt;
  const auto text = on_one_line(std::string_view{m_bytes}.substr(begin, end - begin));
  return take(end + k_paste_ends.size(), {Kind::text, text, true});
}

std::optional<Key> KeyDecoder::next_character(bool complete) {
  const auto size = size_of_character(m_bytes.front());
  if (m_bytes.size() < size && !complete) return std::nullopt;
  auto text = m_bytes.substr(0, size);
  if (find_invalid_utf8(text)) return take(1, {Kind::other});
  const auto length = text.size();
  return take(length, {Kind::text, std::move(text)});
}

Key KeyDecoder::take(std::size_t count, Key key) {
  m_bytes.erase(0, count);
  return key;
}

}  // namespace gridvisit::cli
