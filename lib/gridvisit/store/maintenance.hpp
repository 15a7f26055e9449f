#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "gridvisit/base/work.hpp"
#include "gridvisit/store/store.hpp"

/// Work on a database file as a whole: copies of it, and older schemas.
namespace gridvisit::store {

/// The versions of a database's schema and of the newest that this program knows.
struct SchemaVersions {
  std::int64_t found = 0;
  std::int64_t newest = 0;

  bool is_newest() const { return found == newest; }
};

/// Of an existing database, after the checks of open(), which older schemas pass here.
SchemaVersions schema_versions(const std::filesystem::path& database,
                               std::chrono::seconds patience = k_usual_patience);

/// Writes a copy of the database, as of one moment, into `to`, an empty file that nobody else uses,
/// while others read and write; it is not durable yet. Any schema. Gives the head of that moment.
AuditEntry copy_database(const std::filesystem::path& database, const std::filesystem::path& to,
                         std::chrono::seconds patience = k_usual_patience,
                         const Onlooker& onlooker = {});

/// A copy that was found sound.
struct SoundCopy {
  SchemaVersions schema;
  AuditEntry head;
};

/// Reads the whole of a copy that nobody else uses: schema, every page, every reference, and that
/// the chain is not empty. Error(version) or Error(damaged) tells what is wrong.
SoundCopy check_copy(const std::filesystem::path& copy, const Onlooker& onlooker = {});

/// Opens a sound copy of the newest schema to read, or to add to: that nobody else uses it is taken
/// for granted, and what is written is not durable yet.
std::unique_ptr<Store> open_copy(const std::filesystem::path& copy);

/// Error(damaged) if what belonged to another file lies beside the name, and would be played into
/// any database that is put there.
void check_place(const std::filesystem::path& database);

/// Exchanges the names of the database and of a durable copy that lies beside it: at every moment,
/// power cuts included, either of the two is there under the database's name. Waits for writers;
/// whoever reads meanwhile reads on in what was there. Error(busy) if the head is no longer
/// `head` (nothing if the database could not be read). Where it fails the copy is removed.
void exchange(const std::filesystem::path& database, const std::filesystem::path& copy,
              const std::optional<AuditEntry>& head,
              std::chrono::seconds patience = k_usual_patience);

/// Brings a database of an older schema to the newest, in one transaction with the entry "migrate",
/// if its head is still `head`; Error(busy) if not. Gives the new head.
AuditEntry migrate(const std::filesystem::path& database, const AuditEntry& head,
                   const Authorship& authorship, std::chrono::seconds patience = k_usual_patience);
/// The same with a copy that nobody else uses.
AuditEntry migrate_copy(const std::filesystem::path& copy, const Authorship& authorship);

}  // namespace gridvisit::store
