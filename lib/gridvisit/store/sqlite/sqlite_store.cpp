#include "gridvisit/store/sqlite/sqlite_store.hpp"

#include <memory>
#include <new>
#include <string>
#include <utility>

#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

namespace gridvisit::store {
namespace sqlite {

std::unique_ptr<const Session> SqliteStore::read() {
  auto transaction = std::make_unique<Transaction>(m_connections);
  transaction->connection().begin_reading();
  head_of(transaction->connection());  // the first read fixes the moment that the session sees
  return std::make_unique<SqliteSession>(std::move(transaction), std::nullopt);
}

std::unique_ptr<Session> SqliteStore::write(const Authorship& authorship) {
  Writer writer{std::nullopt, authorship, {}};
  if (m_connections->purpose() == Purpose::use)
    writer.turn.emplace(m_connections->file(), m_connections->patience());
  auto transaction = std::make_unique<Transaction>(m_connections);
  transaction->connection().begin_writing();
  writer.previous = head_of(transaction->connection());
  return std::make_unique<SqliteSession>(std::move(transaction), std::move(writer));
}

namespace {

struct Freer {
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

std::string bytes_of(sqlite3* database) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, Freer> bytes{sqlite3_serialize(database, "main", &size, 0)};
  if (!bytes) throw std::bad_alloc{};
  return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

/// A new database, made in memory, so that it can appear on the disk as a whole.
std::string new_database(const Authorship& authorship) {
  const auto connections = std::make_shared<Connections>(k_in_memory, k_usual_patience);
  auto transaction =
      std::make_unique<Transaction>(connections, connections->make(Purpose::make_copy));
  auto* database = transaction->connection().statements().database();
  transaction->connection().begin_writing();
  make_schema(transaction->connection().statements());
  SqliteSession session{std::move(transaction), Writer{std::nullopt, authorship, {}}};
  for (const auto& category : built_in_categories()) session.categories().add(category);
  session.commit({"init", {}});
  return bytes_of(database);
}

}  // namespace
}  // namespace sqlite

std::unique_ptr<Store> open(const std::filesystem::path& path, std::chrono::seconds patience) {
  const auto file = sqlite::checked_file(sqlite::plain_path(path));
  auto connections = std::make_shared<sqlite::Connections>(file, patience);
  connections->give_back(connections->take());
  return std::make_unique<sqlite::SqliteStore>(std::move(connections));
}

std::unique_ptr<Store> create(const std::filesystem::path& path, const Authorship& authorship) {
  const auto name = sqlite::plain_path(path);
  sqlite::make_private_file(name, sqlite::new_database(authorship));
  // Opened when it is first used: what fails then has nothing to do with making it.
  return std::make_unique<sqlite::SqliteStore>(
      std::make_shared<sqlite::Connections>(name, k_usual_patience));
}

}  // namespace gridvisit::store
