#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace gridvisit::faults {

/// A system call that touches files, as the program asks for it.
struct Call {
  long number = -1;
  std::array<std::uint64_t, 6> arguments{};

  int descriptor() const { return static_cast<int>(arguments[0]); }
};

/// What a call does, as far as faults differ.
enum class Deed { asks, opens, reads, writes, truncates, syncs, names, locks, closes };

/// One number of the kernel's, its name, and what it does. `path` is the index of the argument
/// that holds a path (the new one, if there are two), or -1 if the file is a descriptor.
struct CallKind {
  long number;
  std::string_view name;
  Deed deed;
  int path = -1;
};

/// All calls that are stopped.
std::span<const CallKind> call_kinds();
/// The kind of a call that is stopped.
const CallKind& kind_of(const Call& call);

/// Whether it is a place for a fault in files: of fcntl(2), only locks are. `file` is what the
/// descriptor stands for; pipes and sockets are no files. (The undefined behaviour sanitizer looks
/// with a pipe whether memory can be read.)
bool is_position(const Call& call, const std::filesystem::path& file);
/// Whether the call names its file by a descriptor.
bool takes_descriptor(const Call& call);
/// Whether it may make the file that it opens.
bool makes_file(const Call& call);
/// Whether it opens a file to change it.
bool opens_to_write(const Call& call);
/// Whether it writes to the terminal's descriptors, and not to the disk.
bool is_answer(const Call& call);
/// The first call that the program's main() makes.
bool is_first_of_main(const Call& call);

}  // namespace gridvisit::faults
