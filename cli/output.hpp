#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/format/spool.hpp"

namespace gridvisit::cli {

/// Where an answer goes: a file that is written whole or not at all, or a stream, for which it is
/// kept until it is whole. So nobody reads the database for as long as somebody reads the answer.
class Output {
 public:
  /// Nothing or "-" is the stream.
  Output(const std::optional<std::string>& path, format::Existing existing, std::ostream& stream);

  /// Error(io) if the bytes can't be written, or kept.
  void write(std::string_view bytes);
  /// A stream that takes no more is in a state that says so.
  void commit();

 private:
  std::optional<format::AtomicFile> m_file;
  format::Spool m_kept;  // for the stream
  std::ostream& m_stream;
};

}  // namespace gridvisit::cli
