#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gridvisit/base/work.hpp"

namespace gridvisit::format {

/// Fills the span with the next bytes and tells how many there were; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

/// Takes bytes; throws Error(io) if they can't be kept.
using ByteSink = std::function<void(std::string_view)>;

/// The bytes of `text`, for data that is in memory.
ByteSource source_of(std::string text);

/// The same bytes; each that is read is added to the stage, which must live as long.
ByteSource counted(ByteSource source, Stage& stage);

/// Bytes that can be read in any order.
struct RandomBytes {
  std::uint64_t size = 0;
  /// Fills the span with the bytes from `offset` on and tells how many there were: fewer than asked
  /// only at the end.
  std::function<std::size_t(std::uint64_t offset, std::span<char> into)> read;
};

/// The bytes of `text`.
RandomBytes random_bytes_of(std::string text);

/// A file that can be read more than once. What comes through a pipe is kept in a nameless
/// temporary file, so memory stays bounded.
class InputFile {
 public:
  /// Error(not_found), Error(permission), or Error(refused) for a folder or a device.
  static InputFile open(const std::filesystem::path& path);
  /// Nothing if there is no such file.
  static std::optional<InputFile> open_if_there(const std::filesystem::path& path);
  /// All that `stream` holds.
  static InputFile spool(std::istream& stream);

  /// The bytes from the beginning; one source at a time, while the file lives.
  ByteSource bytes() const;
  /// The same bytes in any order, while the file lives.
  RandomBytes random_bytes() const;

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using Owner = std::unique_ptr<std::FILE, Closer>;

  explicit InputFile(Owner file) : m_file{std::move(file)} {}

  Owner m_file;
};

/// The whole of a plain file; Error(refused) if it has more than `most` bytes, else as
/// InputFile::open.
std::string whole_file(const std::filesystem::path& path, std::size_t most);
/// Nothing if there is no such file.
std::optional<std::string> whole_file_if_there(const std::filesystem::path& path, std::size_t most);

}  // namespace gridvisit::format
