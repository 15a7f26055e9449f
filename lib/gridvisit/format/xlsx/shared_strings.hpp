#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format::xlsx {

/// The texts that the cells of a workbook share. They are kept in memory, up to `k_most_bytes`:
/// the one part of a workbook that can't be read piece by piece.
class SharedStrings {
 public:
  static constexpr std::size_t k_most_bytes = std::size_t{256} << 20;

  SharedStrings() = default;
  /// Error(refused) if there is more text than that.
  SharedStrings(ByteSource source, const std::string& part);

  std::size_t size() const { return m_ends.size(); }
  std::string_view operator[](std::size_t index) const;

 private:
  void keep_text();

  std::string m_text;
  std::vector<std::size_t> m_ends;
};

}  // namespace gridvisit::format::xlsx
