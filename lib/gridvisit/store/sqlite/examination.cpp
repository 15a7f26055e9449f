#include "gridvisit/store/examination.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/file_reading.hpp"
#include "gridvisit/store/sqlite/queue.hpp"

namespace gridvisit::store {
namespace sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t k_fuse = 0x65735546;

FileSystem file_system_of(const fs::path& file) {
  if (!is_local(file)) return FileSystem::network;
  struct statfs system {};
  const bool known = ::statfs(file.c_str(), &system) == 0;
  return known && static_cast<std::uint32_t>(system.f_type) == k_fuse ? FileSystem::user_space
                                                                      : FileSystem::local;
}

std::string user_named(uid_t user) {
  const passwd* entry = ::getpwuid(user);
  return entry == nullptr ? std::to_string(user) : entry->pw_name;
}

std::uintmax_t size_or_none(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  return failed ? 0 : size;
}

/// The process whose turn it is, if somebody writes; sets `usable` to whether one may queue.
std::optional<long> current_writer(const fs::path& queue, bool& usable) {
  const FileDescriptor file{::open(queue.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC)};
  usable = file.number() >= 0 || errno == ENOENT;
  if (file.number() < 0 || ::flock(file.number(), LOCK_SH | LOCK_NB) == 0) return std::nullopt;
  std::array<char, 20> text{};
  long process = 0;
  const auto size = ::pread(file.number(), text.data(), text.size(), 0);
  if (size > 0) std::from_chars(text.data(), text.data() + size, process);
  return process;
}

/// `.town.db.1234.0.tmp` of a process that is gone, and belongs to the database or a copy of it.
bool is_leftover(const fs::path& path, const std::string& database) {
  const auto name = path.filename().string();
  constexpr std::string_view k_ending = ".tmp";
  if (!name.starts_with("." + database) || !name.ends_with(k_ending)) return false;
  const auto without_number = name.substr(0, name.rfind('.', name.size() - k_ending.size() - 1));
  const auto at = without_number.rfind('.');
  long process = 0;
  const auto* end = without_number.data() + without_number.size();
  const auto parsed = std::from_chars(without_number.data() + at + 1, end, process);
  if (parsed.ec != std::errc{} || parsed.ptr != end || process <= 0) return false;
  return ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH;
}

std::vector<std::string> leftovers_beside(const fs::path& file) {
  std::vector<std::string> names;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator{file.parent_path(), failed})
    if (is_leftover(entry.path(), file.filename().string()))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void look_around(FileExamination& found) {
  struct statvfs system {};
  if (::statvfs(found.file.c_str(), &system) == 0)
    found.free_bytes = std::uintmax_t{system.f_bavail} * system.f_frsize;
  struct stat folder {};
  found.folder_is_shared =
      ::stat(found.file.parent_path().c_str(), &folder) == 0 && (folder.st_mode & S_ISGID) != 0;
  const auto name = found.file.string();
  found.file_system = file_system_of(found.file);
  found.journal_bytes = size_or_none(name + "-journal");
  found.has_log = size_or_none(name + "-wal") > 0;
  found.writer = current_writer(name + "-queue", found.is_queue_usable);
  found.leftovers = leftovers_beside(found.file);
}

}  // namespace
}  // namespace sqlite

FileExamination examine_file(const std::filesystem::path& database) {
  FileExamination found;
  found.file = sqlite::plain_path(database);
  struct stat file {};
  if (::lstat(found.file.c_str(), &file) != 0) return found;
  found.is_link = S_ISLNK(file.st_mode);
  std::error_code failed;
  const auto resolved = std::filesystem::canonical(found.file, failed);
  if (failed || ::stat(resolved.c_str(), &file) != 0) return found;
  found.file = resolved;
  found.exists = true;
  found.is_plain = S_ISREG(file.st_mode);
  if (!found.is_plain) return found;
  constexpr mode_t k_permissions = S_IRWXU | S_IRWXG | S_IRWXO;
  found.mode = file.st_mode & k_permissions;
  found.owner = sqlite::user_named(file.st_uid);
  found.is_readable = ::access(resolved.c_str(), R_OK) == 0;
  found.is_writable =
      ::access(resolved.c_str(), W_OK) == 0 && ::access(resolved.parent_path().c_str(), W_OK) == 0;
  found.names = file.st_nlink;
  found.bytes = static_cast<std::uintmax_t>(file.st_size);
  sqlite::look_around(found);
  return found;
}

void check_pages(const std::filesystem::path& database, Thoroughness thoroughness,
                 std::chrono::seconds patience, const Onlooker& onlooker) {
  const auto file = sqlite::checked_file(sqlite::plain_path(database));
  sqlite::Connection connection{file, sqlite::Purpose::maintain, patience};
  const sqlite::FileReading checking{connection.statements(), onlooker,
                                     translatable("Checking the file")};
  sqlite::Query query{connection.statements(), thoroughness == Thoroughness::full
                                                   ? "PRAGMA integrity_check(1)"
                                                   : "PRAGMA quick_check(1)"};
  query.next();
  if (const auto finding = query.text(); finding != "ok")
    throw Error{ErrorKind::damaged, message("The database is damaged: {0}.", finding),
                message("Keep the file as it is and go back to a backup.")};
}

Engine engine() {
  constexpr int k_oldest = 3037000;  // the first with strict tables
  return {sqlite3_libversion(), sqlite3_libversion_number() >= k_oldest};
}

}  // namespace gridvisit::store
