#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format::xlsx {

/// The attributes of an element, by their names without prefix.
class XmlAttributes {
 public:
  /// Names and values by turns, as the parser lists them.
  explicit XmlAttributes(const char* const* list) : m_list{list} {}

  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view value(std::string_view name) const { return find(name).value_or(""); }
  /// Whether a yes-or-no attribute says yes.
  bool is_set(std::string_view name) const;

 private:
  const char* const* m_list;
};

/// What is done with each piece of a document. Names come without prefix; those of elements that
/// belong to no workbook (extensions) are empty. Text comes in pieces.
struct XmlEvents {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> start =
      [](auto, const auto&) {};
  std::function<void(std::string_view name)> end = [](auto) {};
  std::function<void(std::string_view text)> text = [](auto) {};
};

/// Reads an XML document piece by piece. Error(damaged) if it is none; Error(refused) if it
/// declares a document type, or has pieces larger or deeper than any workbook's, so that memory
/// is bounded.
class XmlStream {
 public:
  /// `part` is named in errors.
  XmlStream(ByteSource source, std::string part, XmlEvents events);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Goes on up to a pause(): true, or to the end: false.
  bool read();
  /// For the events: read() returns after this one.
  void pause();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace gridvisit::format::xlsx
