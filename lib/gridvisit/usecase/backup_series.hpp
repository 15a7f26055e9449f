#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/calendar/day.hpp"

/// Backups that the program names itself and throws away when they are old, all in one folder:
/// `gridvisit-2026-11-22-183000-123.db` is of the database gridvisit.db, made on that day at
/// 18:30:00, and its last audit entry is the 123rd.
namespace gridvisit::usecase {

/// What the names of one database's backups begin with.
std::string series_of(const std::filesystem::path& database);

enum class Sealing { clear, sealed };

/// `moment` is `2026-11-22-183000`. A sealed backup ends in `.db.enc`.
std::string backup_name(const std::string& series, const std::string& moment, std::int64_t sequence,
                        Sealing sealing);

/// The day in a name that backup_name gave for this series; nothing for any other name.
std::optional<Day> day_of_backup(const std::string& series, const std::string& name);

/// Which backups of a series stay. What one of the rules keeps is kept.
struct Keeping {
  std::optional<std::size_t> newest;  ///< that many
  std::optional<std::size_t> days;    ///< those of the last so many days

  bool everything() const { return !newest && !days; }
};

/// The backups in the folder of `made` that may go; never `made` itself. Files that the program
/// did not name are not seen.
std::vector<std::filesystem::path> outdated_backups(const std::filesystem::path& made,
                                                    const std::string& series,
                                                    const Keeping& keeping, Day today);

}  // namespace gridvisit::usecase
