#include "gridvisit/store/sqlite/connection.hpp"

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include <SQLiteCpp/Exception.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

namespace gridvisit::store::sqlite {
namespace {

/// What makes the file itself harmless, whoever wrote it.
constexpr std::array k_guards{
    std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    std::pair{SQLITE_DBCONFIG_DQS_DML, 0}, std::pair{SQLITE_DBCONFIG_DQS_DDL, 0}};

/// A setting, and what it must read back as. TRUNCATE with EXTRA lost nothing in any simulated
/// power cut; SQLite's defaults did.
struct Setting {
  const char* set;
  const char* read;
  std::string_view expected;
};
/// What a connection holds of the file, in KiB, taken as needed. An import changes the same pages
/// again and again; who reads goes through most of them once.
constexpr auto* k_room_to_read = "PRAGMA cache_size = -8192";
constexpr auto* k_room_to_write = "PRAGMA cache_size = -131072";

constexpr std::array k_settings{
    Setting{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    Setting{"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},
    Setting{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    Setting{"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
    Setting{k_room_to_read, "PRAGMA cache_size", "-8192"},
    Setting{"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"},
};
/// Of a database in a file.
constexpr std::array k_on_disk{
    Setting{"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
};
constexpr std::array k_durable{
    Setting{"PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"},
    Setting{"PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate"},
};
/// Of a copy, which its maker syncs as a whole.
constexpr std::array k_disposable{
    Setting{"PRAGMA synchronous = OFF", "PRAGMA synchronous", "0"},
    Setting{"PRAGMA journal_mode = MEMORY", "PRAGMA journal_mode", "memory"},
};

bool is_copy(Purpose purpose) {
  return purpose == Purpose::keep_copy || purpose == Purpose::make_copy;
}

/// SQLite counts the bytes that it holds under a lock, at every piece of memory it takes. Nobody
/// here asks for the sum.
void leave_memory_uncounted() {
  static const int k_once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(k_once);  // too late in a program that used SQLite before: nothing is lost
}

SQLite::Database opened(const std::filesystem::path& file, Purpose purpose,
                        std::chrono::milliseconds patience) {
  leave_memory_uncounted();
  try {
    return SQLite::Database{
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW | SQLite::OPEN_NOMUTEX,
        static_cast<int>(patience.count()), is_copy(purpose) ? "unix-none" : ""};
  } catch (const SQLite::Exception& error) {
    throw failure(error.getExtendedErrorCode());
  }
}

void apply_guards(sqlite3* database) {
  for (const auto& [guard, wanted] : k_guards) {
    int effective = -1;
    sqlite3_db_config(database, guard, wanted, &effective);
    if (effective != wanted)
      throw Error{ErrorKind::version, message("The SQLite library lacks a safety setting.")};
  }
}

void apply_settings(Statements& statements, std::span<const Setting> settings) {
  for (const auto& setting : settings) {
    Query{statements, setting.set}.run();
    Query query{statements, setting.read};
    if (!query.next() || query.text() != setting.expected)
      throw Error{ErrorKind::io,
                  message("The database does not take the setting {0}.", setting.set)};
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Purpose purpose,
                       std::chrono::milliseconds patience)
    : m_database{opened(file, purpose, patience)}, m_statements{m_database.getHandle()} {
  sqlite3_extended_result_codes(m_database.getHandle(), 1);
  apply_guards(m_database.getHandle());
  if (purpose != Purpose::make && purpose != Purpose::make_copy) check(purpose);
  apply_settings(m_statements, k_settings);
  if (file != k_in_memory) apply_settings(m_statements, k_on_disk);
  apply_settings(m_statements, is_copy(purpose) ? k_disposable : k_durable);
}

/// In one transaction, so that the file is locked once.
void Connection::check(Purpose purpose) {
  begin_reading();
  if (purpose == Purpose::use)
    check_schema(m_statements);
  else
    check_any_schema(m_statements);
  commit();
}

bool Connection::has_moved() const {
  int moved = 0;
  sqlite3_file_control(m_database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

void Connection::execute(const char* sql) {
  Query{m_statements, sql}.run();
}

void Connection::begin_reading() {
  if (m_has_written) execute(k_room_to_read);
  m_has_written = false;
  execute("BEGIN");
}

void Connection::begin_writing() {
  // SQLite would let the transaction begin, and refuse the first row instead.
  if (sqlite3_db_readonly(m_database.getHandle(), "main") != 0) throw failure(SQLITE_READONLY);
  execute(k_room_to_write);
  m_has_written = true;
  execute("BEGIN IMMEDIATE");
}

void Connection::commit() {
  execute("COMMIT");
}

void Connection::roll_back() noexcept {
  if (sqlite3_get_autocommit(m_database.getHandle()) == 0)
    sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void make_durable(Connection& connection, const std::function<bool()>& holds) {
  try {
    connection.commit();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::busy) throw;
    bool saved = false;
    try {
      saved = holds();
    } catch (const Error&) {
      throw Error{ErrorKind::io,
                  message("The disk failed, and it is not known whether this was saved: {0}",
                          error.message()),
                  message("Look whether it is on record before you enter it again.")};
    }
    if (!saved) throw;
  }
}

}  // namespace gridvisit::store::sqlite
