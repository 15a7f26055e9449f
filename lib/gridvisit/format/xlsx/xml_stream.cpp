#include "gridvisit/format/xlsx/xml_stream.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <utility>

#include <expat.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr char k_separator = ' ';  // between a namespace and a name
constexpr int k_chunk = 65536;
constexpr std::int64_t k_longest_piece = 1 << 20;
constexpr int k_deepest = 256;

/// Those whose elements are read; documents of the strict kind have namespaces of their own.
constexpr std::array<std::string_view, 4> k_namespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "",
};

std::string_view without_namespace(std::string_view name) {
  return name.substr(name.rfind(k_separator) + 1);
}

/// The name of an element, empty if it belongs to no workbook.
std::string_view known_name(std::string_view name) {
  const auto separator = name.rfind(k_separator);
  const auto space = separator == name.npos ? std::string_view{} : name.substr(0, separator);
  if (std::ranges::find(k_namespaces, space) == k_namespaces.end()) return {};
  return without_namespace(name);
}

struct ParserEnd {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const auto* const* at = m_list; *at != nullptr; at += 2)
    if (without_namespace(at[0]) == name) return at[1];
  return std::nullopt;
}

bool XmlAttributes::is_set(std::string_view name) const {
  const auto said = value(name);
  return said == "1" || said == "true" || said == "on";
}

struct XmlStream::State {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserEnd> parser;
  ByteSource source;
  std::string part;
  XmlEvents events;
  std::exception_ptr failure;  // can't be thrown through expat
  std::int64_t taken = 0;      // bytes of the source
  int depth = 0;
  bool has_document_type = false;
  bool ended = false;

  template <class Event>
  void tell(const Event& event) {
    try {
      event();
    } catch (...) {
      failure = std::current_exception();
      XML_StopParser(parser.get(), XML_FALSE);
    }
  }
  XML_Status parse_more();
  [[noreturn]] void throw_failure() const;
  [[noreturn]] void throw_refused() const;

  static State& of(void* state) { return *static_cast<State*>(state); }
  static void start(void* self, const char* name, const char** attributes) {
    auto& state = of(self);
    if (++state.depth > k_deepest) return (void)XML_StopParser(state.parser.get(), XML_FALSE);
    state.tell([&] { state.events.start(known_name(name), XmlAttributes{attributes}); });
  }
  static void end(void* self, const char* name) {
    auto& state = of(self);
    --state.depth;
    state.tell([&] { state.events.end(known_name(name)); });
  }
  static void text(void* self, const char* text, int size) {
    auto& state = of(self);
    state.tell([&] { state.events.text({text, static_cast<std::size_t>(size)}); });
  }
  static void document_type(void* self, const char*, const char*, const char*, int) {
    of(self).has_document_type = true;
    XML_StopParser(of(self).parser.get(), XML_FALSE);
  }
};

XmlStream::XmlStream(ByteSource source, std::string part, XmlEvents events)
    : m_state{std::make_unique<State>()} {
  auto& state = *m_state;
  state.parser.reset(XML_ParserCreateNS(nullptr, k_separator));
  if (!state.parser) throw std::bad_alloc{};
  state.source = std::move(source);
  state.part = std::move(part);
  state.events = std::move(events);
  auto* parser = state.parser.get();
  XML_SetUserData(parser, &state);
  XML_SetElementHandler(parser, State::start, State::end);
  XML_SetCharacterDataHandler(parser, State::text);
  XML_SetStartDoctypeDeclHandler(parser, State::document_type);
}

XmlStream::~XmlStream() = default;

void XmlStream::pause() {
  XML_StopParser(m_state->parser.get(), XML_TRUE);
}

bool XmlStream::read() {
  auto& state = *m_state;
  XML_ParsingStatus status{};
  XML_GetParsingStatus(state.parser.get(), &status);
  auto result = XML_STATUS_OK;
  if (status.parsing == XML_SUSPENDED) result = XML_ResumeParser(state.parser.get());
  while (result == XML_STATUS_OK && !state.ended) result = state.parse_more();
  if (result == XML_STATUS_ERROR) state.throw_failure();
  return result == XML_STATUS_SUSPENDED;
}

XML_Status XmlStream::State::parse_more() {
  auto* buffer = static_cast<char*>(XML_GetBuffer(parser.get(), k_chunk));
  if (buffer == nullptr) throw std::bad_alloc{};
  const auto count = source({buffer, k_chunk});
  ended = count == 0;
  taken += static_cast<std::int64_t>(count);
  const auto result =
      XML_ParseBuffer(parser.get(), static_cast<int>(count), ended ? XML_TRUE : XML_FALSE);
  // What the parser holds back is the beginning of a piece whose end has not come.
  const auto piece = XML_GetCurrentByteIndex(parser.get());
  if (result == XML_STATUS_OK && piece >= 0 && taken - piece > k_longest_piece) throw_refused();
  return result;
}

void XmlStream::State::throw_failure() const {
  if (failure) std::rethrow_exception(failure);
  if (has_document_type || depth > k_deepest) throw_refused();
  throw Error{ErrorKind::damaged,
              message("The part {0} of the workbook is damaged in its line {1}.", part,
                      XML_GetCurrentLineNumber(parser.get())),
              message("Open the file in a spreadsheet program and save it anew, or get another "
                      "copy of it.")};
}

void XmlStream::State::throw_refused() const {
  throw Error{
      ErrorKind::refused,
      message("The part {0} holds what no spreadsheet program writes into a workbook.", part),
      message("Copy the rows into a new workbook, or save them as \"CSV UTF-8\".")};
}

}  // namespace gridvisit::format::xlsx
