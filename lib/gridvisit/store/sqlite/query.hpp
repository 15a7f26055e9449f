#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sqlite3.h>

#include "gridvisit/base/id.hpp"
#include "gridvisit/calendar/day.hpp"

/// Statements over SQLite's own interface: SQLiteCpp's copies every text and looks columns up
/// through a shared pointer, which costs a third in the loops that go through millions of rows.
namespace gridvisit::store::sqlite {

struct Finalizer {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using PreparedStatement = std::unique_ptr<sqlite3_stmt, Finalizer>;

/// The prepared statements of one connection that are not in use. Must not outlive it.
class Statements {
 public:
  explicit Statements(sqlite3* database) : m_database{database} {}

  sqlite3* database() const { return m_database; }
  template <class Identity>
  Identity last_inserted() const {
    return {sqlite3_last_insert_rowid(m_database)};
  }

 private:
  friend class Query;
  PreparedStatement take(const char* sql);
  void give_back(const char* sql, PreparedStatement statement);

  sqlite3* m_database;
  std::unordered_map<const char*, std::vector<PreparedStatement>> m_idle;
};

/// Bytes that are bound as a BLOB.
struct Blob {
  std::string_view bytes;
};

/// One run of one statement. `sql` is a constant: its address is its name in the cache. Columns
/// are read from left to right, each by one call after next() gave a row.
class Query {
 public:
  Query(Statements& statements, const char* sql);
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(const char* name, std::int64_t number);
  Query& bind(const char* name, std::string_view text);
  Query& bind(const char* name, Blob blob);
  Query& bind(const char* name, Day day) { return bind(name, day.time_since_epoch().count()); }
  Query& bind(const char* name, std::chrono::sys_seconds instant) {
    return bind(name, std::int64_t{instant.time_since_epoch().count()});
  }
  template <class Kind>
  Query& bind(const char* name, Id<Kind> id) {
    return bind(name, id.value);
  }
  template <class Value>
  Query& bind(const char* name, const std::optional<Value>& value) {
    return value ? bind(name, *value) : *this;  // what is not bound is NULL
  }
  /// `first` or `last` of a range: an open end is NULL.
  Query& bind_days(const char* first, const char* last, const DayRange& days);

  /// Steps to the next row. Any failure is thrown as an Error.
  bool next();
  /// Runs a statement that gives no rows.
  void run();
  /// As run(), but false when a key of the row is taken already.
  bool run_unless_taken();

  std::int64_t number();
  std::string text();
  /// Valid until the next step.
  std::string_view text_in_place();
  template <class Identity>
  Identity id() {
    return {number()};
  }
  Day day() { return Day{std::chrono::days{number()}}; }
  std::chrono::sys_seconds instant() {
    return std::chrono::sys_seconds{std::chrono::seconds{number()}};
  }
  /// NULL: nothing.
  std::optional<std::int64_t> optional_number();
  /// Two columns; NULL: an open end.
  DayRange days();

 private:
  int index_of(const char* name) const;
  void check(int code) const;

  Statements& m_statements;
  const char* m_sql;
  PreparedStatement m_statement;
  int m_column = 0;
};

/// The ids as a JSON array, for `IN (SELECT value FROM json_each(:ids))`.
template <class Ids>
std::string json_array(const Ids& ids) {
  std::string text = "[";
  for (const auto id : ids) {
    if (text.size() > 1) text += ',';
    text += std::to_string(id.value);
  }
  return text + ']';
}

}  // namespace gridvisit::store::sqlite
