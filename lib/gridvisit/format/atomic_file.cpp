#include "gridvisit/format/atomic_file.hpp"

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/format/sync.hpp"

namespace gridvisit::format {
namespace {

constexpr auto k_unchanged_owner = static_cast<uid_t>(-1);

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int why) {
  if (why == ENOENT)
    throw Error{ErrorKind::not_found, message("There is no folder for {0}.", path.string()),
                message("Make the folder first, or name another one.")};
  const bool forbidden = why == EACCES || why == EPERM || why == EROFS;
  throw Error{forbidden ? ErrorKind::permission : ErrorKind::io,
              message("{0} can't be written: {1}.", path.string(), system_reason(why))};
}

[[noreturn]] void throw_exists(const std::filesystem::path& path) {
  throw Error{ErrorKind::refused, message("{0} exists already.", path.string()),
              message("Name another file, or add --force to replace it.")};
}

[[noreturn]] void throw_unconfirmed(const std::filesystem::path& path, int why) {
  throw Error{ErrorKind::io,
              message("{0} stands under its name, but the disk does not confirm that it would be "
                      "there after a power cut: {1}.",
                      path.string(), system_reason(why)),
              message("Look at the disk, and write the file again to be sure.")};
}

/// What stands for an open file in the file system.
std::string handle_of(int descriptor) {
  return fmt::format("/proc/self/fd/{}", descriptor);
}

bool can_be_named_later(int descriptor) {
  return ::access(handle_of(descriptor).c_str(), F_OK) == 0;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  const auto folder = path.parent_path();
  return folder.empty() ? "." : folder;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path, Existing existing)
    : m_path{std::move(path)}, m_existing{existing} {
  check_target();
  create();
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

void AtomicFile::create() {
  constexpr int k_flags = O_WRONLY | O_TMPFILE | O_CLOEXEC;
  m_descriptor = ::open(folder_of(m_path).c_str(), k_flags, S_IRUSR | S_IWUSR);
  if (m_descriptor >= 0) {
    if (can_be_named_later(m_descriptor)) return;
    ::close(std::exchange(m_descriptor, -1));
  } else if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) {
    throw_unwritable(m_path, errno);
  }
  create_temporary();
}

std::filesystem::path AtomicFile::temporary_name(int attempt) const {
  return folder_of(m_path) /
         fmt::format(".{}.{}.{}.tmp", m_path.filename().string(), ::getpid(), attempt);
}

const std::filesystem::path& AtomicFile::temporary() {
  for (int attempt = 0; m_temporary.empty(); ++attempt)
    if (auto path = temporary_name(attempt); give_name(path)) m_temporary = std::move(path);
  return m_temporary;
}

void AtomicFile::create_temporary() {
  for (int attempt = 0;; ++attempt) {
    const auto path = temporary_name(attempt);
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

void AtomicFile::discard() {
  if (m_temporary.empty()) return;
  if (::unlink(m_temporary.c_str()) != 0 && errno != ENOENT)
    throw Error{ErrorKind::io,
                message("The temporary file {0} can't be removed: {1}.", m_temporary.string(),
                        system_reason(errno)),
                message("Remove it by hand, and try again.")};
  m_temporary.clear();
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
  if (const int why = sync_file(m_descriptor); why != 0) throw_unwritable(m_path, why);
  check_target();
  if (m_temporary.empty())
    publish();
  else
    publish_temporary();
  confirm_name();
  ::close(std::exchange(m_descriptor, -1));  // what it could tell, fsync has told
}

/// A new file must not replace one that somebody made meanwhile.
void AtomicFile::publish() {
  if (give_name(m_path)) return;
  if (m_existing == Existing::refuse) throw_exists(m_path);
  replace();
}

/// Whether the file has the name now; false if there is such a file already.
bool AtomicFile::give_name(const std::filesystem::path& path) const {
  if (::linkat(AT_FDCWD, handle_of(m_descriptor).c_str(), AT_FDCWD, path.c_str(),
               AT_SYMLINK_FOLLOW) == 0)
    return true;
  if (errno != EEXIST) throw_unwritable(m_path, errno);
  return false;
}

/// A name can be taken over from a named file only. If another program replaces the same file at
/// the same time, or was killed here, one of its files goes instead: also a whole one.
void AtomicFile::replace() const {
  const auto waiting = folder_of(m_path) / fmt::format(".{}.new", m_path.filename().string());
  while (true) {
    if (!give_name(waiting)) {
      if (::unlink(waiting.c_str()) != 0 && errno != ENOENT) throw_unwritable(m_path, errno);
      continue;
    }
    if (::rename(waiting.c_str(), m_path.c_str()) == 0) return;
    const int why = errno;
    if (why == ENOENT) continue;
    ::unlink(waiting.c_str());
    throw_unwritable(m_path, why);
  }
}

void AtomicFile::publish_temporary() {
  if (m_existing == Existing::refuse) {
    // At no moment the file has two names: a database may have one only.
    if (::renameat2(AT_FDCWD, m_temporary.c_str(), AT_FDCWD, m_path.c_str(), RENAME_NOREPLACE) ==
        0) {
      m_temporary.clear();
      return;
    }
    if (errno == EEXIST) throw_exists(m_path);
    // Some file systems can't: there the check just made has to do.
  }
  if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) throw_unwritable(m_path, errno);
  m_temporary.clear();
}

/// Syncs the folder. If that fails, a new file is taken away again, so that nothing has changed.
void AtomicFile::confirm_name() const {
  const int why = sync_folder(folder_of(m_path));
  if (why == 0) return;
  if (m_existing == Existing::refuse && ::unlink(m_path.c_str()) == 0)
    throw_unwritable(m_path, why);
  throw_unconfirmed(m_path, why);
}

}  // namespace gridvisit::format
