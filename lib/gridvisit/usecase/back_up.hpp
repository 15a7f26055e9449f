#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "gridvisit/format/atomic_file.hpp"
#include "gridvisit/store/maintenance.hpp"

namespace gridvisit::usecase {

struct BackupRequest {
  std::filesystem::path database;
  std::filesystem::path to;  ///< a file, or a folder in which the backup is named by its moment
  std::string moment;        ///< `2026-11-22-183000`
  format::Existing existing = format::Existing::refuse;
  std::chrono::seconds patience = store::k_usual_patience;
  std::optional<std::string> passphrase;  ///< to seal the backup with
  Onlooker onlooker = {};
};

/// A backup that was read back whole.
struct Backup {
  std::filesystem::path file;
  store::AuditEntry head;  ///< the last entry it holds
  std::uintmax_t bytes = 0;
};

/// Copies the database as of one moment while others read and write, checks the copy wholly, and
/// only then puts it in its place. A database of an older schema will do. What is to be sealed lies
/// in the clear only beside the database, and is unsealed again as part of the check.
Backup back_up(const BackupRequest& request);

/// Puts the backup on record in the database that it was made of.
void record_backup(store::Store& store, const store::Authorship& authorship, const Backup& backup);

}  // namespace gridvisit::usecase
