#include "gridvisit/store/sqlite/sqlite_store.hpp"

#include <array>
#include <utility>

#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

namespace gridvisit::store {
namespace sqlite {
namespace {

AuditEntry head_of(Transaction& transaction) {
  Writing nothing;
  return SqliteAudit{{transaction.connection().statements(), nothing}}.head();
}

}  // namespace

std::unique_ptr<const Session> SqliteStore::read() {
  auto transaction = std::make_unique<Transaction>(m_connections);
  transaction->connection().begin_reading();
  head_of(*transaction);  // the first read fixes the moment that the session sees
  return std::make_unique<SqliteSession>(std::move(transaction), std::nullopt);
}

std::unique_ptr<Session> SqliteStore::write(const Authorship& authorship) {
  Writer writer{std::nullopt, authorship, {}};
  if (m_connections->purpose() == Purpose::use)
    writer.turn.emplace(m_connections->file(), m_connections->patience());
  auto transaction = std::make_unique<Transaction>(m_connections);
  transaction->connection().begin_writing();
  writer.previous = head_of(*transaction);
  return std::make_unique<SqliteSession>(std::move(transaction), std::move(writer));
}

namespace {

void make_database(const std::shared_ptr<Connections>& connections, const Authorship& authorship) {
  auto transaction = std::make_unique<Transaction>(connections, connections->make(Purpose::make));
  transaction->connection().begin_writing();
  make_schema(transaction->connection().statements());
  SqliteSession session{std::move(transaction), Writer{std::nullopt, authorship, {}}};
  for (const auto& category : built_in_categories()) session.categories().add(category);
  session.commit({"init", {}});
}

void remove_database(const std::filesystem::path& file) {
  for (const auto* suffix : {"", "-journal", "-queue"}) {
    std::error_code ignored;
    std::filesystem::remove(file.string() + suffix, ignored);
  }
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
  sqlite::make_private_file(name);
  try {
    sqlite::make_database(
        std::make_shared<sqlite::Connections>(sqlite::checked_file(name), k_usual_patience),
        authorship);
  } catch (...) {
    sqlite::remove_database(name);
    throw;
  }
  return open(name);
}

}  // namespace gridvisit::store
