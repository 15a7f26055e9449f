#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gridvisit::l10n {

/// Messages as gettext compiles them (little-endian .mo), read in place. The bytes must be a whole
/// file as msgfmt wrote it; they outlive this.
class MoFile {
 public:
  constexpr explicit MoFile(std::span<const unsigned char> bytes) : m_bytes{bytes} {}

  std::size_t size() const;  ///< number of messages, the header included
  /// `context\004text`, or the text alone; in order of bytes.
  std::string_view original(std::size_t index) const;
  std::string_view translation(std::size_t index) const;
  std::optional<std::string_view> find(std::string_view wanted) const;

 private:
  std::size_t number_at(std::size_t offset) const;
  std::string_view string_at(std::size_t table_field, std::size_t index) const;

  std::span<const unsigned char> m_bytes;
};

/// The embedded zh_CN.
const MoFile& chinese();

}  // namespace gridvisit::l10n
