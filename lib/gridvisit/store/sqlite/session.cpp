#include "gridvisit/store/sqlite/session.hpp"

#include <stdexcept>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/fact_cursor.hpp"

namespace gridvisit::store::sqlite {

std::unique_ptr<Connection> Connections::make(Purpose purpose) const {
  return std::make_unique<Connection>(m_file, purpose, m_patience);
}

std::unique_ptr<Connection> Connections::make() const {
  return make(m_purpose);
}

std::unique_ptr<Connection> Connections::make_at_once() const {
  return std::make_unique<Connection>(m_file, m_purpose, std::chrono::milliseconds{0});
}

std::unique_ptr<Connection> Connections::take() {
  {
    const std::lock_guard lock{m_mutex};
    if (m_idle && m_idle->has_moved()) m_idle.reset();
    if (m_idle) return std::move(m_idle);
  }
  return make();
}

void Connections::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock{m_mutex};
  if (!m_idle) m_idle = std::move(connection);
}

Transaction::Transaction(std::shared_ptr<Connections> connections)
    : m_connections{std::move(connections)}, m_connection{m_connections->take()} {}

Transaction::Transaction(std::shared_ptr<Connections> connections,
                         std::unique_ptr<Connection> connection)
    : m_connections{std::move(connections)}, m_connection{std::move(connection)} {}

Transaction::~Transaction() {
  if (!m_connection) return;
  m_connection->roll_back();
  if (!m_is_impatient) m_connections->give_back(std::move(m_connection));
}

std::unique_ptr<Transaction> Transaction::beside() const {
  auto connection = m_connections->make_at_once();
  connection->begin_reading();
  auto other = std::make_unique<Transaction>(m_connections, std::move(connection));
  other->m_is_impatient = true;
  return other;
}

bool Transaction::holds_after_failure(const AuditEntry& entry) {
  m_connection->roll_back();
  m_connection.reset();
  const auto fresh = m_connections->make();
  Writing nothing;
  const auto last = SqliteAudit{{fresh->statements(), nothing}}.find(entry.sequence);
  return last && last->hash == entry.hash;
}

SqliteSession::SqliteSession(std::unique_ptr<Transaction> transaction, std::optional<Writer> writer)
    : m_writer{std::move(writer)}, m_transaction{std::move(transaction)} {
  if (!m_writer) return;
  m_writing.entry = m_writer->previous.sequence + 1;
  m_writing.at = m_writer->authorship.at;
}

/// Nobody commits while this session reads, so that the moment is the same unless another file
/// has taken the name.
std::unique_ptr<const Session> SqliteSession::beside() const {
  if (m_writing.entry != 0) return nullptr;
  try {
    auto other = std::make_unique<SqliteSession>(m_transaction->beside(), std::nullopt);
    if (other->m_audit.head().hash == m_audit.head().hash) return other;
  } catch (const Error&) {  // this session reads on
  }
  return nullptr;
}

AuditEntry SqliteSession::commit(const Operation& operation) {
  if (!m_writer) throw std::logic_error{"a session commits once"};
  auto entry = next_entry(m_writer->previous, m_writer->authorship, operation,
                          written_content(m_transaction->connection().statements(), m_writing));
  m_audit.add(entry, m_writer->previous.hash);
  make_durable(m_transaction->connection(),
               [&] { return m_transaction->holds_after_failure(entry); });
  m_writer.reset();
  return entry;
}

}  // namespace gridvisit::store::sqlite
