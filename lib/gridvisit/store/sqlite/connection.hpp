#pragma once

#include <filesystem>
#include <functional>

#include <SQLiteCpp/Database.h>

#include "gridvisit/store/sqlite/query.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::store::sqlite {

/// What a connection is for.
enum class Purpose {
  use,       ///< daily work: the newest schema
  maintain,  ///< work on the file as a whole: older schemas too
  make,      ///< to fill an empty file
  /// As maintain and make, with a file that nobody else uses and that is thrown away if anything
  /// fails: no locks, and no journal on the disk. It may lie where locks don't hold.
  keep_copy,
  make_copy,
};

/// In place of a file: nothing is kept.
inline constexpr auto* k_in_memory = ":memory:";

/// A connection to a database, set up as reliability asks and each setting read back.
class Connection {
 public:
  /// `file` is a checked path. Unless it is to be made, it must be a database of this program.
  /// `patience` is how long any statement waits for the locks of others.
  Connection(const std::filesystem::path& file, Purpose purpose,
             std::chrono::milliseconds patience = k_usual_patience);

  Statements& statements() { return m_statements; }
  void begin_reading();
  void begin_writing();
  void commit();
  /// Ends whatever transaction there is; never fails.
  void roll_back() noexcept;
  /// Whether another file lies under the name by now: what is written here would be lost.
  bool has_moved() const;

 private:
  void check(Purpose purpose);
  void execute(const char* sql);

  SQLite::Database m_database;
  Statements m_statements;  // after the database, so that it goes first
  bool m_has_written = false;
};

/// Commits. That can fail after all was made durable, and then only looking tells: `holds` looks
/// with a connection of its own, before which it lets go of this one. What failed is thrown if
/// nothing holds; Error(io) if that can't be known.
void make_durable(Connection& connection, const std::function<bool()>& holds);

}  // namespace gridvisit::store::sqlite
