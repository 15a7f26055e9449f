#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/work.hpp"
#include "gridvisit/store/store.hpp"

/// A look at a database from outside, for whoever wants to know why it can't be used: what is
/// wrong is told, not thrown.
namespace gridvisit::store {

enum class FileSystem { local, network, user_space };

struct FileExamination {
  std::filesystem::path file;  ///< with links followed
  bool exists = false;
  bool is_link = false;   ///< the name that was given
  bool is_plain = false;  ///< a regular file; what follows is only of such a one
  unsigned mode = 0;
  bool folder_is_shared = false;  ///< its files belong to its group
  std::string owner;
  bool is_readable = false;
  bool is_writable = false;
  std::uintmax_t names = 1;  ///< hard links
  FileSystem file_system = FileSystem::local;
  std::uintmax_t bytes = 0;
  std::uintmax_t free_bytes = 0;
  std::uintmax_t journal_bytes = 0;
  bool has_log = false;         ///< a write-ahead log of another program's making
  bool is_queue_usable = true;  ///< false if it is there and can't be written
  std::optional<long> writer;   ///< the process that is writing just now
  /// Files that were not finished, by processes that are gone.
  std::vector<std::string> leftovers;
};

/// Error(usage) for a name that is not a plain path. Takes no lock, and opens no file that SQLite
/// has locked in this process.
FileExamination examine_file(const std::filesystem::path& database);

enum class Thoroughness { quick, full };

/// Looks through the pages of a database, in one transaction; any schema of this program.
/// Error(damaged), Error(version) and the others of open().
void check_pages(const std::filesystem::path& database, Thoroughness thoroughness,
                 std::chrono::seconds patience = k_usual_patience, const Onlooker& onlooker = {});

/// The version of the library that keeps the file, and whether this program can rely on it.
struct Engine {
  std::string version;
  bool is_sound = true;
};
Engine engine();

}  // namespace gridvisit::store
