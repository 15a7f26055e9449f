#include "gridvisit/store/sqlite/file_check.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/format/sync.hpp"
#include "gridvisit/store/sqlite/queue.hpp"

namespace gridvisit::store::sqlite {
namespace {

namespace fs = std::filesystem;

/// Locks do not hold over a network: NFS, SMB (three generations), 9P.
constexpr std::array<std::uint32_t, 5> k_network_systems{0x6969, 0x517b, 0xff534d42, 0xfe534d42,
                                                         0x01021997};

Error unsafe(const fs::path& path, const TextId& reason) {
  return {ErrorKind::permission,
          message("{0} can't be used as a database: {1}.", path.string(), reason)};
}

Error system_failure(const fs::path& path, int code) {
  const bool forbidden = code == EACCES || code == EPERM || code == ELOOP || code == EROFS;
  return {forbidden ? ErrorKind::permission : ErrorKind::io,
          message("{0} can't be used: {1}.", path.string(), system_reason(code))};
}

Error missing(const fs::path& path) {
  return {ErrorKind::not_found, message("There is no database at {0}.", path.string()),
          message("`gridvisit init` makes one, and with --demo an invented one to try; --db or "
                  "GRIDVISIT_DB names another place.")};
}

/// The library can't open longer paths, and would only say that it can't.
void check_length(const fs::path& path) {
  constexpr std::size_t k_longest = 480;  // of 512 bytes, with room for the journal's suffix
  if (path.native().size() > k_longest)
    throw Error{ErrorKind::usage,
                message("The path of the database has {0} bytes; it may have {1}.",
                        path.native().size(), k_longest),
                message("Choose another place with --db FILE.")};
}

void check_is_local(const fs::path& path) {
  if (!is_local(path))
    throw unsafe(path, translatable("it lies on a network file system, where locks don't hold"));
}

void make_private_folders(const fs::path& folder) {
  if (folder.empty() || fs::exists(folder)) return;
  make_private_folders(folder.parent_path());
  if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) throw system_failure(folder, errno);
}

Error taken(const fs::path& path) {
  return {ErrorKind::refused, message("{0} exists already.", path.string()),
          message("Nothing was changed. Choose another name, or use what is there.")};
}

void check_is_free(const fs::path& path) {
  struct stat file {};
  if (lstat(path.c_str(), &file) == 0) throw taken(path);
}

/// A file without a name until it is whole; where the file system can't make one, a file that is
/// removed again if it does not become whole.
class NewFile {
 public:
  explicit NewFile(const fs::path& path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (m_has_name && !m_is_whole) unlink(m_path.c_str());
  }

  void fill(std::string_view content);
  void publish();

 private:
  std::string handle() const { return "/proc/self/fd/" + std::to_string(m_file->number()); }
  [[noreturn]] void fail() const {
    throw errno == EEXIST ? taken(m_path) : system_failure(m_path, errno);
  }

  fs::path m_path;
  std::optional<FileDescriptor> m_file;
  bool m_has_name = false;
  bool m_is_whole = false;
};

NewFile::NewFile(const fs::path& path) : m_path{path} {
  constexpr int k_flags = O_RDWR | O_CLOEXEC;
  constexpr mode_t k_mode = S_IRUSR | S_IWUSR;
  m_file.emplace(::open(path.parent_path().c_str(), k_flags | O_TMPFILE, k_mode));
  if (m_file->number() >= 0 && access(handle().c_str(), F_OK) == 0) return;
  m_file.emplace(::open(path.c_str(), k_flags | O_CREAT | O_EXCL | O_NOFOLLOW, k_mode));
  if (m_file->number() < 0) fail();
  m_has_name = true;
}

void NewFile::fill(std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(m_file->number(), content.data(), content.size());
    if (written < 0 && errno != EINTR) fail();
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (format::sync_file(m_file->number()) != 0) fail();
}

void NewFile::publish() {
  if (!m_has_name &&
      linkat(AT_FDCWD, handle().c_str(), AT_FDCWD, m_path.c_str(), AT_SYMLINK_FOLLOW) != 0)
    fail();
  m_is_whole = true;
}

void sync_folder_of(const fs::path& path) {
  const int why = format::sync_folder(path.parent_path());
  if (why == 0) return;
  throw Error{ErrorKind::io,
              message("{0} stands under its name, but the disk does not confirm that it would be "
                      "there after a power cut: {1}.",
                      path.string(), system_reason(why)),
              message("Look at the disk, and write the file again to be sure.")};
}

}  // namespace

bool is_local(const fs::path& path) {
  struct statfs system {};
  if (statfs(path.c_str(), &system) != 0) throw system_failure(path, errno);
  const auto type = static_cast<std::uint32_t>(system.f_type);
  return std::ranges::find(k_network_systems, type) == k_network_systems.end();
}

fs::path plain_path(const fs::path& name) {
  const auto& text = name.native();
  if (text.empty())
    throw Error{ErrorKind::usage, message("The name of the database is empty."),
                message("Name a file after --db.")};
  if (text.starts_with(":memory:") || text.starts_with("file:"))
    throw Error{ErrorKind::usage, message("{0} is not a file: nothing would be kept in it.", text),
                message("Name a file after --db.")};
  return fs::absolute(name).lexically_normal();
}

fs::path checked_file(const fs::path& path) {
  std::error_code failed;
  auto resolved = fs::canonical(path, failed);
  if (failed == std::errc::no_such_file_or_directory || failed == std::errc::not_a_directory)
    throw missing(path);
  if (failed) throw system_failure(path, failed.value());

  struct stat file {};
  if (stat(resolved.c_str(), &file) != 0) throw system_failure(path, errno);
  if (S_ISDIR(file.st_mode)) throw unsafe(path, translatable("it is a folder"));
  if (!S_ISREG(file.st_mode)) throw unsafe(path, translatable("it is not a regular file"));
  if (file.st_nlink > 1)
    throw unsafe(path, translatable("it has a second name (a hard link), whose journal would be "
                                    "another one"));
  if (access(resolved.c_str(), R_OK) != 0) throw system_failure(path, errno);
  check_length(resolved);
  check_is_local(resolved);
  return resolved;
}

void make_private_file(const fs::path& path, std::string_view content) {
  check_length(path);
  check_is_free(path);
  make_private_folders(path.parent_path());
  check_is_local(path.parent_path());
  NewFile file{path};
  file.fill(content);
  file.publish();
  sync_folder_of(path);
}

}  // namespace gridvisit::store::sqlite
