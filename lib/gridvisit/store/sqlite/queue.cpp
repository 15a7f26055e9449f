#include "gridvisit/store/sqlite/queue.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <future>
#include <string>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"

namespace gridvisit::store::sqlite {
namespace {

/// The holder's process number, padded, so that writing it never leaves digits of another.
constexpr std::size_t k_holder_bytes = 20;
constexpr mode_t k_private = S_IRUSR | S_IWUSR;

Error queue_failure(const std::filesystem::path& path, int code) {
  const bool forbidden = code == EACCES || code == EPERM || code == EROFS || code == ELOOP;
  return {
      forbidden ? ErrorKind::permission : ErrorKind::io,
      message("The queue of writers {0} can't be used: {1}.", path.string(), system_reason(code)),
      message("Check who owns the database and its folder.")};
}

Error busy(int file) {
  std::array<char, k_holder_bytes> text{};
  long holder = 0;
  if (const auto size = pread(file, text.data(), text.size(), 0); size > 0)
    std::from_chars(text.data(), text.data() + size, holder);
  return {ErrorKind::busy, message("Process {0} is still writing to the database.", holder),
          message("Nothing was changed. Try again, or look what that process does.")};
}

/// Blocks in a thread of its own, since waiting for a lock has no time limit without signals. If
/// the turn comes too late the thread gives it back at once.
bool lock_within(const std::shared_ptr<FileDescriptor>& file, std::chrono::milliseconds patience) {
  std::promise<int> locked;
  auto outcome = locked.get_future();
  std::thread{[file, promise = std::move(locked)]() mutable {
    promise.set_value(flock(file->number(), LOCK_EX));
  }}.detach();
  return outcome.wait_for(patience) == std::future_status::ready && outcome.get() == 0;
}

mode_t access_of(const std::filesystem::path& database) {
  struct stat file {};
  if (stat(database.c_str(), &file) != 0) throw queue_failure(database, errno);
  return file.st_mode & (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
}

void write_holder(int file) {
  auto text = std::to_string(getpid());
  text.resize(k_holder_bytes, '\n');
  // Only for other writers' messages: the turn holds without it.
  [[maybe_unused]] const auto written = pwrite(file, text.data(), text.size(), 0);
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (m_number >= 0) close(m_number);
}

WriterTurn::WriterTurn(const std::filesystem::path& database, std::chrono::milliseconds patience) {
  auto path = database;
  path += "-queue";
  const auto mode = access_of(database);
  m_file = std::make_shared<FileDescriptor>(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode));
  const int file = m_file->number();
  if (file < 0) throw queue_failure(path, errno);
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) throw queue_failure(path, errno);
    if (!lock_within(m_file, patience)) throw busy(file);
  }
  // Whoever may write a shared database may queue; the creating process's umask may say less.
  if (mode != k_private) fchmod(file, mode);
  write_holder(file);
}

}  // namespace gridvisit::store::sqlite
