#include "gridvisit/format/atomic_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::format {
namespace {

constexpr auto k_unchanged_owner = static_cast<uid_t>(-1);

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int why) {
  if (why == ENOENT)
    throw Error{ErrorKind::not_found, message("There is no folder for {0}.", path.string()),
                message("Make the folder first, or name another one.")};
  const bool forbidden = why == EACCES || why == EPERM || why == EROFS;
  throw Error{forbidden ? ErrorKind::permission : ErrorKind::io,
              message("{0} can't be written: {1}.", path.string(), std::strerror(why))};
}

[[noreturn]] void throw_exists(const std::filesystem::path& path) {
  throw Error{ErrorKind::refused, message("{0} exists already.", path.string()),
              message("Name another file, or add --force to replace it.")};
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  const auto folder = path.parent_path();
  return folder.empty() ? "." : folder;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path, Existing existing)
    : m_path{std::move(path)}, m_existing{existing} {
  check_target();
  create_temporary();
}

AtomicFile::~AtomicFile() {
  if (m_descriptor >= 0) ::close(m_descriptor);
  if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

void AtomicFile::check_target() const {
  struct stat status {};
  if (::lstat(m_path.c_str(), &status) != 0) {
    if (errno == ENOENT) return;
    throw_unwritable(m_path, errno);
  }
  if (!S_ISREG(status.st_mode))
    throw Error{ErrorKind::permission,
                message("{0} is a link, a folder or a device, not a plain file.", m_path.string()),
                message("Name another file, or - for the standard output.")};
  if (m_existing == Existing::refuse) throw_exists(m_path);
}

void AtomicFile::create_temporary() {
  const auto folder = folder_of(m_path);
  for (int attempt = 0;; ++attempt) {
    const auto name = fmt::format(".{}.{}.{}.tmp", m_path.filename().string(), ::getpid(), attempt);
    const auto path = folder / name;
    constexpr int k_flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    m_descriptor = ::open(path.c_str(), k_flags, S_IRUSR | S_IWUSR);
    if (m_descriptor >= 0) {
      m_temporary = path;
      return;
    }
    constexpr int k_most_attempts = 100;
    if (errno != EEXIST || attempt == k_most_attempts) throw_unwritable(m_path, errno);
  }
}

void AtomicFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_unwritable(m_path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AtomicFile::rename(const std::string& name) {
  m_path.replace_filename(name);
  check_target();
}

void AtomicFile::share_like(const std::filesystem::path& other) {
  struct stat status {};
  if (::stat(other.c_str(), &status) != 0) throw_unwritable(other, errno);
  constexpr mode_t k_permissions = S_IRWXU | S_IRWXG | S_IRWXO;
  // Only root may give a file away; who shares by group keeps at least the group.
  const bool given = ::fchown(m_descriptor, status.st_uid, status.st_gid) == 0 ||
                     ::fchown(m_descriptor, k_unchanged_owner, status.st_gid) == 0;
  const auto mode = given ? status.st_mode & k_permissions : S_IRUSR | S_IWUSR;
  if (::fchmod(m_descriptor, mode) != 0) throw_unwritable(m_path, errno);
}

void AtomicFile::commit() {
  if (::fsync(m_descriptor) != 0) throw_unwritable(m_path, errno);
  if (::close(std::exchange(m_descriptor, -1)) != 0) throw_unwritable(m_path, errno);
  check_target();
  publish();
  m_temporary.clear();
  sync_folder();
}

/// A new file must not replace one that somebody made meanwhile.
void AtomicFile::publish() {
  if (m_existing == Existing::refuse) {
    if (::link(m_temporary.c_str(), m_path.c_str()) == 0) {
      ::unlink(m_temporary.c_str());
      return;
    }
    if (errno == EEXIST) throw_exists(m_path);
    // Some file systems have no hard links: there the check just made has to do.
  }
  if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) throw_unwritable(m_path, errno);
}

void AtomicFile::sync_folder() const {
  const int folder = ::open(folder_of(m_path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) throw_unwritable(m_path, errno);
  const int result = ::fsync(folder);
  const int why = errno;
  ::close(folder);
  // A file system that can't sync folders says EINVAL.
  if (result != 0 && why != EINVAL) throw_unwritable(m_path, why);
}

}  // namespace gridvisit::format
