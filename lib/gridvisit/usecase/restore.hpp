#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/store/maintenance.hpp"

namespace gridvisit::usecase {

struct RestoreRequest {
  std::filesystem::path database;
  std::filesystem::path backup;
  std::string
      moment;  ///< `2026-11-22-183000`, for the name that the present database is kept under
  std::chrono::seconds patience = store::k_usual_patience;
  std::function<std::string()> passphrase;  ///< asked for if the backup is sealed
  Onlooker onlooker = {};                   ///< of how the backup is read
};

/// How a backup stands to the database.
struct Comparison {
  store::SoundCopy backup;
  std::optional<store::AuditEntry> database;  ///< its last entry; nothing without a readable one
  std::optional<Error> unreadable;            ///< why it can't be read
  /// The last entry that both have: 0 if they have none in common.
  std::int64_t common = 0;
  std::vector<store::AuditEntry> first_lost;  ///< the first of those that only the database has

  std::int64_t lost() const { return database ? database->sequence - common : 0; }
  std::int64_t gained() const { return backup.head.sequence - common; }
};

/// A backup on its way into the place of the database. It has been read wholly when this is made,
/// and nothing is touched until carry_out().
class Restoration {
 public:
  /// Error(damaged), Error(version): of the backup.
  explicit Restoration(const RestoreRequest& request);

  const Comparison& comparison() const { return m_comparison; }
  /// Where the present database will be kept, if there is one.
  const std::optional<std::filesystem::path>& kept() const { return m_kept; }
  /// Puts the backup in the place of the database, with an entry "restore" of its own, brought to
  /// the newest schema. At every moment either of the two is there. Error(busy) if the database
  /// was written to since it was compared.
  store::AuditEntry carry_out(const store::Authorship& authorship);

 private:
  void take_in();
  void compare();
  void lay_beside();
  store::AuditEntry put_on_record(const store::Authorship& authorship);

  RestoreRequest m_request;
  std::filesystem::path m_database;  ///< with links followed
  std::optional<std::filesystem::path> m_kept;
  format::AtomicFile m_file;
  Comparison m_comparison;
};

}  // namespace gridvisit::usecase
