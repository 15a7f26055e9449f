#include "store/sqlite/raw.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include <sqlite3.h>

namespace gridvisit::store::testing {
namespace {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};

std::unique_ptr<sqlite3, Closer> opened(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open(file.c_str(), &database);
  std::unique_ptr<sqlite3, Closer> owner{database};
  if (code != SQLITE_OK) throw std::runtime_error{sqlite3_errstr(code)};
  return owner;
}

int add_trigger(void* script, int, char** texts, char**) {
  auto& [drop, create] = *static_cast<std::pair<std::string, std::string>*>(script);
  drop += std::string{"DROP TRIGGER "} + texts[0] + ";";
  create += std::string{texts[1]} + ";";
  return 0;
}

int keep_value(void* value, int, char** texts, char**) {
  *static_cast<std::string*>(value) = texts[0] ? texts[0] : "NULL";
  return 0;
}

}  // namespace

std::string run_raw(const std::filesystem::path& file, const std::string& sql) {
  const auto database = opened(file);
  if (sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return sqlite3_errmsg(database.get());
}

void copy_amid_change(const std::filesystem::path& file, const std::filesystem::path& to) {
  const auto database = opened(file);
  const auto* change =
      "PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
      "CREATE TABLE filler AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
      "WHERE i < 200) SELECT i, randomblob(2000) FROM n;"
      "UPDATE area SET name = 'changed' || hex(randomblob(4000));";
  if (sqlite3_exec(database.get(), change, nullptr, nullptr, nullptr) != SQLITE_OK ||
      sqlite3_db_cacheflush(database.get()) != SQLITE_OK)
    throw std::runtime_error{sqlite3_errmsg(database.get())};
  std::filesystem::copy_file(file, to);
  std::filesystem::copy_file(file.string() + "-journal", to.string() + "-journal");
  sqlite3_exec(database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::string raw_value(const std::filesystem::path& file, const std::string& sql) {
  const auto database = opened(file);
  std::string value;
  if (sqlite3_exec(database.get(), sql.c_str(), keep_value, &value, nullptr) != SQLITE_OK)
    throw std::runtime_error{sqlite3_errmsg(database.get())};
  return value;
}

void tamper(const std::filesystem::path& file, const std::string& sql) {
  const auto database = opened(file);
  std::pair<std::string, std::string> triggers;
  const auto run = [&](const std::string& script, auto... callback) {
    if (sqlite3_exec(database.get(), script.c_str(), callback..., nullptr) != SQLITE_OK)
      throw std::runtime_error{sqlite3_errmsg(database.get())};
  };
  run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", add_trigger, &triggers);
  run(triggers.first + sql + ";" + triggers.second, nullptr, nullptr);
}

}  // namespace gridvisit::store::testing
