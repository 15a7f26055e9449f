#include "gridvisit/format/xlsx/zip_archive.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <utility>

#include <minizip/unzip.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::format::xlsx {
namespace {

constexpr int k_any_case = 2;  // of names, as minizip counts it

/// More than any sheet of a million rows takes.
constexpr std::uint64_t k_most_bytes = std::uint64_t{4} << 30;
/// What is packed more tightly than this, and large, is made to fill memory or time.
constexpr std::uint64_t k_tightest = 300;
constexpr std::uint64_t k_always_allowed = std::uint64_t{64} << 20;

[[noreturn]] void throw_damaged(Message what) {
  throw Error{ErrorKind::damaged, std::move(what),
              message("Open the file in a spreadsheet program and save it anew, or get another "
                      "copy of it.")};
}

[[noreturn]] void throw_broken_part(const std::string& part) {
  throw_damaged(message("The part {0} of the workbook is damaged.", part));
}

/// Where minizip reads. What goes wrong there is kept: it can't be thrown through minizip.
struct Stream {
  RandomBytes bytes;
  std::uint64_t at = 0;
  std::exception_ptr failure;
};

Stream* stream_of(void* stream) {
  return static_cast<Stream*>(stream);
}

void* open_stream(void* opaque, const void*, int) {
  return opaque;
}

uLong read_stream(void*, void* stream, void* into, uLong size) {
  auto& from = *stream_of(stream);
  try {
    const auto count = from.bytes.read(from.at, {static_cast<char*>(into), size});
    from.at += count;
    return count;
  } catch (...) {
    from.failure = std::current_exception();
    return 0;
  }
}

ZPOS64_T tell_stream(void*, void* stream) {
  return stream_of(stream)->at;
}

long seek_stream(void*, void* stream, ZPOS64_T offset, int origin) {
  auto& of = *stream_of(stream);
  const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? of.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? of.bytes.size
                                                                : 0;
  if (offset > of.bytes.size - std::min(from, of.bytes.size)) return -1;
  of.at = from + offset;
  return 0;
}

int close_stream(void*, void*) {
  return 0;
}

int stream_error(void*, void* stream) {
  return stream_of(stream)->failure ? 1 : 0;
}

}  // namespace

struct ZipArchive::State {
  Stream stream;
  unzFile archive = nullptr;
  bool is_open = false;
  std::string part;
  unz_file_info64 info{};
  std::uint64_t unpacked = 0;

  void close() {
    if (std::exchange(is_open, false)) unzCloseCurrentFile(archive);
  }
  std::size_t read(std::span<char> into);
  void check_size() const;
  void finish();
};

ZipArchive::ZipArchive(RandomBytes bytes) : m_state{std::make_unique<State>()} {
  m_state->stream.bytes = std::move(bytes);
  zlib_filefunc64_def functions{open_stream, read_stream,  nullptr,      tell_stream,
                                seek_stream, close_stream, stream_error, &m_state->stream};
  m_state->archive = unzOpen2_64("", &functions);
  if (m_state->stream.failure) std::rethrow_exception(m_state->stream.failure);
  if (m_state->archive == nullptr)
    throw_damaged(message("The workbook is damaged: it breaks off, or is no ZIP archive."));
}

ZipArchive::~ZipArchive() {
  m_state->close();
  if (m_state->archive != nullptr) unzClose(m_state->archive);
}

bool ZipArchive::has(const std::string& part) const {
  m_state->close();
  return unzLocateFile(m_state->archive, part.c_str(), k_any_case) == UNZ_OK;
}

std::uint64_t ZipArchive::size(const std::string& part) const {
  unz_file_info64 info{};
  if (!has(part) || unzGetCurrentFileInfo64(m_state->archive, &info, nullptr, 0, nullptr, 0,
                                            nullptr, 0) != UNZ_OK)
    return 0;
  return info.uncompressed_size;
}

ByteSource ZipArchive::open(const std::string& part) {
  auto& state = *m_state;
  if (!has(part)) throw_damaged(message("The part {0} of the workbook is missing.", part));
  state.part = part;
  state.unpacked = 0;
  if (unzGetCurrentFileInfo64(state.archive, &state.info, nullptr, 0, nullptr, 0, nullptr, 0) !=
      UNZ_OK)
    throw_broken_part(part);
  constexpr unsigned k_encrypted = 1;
  if ((state.info.flag & k_encrypted) != 0)
    throw Error{ErrorKind::refused, message("The workbook is protected with a password."),
                message("Save it without the password, and import that.")};
  if (unzOpenCurrentFile(state.archive) != UNZ_OK) throw_broken_part(part);
  state.is_open = true;
  return [&state](std::span<char> into) { return state.read(into); };
}

std::size_t ZipArchive::State::read(std::span<char> into) {
  if (!is_open || into.empty()) return 0;
  constexpr std::size_t k_most_at_once = 1 << 20;
  const auto size = static_cast<unsigned>(std::min(into.size(), k_most_at_once));
  const int count = unzReadCurrentFile(archive, into.data(), size);
  if (stream.failure) std::rethrow_exception(stream.failure);
  if (count < 0) throw_broken_part(part);
  if (count == 0) finish();
  unpacked += static_cast<std::uint64_t>(count);
  check_size();
  return static_cast<std::size_t>(count);
}

void ZipArchive::State::check_size() const {
  const bool is_bomb =
      unpacked > k_always_allowed && unpacked / k_tightest > std::uint64_t{info.compressed_size};
  if (unpacked <= k_most_bytes && !is_bomb) return;
  throw Error{ErrorKind::refused,
              message("The part {0} of the workbook unpacks to far more than a sheet holds.", part),
              message("Copy the rows into a new workbook, or save them as \"CSV UTF-8\".")};
}

/// minizip compares the checksum only where all that was announced came.
void ZipArchive::State::finish() {
  is_open = false;
  if (unzCloseCurrentFile(archive) != UNZ_OK || unpacked != info.uncompressed_size)
    throw_broken_part(part);
}

}  // namespace gridvisit::format::xlsx
