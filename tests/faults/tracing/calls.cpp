#include "faults/tracing/calls.hpp"

#include <algorithm>
#include <stdexcept>

#include <fcntl.h>
#include <sys/syscall.h>

namespace gridvisit::faults {
namespace {

constexpr CallKind k_kinds[]{
    {SYS_open, "open", Deed::opens, 0},
    {SYS_openat, "openat", Deed::opens, 1},
    {SYS_close, "close", Deed::closes},
    {SYS_read, "read", Deed::reads},
    {SYS_pread64, "pread", Deed::reads},
    {SYS_readv, "readv", Deed::reads},
    {SYS_getdents64, "getdents", Deed::reads},
    {SYS_write, "write", Deed::writes},
    {SYS_pwrite64, "pwrite", Deed::writes},
    {SYS_writev, "writev", Deed::writes},
    {SYS_ftruncate, "ftruncate", Deed::truncates},
    {SYS_truncate, "truncate", Deed::truncates, 0},
    {SYS_fallocate, "fallocate", Deed::truncates},
    {SYS_fsync, "fsync", Deed::syncs},
    {SYS_fdatasync, "fdatasync", Deed::syncs},
    {SYS_rename, "rename", Deed::names, 1},
    {SYS_renameat, "renameat", Deed::names, 3},
    {SYS_renameat2, "renameat2", Deed::names, 3},
    {SYS_link, "link", Deed::names, 1},
    {SYS_linkat, "linkat", Deed::names, 3},
    {SYS_unlink, "unlink", Deed::names, 0},
    {SYS_unlinkat, "unlinkat", Deed::names, 1},
    {SYS_mkdir, "mkdir", Deed::names, 0},
    {SYS_mkdirat, "mkdirat", Deed::names, 1},
    {SYS_fchmod, "fchmod", Deed::names},
    {SYS_chmod, "chmod", Deed::names, 0},
    {SYS_flock, "flock", Deed::locks},
    {SYS_fcntl, "fcntl", Deed::locks},
    {SYS_stat, "stat", Deed::asks, 0},
    {SYS_fstat, "fstat", Deed::asks},
    {SYS_lstat, "lstat", Deed::asks, 0},
    {SYS_newfstatat, "newfstatat", Deed::asks, 1},
    {SYS_statx, "statx", Deed::asks, 1},
    {SYS_access, "access", Deed::asks, 0},
    {SYS_faccessat, "faccessat", Deed::asks, 1},
    {SYS_readlink, "readlink", Deed::asks, 0},
    {SYS_statfs, "statfs", Deed::asks, 0},
    {SYS_fstatfs, "fstatfs", Deed::asks},
    {SYS_lseek, "lseek", Deed::asks},
};

int open_flags(const Call& call) {
  return static_cast<int>(call.arguments[call.number == SYS_open ? 1 : 2]);
}

bool is_lock(std::uint64_t command) {
  constexpr std::array k_locks{F_SETLK, F_SETLKW, F_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_OFD_GETLK};
  return std::ranges::find(k_locks, static_cast<int>(command)) != k_locks.end();
}

}  // namespace

std::span<const CallKind> call_kinds() {
  return k_kinds;
}

const CallKind& kind_of(const Call& call) {
  const auto* kind = std::ranges::find(k_kinds, call.number, &CallKind::number);
  if (kind == std::end(k_kinds)) throw std::logic_error{"a call that is not traced"};
  return *kind;
}

bool is_position(const Call& call, const std::filesystem::path& file) {
  if (call.number == SYS_fcntl && !is_lock(call.arguments[1])) return false;
  const auto& name = file.native();
  return !name.starts_with("pipe:") && !name.starts_with("socket:");
}

bool takes_descriptor(const Call& call) {
  return kind_of(call).path < 0;
}

bool makes_file(const Call& call) {
  if (kind_of(call).deed != Deed::opens) return false;
  const int flags = open_flags(call);
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

bool opens_to_write(const Call& call) {
  return kind_of(call).deed == Deed::opens && (open_flags(call) & O_ACCMODE) != O_RDONLY;
}

bool is_answer(const Call& call) {
  return takes_descriptor(call) && call.descriptor() <= 2;
}

bool is_first_of_main(const Call& call) {
  return call.number == SYS_fcntl && call.arguments[0] == 0 && call.arguments[1] == F_GETFD;
}

}  // namespace gridvisit::faults
