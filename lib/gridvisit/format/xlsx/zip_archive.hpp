#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "gridvisit/format/byte_source.hpp"

namespace gridvisit::format::xlsx {

/// The parts of a ZIP archive, read one at a time and in bounded memory, whoever made it.
/// Error(damaged) for what is no archive, or not whole; Error(refused) for parts that are
/// encrypted, or unpack to more than any workbook holds.
class ZipArchive {
 public:
  explicit ZipArchive(RandomBytes bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// Names are compared without regard to case.
  bool has(const std::string& part) const;
  /// The unpacked bytes that the archive says a part has; 0 if there is no such part.
  std::uint64_t size(const std::string& part) const;
  /// The unpacked bytes of a part, until another one is opened. Their checksum is looked at when
  /// they have been read to the end.
  ByteSource open(const std::string& part);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace gridvisit::format::xlsx
