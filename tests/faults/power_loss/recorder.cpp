#include "faults/power_loss/recorder.hpp"

#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace gridvisit::faults {
namespace {

namespace fs = std::filesystem;
using Kind = Operation::Kind;

fs::path link_of(pid_t process, int descriptor) {
  return "/proc/" + std::to_string(process) + "/fd/" + std::to_string(descriptor);
}

/// Where the next write(2) to a descriptor would go.
std::uint64_t offset_of(pid_t process, int descriptor) {
  std::ifstream info{"/proc/" + std::to_string(process) + "/fdinfo/" + std::to_string(descriptor)};
  std::string word;
  std::uint64_t offset = 0;
  info >> word >> offset;
  return offset;
}

fs::path path_argument(const Call& call, int index, pid_t process) {
  const fs::path path = text_at(process, call.arguments[static_cast<std::size_t>(index)]);
  if (path.is_absolute()) return path;
  return fs::read_symlink("/proc/" + std::to_string(process) + "/cwd") / path;
}

}  // namespace

std::uint64_t file_at(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) throw std::runtime_error{"no file " + path.string()};
  return status.st_ino;
}

void Recorder::inject(std::optional<Injection> injection) {
  m_injector.reset();
  if (injection) m_injector.emplace(*injection);
}

Verdict Recorder::before(const Call& call, pid_t process) {
  return m_injector ? m_injector->before(call, process) : Verdict{};
}

void Recorder::after(const Call& call, long result, pid_t process) {
  if (result < 0) return;
  switch (kind_of(call).deed) {
    case Deed::opens:
      return on_open(call, static_cast<int>(result), process);
    case Deed::writes:
    case Deed::truncates:
      return on_data(call, static_cast<std::uint64_t>(result), process);
    case Deed::syncs:
      return on_sync(call, process);
    case Deed::names:
      return on_name(call, process);
    default:
      return;
  }
}

bool Recorder::is_here(const fs::path& path) const {
  return path.parent_path() == m_folder;
}

void Recorder::name(const fs::path& path) {
  m_operations.push_back({Kind::name, file_at(path), 0, path.filename()});
}

/// A name that is there already is named again, which changes nothing.
void Recorder::on_open(const Call& call, int descriptor, pid_t process) {
  const auto path = path_of(process, descriptor);
  if (makes_file(call) && is_here(path) && fs::exists(path)) name(path);
}

void Recorder::on_data(const Call& call, std::uint64_t count, pid_t process) {
  const int descriptor = call.descriptor();
  if (descriptor == 1 && call.number == SYS_write)
    m_operations.push_back({Kind::acknowledge, 0, 0, bytes_at(process, call.arguments[1], count)});
  if (!is_here(path_of(process, descriptor))) return;
  const auto file = file_at(link_of(process, descriptor));
  if (call.number == SYS_ftruncate)
    m_operations.push_back({Kind::truncate, file, call.arguments[1]});
  else if (call.number == SYS_pwrite64)
    m_operations.push_back(
        {Kind::write, file, call.arguments[3], bytes_at(process, call.arguments[1], count)});
  else if (call.number == SYS_write)
    m_operations.push_back({Kind::write, file, offset_of(process, descriptor) - count,
                            bytes_at(process, call.arguments[1], count)});
  else
    throw std::logic_error{"a write that the recorder does not know"};
}

void Recorder::on_sync(const Call& call, pid_t process) {
  const auto path = path_of(process, call.descriptor());
  if (path == m_folder)
    m_operations.push_back({Kind::sync_names});
  else if (is_here(path))
    m_operations.push_back({Kind::sync, file_at(link_of(process, call.descriptor()))});
}

void Recorder::on_name(const Call& call, pid_t process) {
  const int index = kind_of(call).path;
  if (index < 0) return;
  const auto path = path_argument(call, index, process);
  if (!is_here(path)) return;
  const bool removes = call.number == SYS_unlink || call.number == SYS_unlinkat;
  const bool moves = call.number == SYS_rename || call.number == SYS_renameat;
  if (moves)
    m_operations.push_back(
        {Kind::unname, 0, 0,
         path_argument(call, call.number == SYS_rename ? 0 : 1, process).filename()});
  if (removes)
    m_operations.push_back({Kind::unname, 0, 0, path.filename()});
  else if (fs::exists(path))
    name(path);
}

}  // namespace gridvisit::faults
