#include "gridvisit/format/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/converter.hpp"
#include "gridvisit/format/utf8_scan.hpp"

namespace gridvisit::format {
namespace {

constexpr std::size_t k_chunk = 65536;

/// What a look at the whole of the input found.
struct Findings {
  std::optional<std::uint64_t> nul;
  std::optional<std::uint64_t> not_gb18030;
  Utf8Scan utf8;
  bool has_utf8_mark = false;
  bool has_utf16_mark = false;
};

void look_at_beginning(std::string_view bytes, Findings& findings) {
  findings.has_utf8_mark = bytes.starts_with(k_utf8_mark);
  findings.has_utf16_mark = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

Findings look_through(const ByteSource& source) {
  Findings findings;
  Converter gb18030{"UTF-8", "GB18030"};
  std::vector<char> chunk(k_chunk);
  std::string converted, beginning;
  std::uint64_t seen = 0;
  while (const auto count = source(chunk)) {
    const std::string_view bytes{chunk.data(), count};
    if (beginning.size() < k_utf8_mark.size()) {
      beginning += bytes.substr(0, k_utf8_mark.size());
      look_at_beginning(beginning, findings);
    }
    if (const auto at = bytes.find('\0'); at != bytes.npos && !findings.nul)
      findings.nul = seen + at;
    findings.utf8.take(bytes);
    converted.clear();
    if (!findings.not_gb18030 && !gb18030.convert(bytes, converted))
      findings.not_gb18030 = gb18030.position();
    seen += count;
  }
  findings.utf8.finish();
  if (!findings.not_gb18030 && !gb18030.finish()) findings.not_gb18030 = gb18030.position();
  return findings;
}

Message hint_encoding() {
  return message("Save the file as UTF-8, or name its encoding: --encoding gb18030.");
}

[[noreturn]] void refuse_byte(const Message& what) {
  throw Error{ErrorKind::refused, what, hint_encoding()};
}

void refuse_what_no_encoding_has(const Findings& findings) {
  if (findings.has_utf16_mark) refuse_byte(message("The file is UTF-16, which can't be read."));
  if (findings.nul)
    throw Error{ErrorKind::refused,
                message("Byte {0} of the file is NUL, which no text has.", *findings.nul),
                message("Check that it is a CSV file (not .xlsx or .xls) and not damaged.")};
}

/// Bytes that fit UTF-8 but for a few are damaged UTF-8, even if they happen to fit GB18030:
/// Han text in GB18030 hardly ever holds three-byte sequences of UTF-8.
bool is_damaged_utf8(const Findings& findings) {
  return findings.has_utf8_mark || findings.utf8.long_sequences() > findings.utf8.invalid_bytes();
}

}  // namespace

std::optional<Encoding> parse_encoding(std::string_view name) {
  const auto folded = fold(name);
  if (folded == "utf-8" || folded == "utf8") return Encoding::utf8;
  if (folded == "gb18030" || folded == "gbk" || folded == "gb2312") return Encoding::gb18030;
  return std::nullopt;
}

Encoding detect_encoding(const ByteSource& source, std::optional<Encoding> asked) {
  const auto findings = look_through(source);
  refuse_what_no_encoding_has(findings);
  const auto invalid = findings.utf8.first_invalid();
  if (asked == Encoding::gb18030) {
    if (!findings.not_gb18030) return Encoding::gb18030;
    refuse_byte(message("Byte {0} of the file is not GB18030.", *findings.not_gb18030));
  }
  if (!invalid) return Encoding::utf8;
  if (asked || is_damaged_utf8(findings))
    refuse_byte(message("Byte {0} of the file is not UTF-8.", *invalid));
  if (!findings.not_gb18030) return Encoding::gb18030;
  refuse_byte(message("The file is neither UTF-8 (see byte {0}) nor GB18030 (see byte {1}).",
                      *invalid, *findings.not_gb18030));
}

namespace {

/// Hands out what has been converted, then converts the next chunk.
class Utf8Source {
 public:
  Utf8Source(ByteSource source, Encoding encoding) : m_source{std::move(source)} {
    if (encoding == Encoding::gb18030) m_converter.emplace("UTF-8", "GB18030");
  }

  std::size_t read(std::span<char> into) {
    while (m_at == m_ready.size() && !m_ended) refill();
    const auto count = std::min(into.size(), m_ready.size() - m_at);
    std::copy_n(m_ready.data() + m_at, count, into.data());
    m_at += count;
    return count;
  }

 private:
  void refill() {
    m_ready.clear();
    m_at = 0;
    std::vector<char> chunk(k_chunk);
    // The first chunk must hold a whole byte order mark, however few bytes a read gives.
    while (m_ready.size() < k_utf8_mark.size() && !m_ended) take(chunk);
    if (m_at_beginning && m_ready.starts_with(k_utf8_mark)) m_at = k_utf8_mark.size();
    m_at_beginning = false;
  }

  void take(std::span<char> chunk) {
    const auto count = m_source(chunk);
    m_ended = count == 0;
    const std::string_view bytes{chunk.data(), count};
    if (!m_converter)
      m_ready += bytes;
    else if (!(m_ended ? m_converter->finish() : m_converter->convert(bytes, m_ready)))
      refuse_byte(message("Byte {0} of the file is not GB18030.", m_converter->position()));
  }

  ByteSource m_source;
  std::optional<Converter> m_converter;
  std::string m_ready;
  std::size_t m_at = 0;
  bool m_ended = false;
  bool m_at_beginning = true;
};

}  // namespace

ByteSource as_utf8(ByteSource source, Encoding encoding) {
  auto decoder = std::make_shared<Utf8Source>(std::move(source), encoding);
  return [decoder](std::span<char> into) { return decoder->read(into); };
}

std::string to_gb18030(std::string_view text) {
  Converter converter{"GB18030", "UTF-8"};
  std::string result;
  if (!converter.convert(text, result) || !converter.finish())
    throw Error{ErrorKind::refused, message("Not UTF-8 at byte {0}.", converter.position())};
  return result;
}

}  // namespace gridvisit::format
