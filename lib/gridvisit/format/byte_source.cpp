#include "gridvisit/format/byte_source.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"

namespace gridvisit::format {
namespace {

bool means_absent(int why) {
  return why == ENOENT || why == ENOTDIR;
}

[[noreturn]] void throw_unreadable(const std::string& name) {
  const int why = errno;
  if (means_absent(why))
    throw Error{ErrorKind::not_found, message("There is no file {0}.", name),
                message("Check the name and the folder.")};
  const auto kind = why == EACCES || why == EPERM ? ErrorKind::permission : ErrorKind::io;
  throw Error{kind, message("{0} can't be read: {1}.", name, system_reason(why))};
}

void keep(std::FILE* file, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size()) return;
  throw Error{ErrorKind::io, message("The input can't be kept: {0}.", system_reason(errno)),
              message("Free some space in the folder for temporary files (/tmp).")};
}

std::size_t read_from(std::FILE* file, std::span<char> into) {
  const auto count = std::fread(into.data(), 1, into.size(), file);
  if (count < into.size() && std::ferror(file) != 0)
    throw Error{ErrorKind::io, message("The input can't be read: {0}.", system_reason(errno))};
  return count;
}

std::string whole_text(const InputFile& file, const std::filesystem::path& path, std::size_t most) {
  std::string text(most + 1, '\0');
  text.resize(file.bytes()(text));
  if (text.size() <= most) return text;
  throw Error{ErrorKind::refused, message("{0} has more than {1} bytes.", path.string(), most),
              message("Check that it is the file you mean.")};
}

}  // namespace

ByteSource source_of(std::string text) {
  return [text = std::move(text), at = std::size_t{0}](std::span<char> into) mutable {
    const auto count = std::min(into.size(), text.size() - at);
    std::copy_n(text.data() + at, count, into.data());
    at += count;
    return count;
  };
}

ByteSource counted(ByteSource source, Stage& stage) {
  return [source = std::move(source), &stage](std::span<char> into) {
    const auto count = source(into);
    stage.add(count);
    return count;
  };
}

RandomBytes random_bytes_of(std::string text) {
  const auto size = text.size();
  return {size, [text = std::move(text)](std::uint64_t offset, std::span<char> into) {
            const auto from = std::min<std::uint64_t>(offset, text.size());
            const auto count = std::min<std::uint64_t>(into.size(), text.size() - from);
            std::copy_n(text.data() + from, count, into.data());
            return static_cast<std::size_t>(count);
          }};
}

InputFile InputFile::open(const std::filesystem::path& path) {
  if (auto file = open_if_there(path)) return *std::move(file);
  throw_unreadable(path.string());
}

std::optional<InputFile> InputFile::open_if_there(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0 && means_absent(errno)) return std::nullopt;
  if (descriptor < 0) throw_unreadable(path.string());
  Owner file{::fdopen(descriptor, "rb")};
  struct stat status {};
  if (!file || ::fstat(descriptor, &status) != 0) throw_unreadable(path.string());
  if (!S_ISREG(status.st_mode))
    throw Error{ErrorKind::refused, message("{0} is not a plain file.", path.string()),
                message("Folders, pipes and devices can't be read here.")};
  return InputFile{std::move(file)};
}

InputFile InputFile::spool(std::istream& stream) {
  Owner file{std::tmpfile()};
  if (!file) throw_unreadable("/tmp");
  std::array<char, 65536> chunk{};
  while (stream.read(chunk.data(), chunk.size()) || stream.gcount() > 0)
    keep(file.get(), {chunk.data(), static_cast<std::size_t>(stream.gcount())});
  if (stream.bad()) throw Error{ErrorKind::io, message("The input broke off.")};
  return InputFile{std::move(file)};
}

ByteSource InputFile::bytes() const {
  std::FILE* file = m_file.get();
  if (std::fseek(file, 0, SEEK_SET) != 0) throw_unreadable("input");
  return [file](std::span<char> into) { return read_from(file, into); };
}

RandomBytes InputFile::random_bytes() const {
  std::FILE* file = m_file.get();
  if (::fseeko(file, 0, SEEK_END) != 0) throw_unreadable("input");
  const auto size = ::ftello(file);
  if (size < 0) throw_unreadable("input");
  return {static_cast<std::uint64_t>(size), [file](std::uint64_t offset, std::span<char> into) {
            if (::fseeko(file, static_cast<off_t>(offset), SEEK_SET) != 0)
              throw_unreadable("input");
            return read_from(file, into);
          }};
}

std::string whole_file(const std::filesystem::path& path, std::size_t most) {
  return whole_text(InputFile::open(path), path, most);
}

std::optional<std::string> whole_file_if_there(const std::filesystem::path& path,
                                               std::size_t most) {
  const auto file = InputFile::open_if_there(path);
  return file ? std::optional{whole_text(*file, path, most)} : std::nullopt;
}

}  // namespace gridvisit::format
