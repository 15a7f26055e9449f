#pragma once

#include <map>
#include <optional>

#include "cli/program.hpp"
#include "faults/tracing/program.hpp"

namespace gridvisit::faults {

/// The names in a folder and below, and what the files hold.
using Files = std::map<std::string, std::string>;

Files files_in(const std::filesystem::path& folder);
void put_files(const std::filesystem::path& folder, const Files& files);

/// The small register of tests/cli with a visit of today (1) and a leave of W02, in the folder
/// `town` of a sandbox that lies in memory if the machine has such a disk: syncs are counted here,
/// not waited for.
class Scene {
 public:
  Scene();

  const tests::Sandbox& sandbox() const { return *m_sandbox; }
  tests::Sandbox& sandbox() { return *m_sandbox; }
  std::filesystem::path town() const { return m_sandbox->folder() / "town"; }
  std::filesystem::path database() const { return town() / "town.db"; }

  /// What stands in the town's folder is what restore() brings back.
  void keep() { m_kept = files_in(town()); }
  void restore() const { put_files(town(), m_kept); }
  const Files& kept() const { return m_kept; }

  /// The program with the words of the line.
  CommandLine command_line(std::string_view line) const;

 private:
  std::optional<tests::Sandbox> m_sandbox;
  Files m_kept;
};

/// The number of the last entry of the audit chain, read by the store itself, which recovers what
/// was left behind; nothing if there is no database. One of an older schema is recovered only.
std::optional<std::int64_t> last_entry(const std::filesystem::path& database);

/// What is wrong with the database; empty if nothing is.
std::string damage_in(const std::filesystem::path& database);

/// Enters one more thing as the next command would. Throws if that fails.
void write_again(const std::filesystem::path& database);

}  // namespace gridvisit::faults
