#pragma once

#include <filesystem>

#include <SQLiteCpp/Database.h>

#include "gridvisit/store/sqlite/query.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::store::sqlite {

enum class Purpose { use, make };

/// A connection to a database, set up as reliability asks and each setting read back.
class Connection {
 public:
  /// `file` is a checked path. To use it, it must be a database of this program. `patience` is how
  /// long any statement waits for the locks of others.
  Connection(const std::filesystem::path& file, Purpose purpose,
             std::chrono::milliseconds patience = k_usual_patience);

  Statements& statements() { return m_statements; }
  void begin_reading();
  void begin_writing();
  void commit();
  /// Ends whatever transaction there is; never fails.
  void roll_back() noexcept;

 private:
  void check();
  void execute(const char* sql);

  SQLite::Database m_database;
  Statements m_statements;  // after the database, so that it goes first
};

}  // namespace gridvisit::store::sqlite
