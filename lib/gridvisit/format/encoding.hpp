#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format {

enum class Encoding { utf8, gb18030 };

/// `utf-8`, `utf8`, `gb18030`, `gbk`, `gb2312` in any case; nothing for anything else. The last
/// two are parts of the third and read as it.
std::optional<Encoding> parse_encoding(std::string_view name);

/// Reads `source` to its end to tell how it is encoded: a byte order mark, else strict UTF-8,
/// else strict GB18030. Error(refused) names the byte (from 0) that fits none of them, or not
/// `asked` if that is given; so do a NUL byte and UTF-16.
Encoding detect_encoding(const ByteSource& source, std::optional<Encoding> asked = std::nullopt);

/// The text of a source that detect_encoding has read, in UTF-8 and without a byte order mark.
ByteSource as_utf8(ByteSource source, Encoding encoding);

/// Valid UTF-8 `text` in GB18030, which has every character of Unicode.
std::string to_gb18030(std::string_view text);

inline constexpr std::string_view k_utf8_mark = "\xef\xbb\xbf";

}  // namespace gridvisit::format
