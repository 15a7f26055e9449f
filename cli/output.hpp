#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/format/atomic_file.hpp"

namespace gridvisit::cli {

/// Where an answer goes: a stream, or a file that is written whole or not at all.
class Output {
 public:
  /// Nothing or "-" is the stream.
  Output(const std::optional<std::string>& path, format::Existing existing, std::ostream& stream);

  bool is_file() const { return m_file.has_value(); }
  /// Error(io) if the bytes can't be written.
  void write(std::string_view bytes);
  void commit();

 private:
  std::optional<format::AtomicFile> m_file;
  std::ostream& m_stream;
};

}  // namespace gridvisit::cli
