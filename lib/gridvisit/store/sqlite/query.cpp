#include "gridvisit/store/sqlite/query.hpp"

#include <stdexcept>
#include <utility>

#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/failure.hpp"

namespace gridvisit::store::sqlite {

PreparedStatement Statements::take(const char* sql) {
  auto& idle = m_idle[sql];
  if (!idle.empty()) {
    auto statement = std::move(idle.back());
    idle.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
      SQLITE_OK)
    throw failure(m_database);
  return PreparedStatement{statement};
}

void Statements::give_back(const char* sql, PreparedStatement statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  m_idle[sql].push_back(std::move(statement));
}

Query::Query(Statements& statements, const char* sql)
    : m_statements{statements}, m_sql{sql}, m_statement{statements.take(sql)} {}

Query::~Query() {
  m_statements.give_back(m_sql, std::move(m_statement));
}

int Query::index_of(const char* name) const {
  const int index = sqlite3_bind_parameter_index(m_statement.get(), name);
  if (index == 0) throw std::logic_error{name};
  return index;
}

void Query::check(int code) const {
  if (code != SQLITE_OK) throw failure(m_statements.database());
}

Query& Query::bind(const char* name, std::int64_t number) {
  check(sqlite3_bind_int64(m_statement.get(), index_of(name), number));
  return *this;
}

Query& Query::bind(const char* name, std::string_view text) {
  check(sqlite3_bind_text64(m_statement.get(), index_of(name), text.data() ? text.data() : "",
                            text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(const char* name, Blob blob) {
  check(sqlite3_bind_blob64(m_statement.get(), index_of(name), blob.bytes.data(), blob.bytes.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

Query& Query::bind_days(const char* first, const char* last, const DayRange& days) {
  if (days.first != k_beginning) bind(first, days.first);
  if (days.last != k_forever) bind(last, days.last);
  return *this;
}

bool Query::next() {
  m_column = 0;
  const int code = sqlite3_step(m_statement.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) throw failure(m_statements.database());
  return code == SQLITE_ROW;
}

void Query::run() {
  while (next()) {
  }
}

bool Query::run_unless_taken() {
  if (sqlite3_step(m_statement.get()) == SQLITE_DONE) return true;
  switch (sqlite3_extended_errcode(m_statements.database())) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_TRIGGER:
      return false;
    default:
      throw failure(m_statements.database());
  }
}

std::int64_t Query::number() {
  return sqlite3_column_int64(m_statement.get(), m_column++);
}

std::string Query::text() {
  return std::string{text_in_place()};
}

std::string_view Query::text_in_place() {
  const auto* bytes = sqlite3_column_text(m_statement.get(), m_column);
  const auto size = sqlite3_column_bytes(m_statement.get(), m_column++);
  if (!bytes) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::optional<std::int64_t> Query::optional_number() {
  if (sqlite3_column_type(m_statement.get(), m_column) != SQLITE_NULL) return number();
  ++m_column;
  return std::nullopt;
}

DayRange Query::days() {
  const auto first = optional_number();
  const auto last = optional_number();
  return {first ? Day{std::chrono::days{*first}} : k_beginning,
          last ? Day{std::chrono::days{*last}} : k_forever};
}

}  // namespace gridvisit::store::sqlite
