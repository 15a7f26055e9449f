#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "gridvisit/store/sqlite/connection.hpp"
#include "gridvisit/store/sqlite/groups.hpp"
#include "gridvisit/store/sqlite/queue.hpp"

namespace gridvisit::store::sqlite {

/// The connections of one store: one is kept for the next session, more are opened if several
/// sessions live at once.
class Connections {
 public:
  Connections(std::filesystem::path file, std::chrono::seconds patience,
              Purpose purpose = Purpose::use)
      : m_file{std::move(file)}, m_patience{patience}, m_purpose{purpose} {}

  const std::filesystem::path& file() const { return m_file; }
  std::chrono::seconds patience() const { return m_patience; }
  Purpose purpose() const { return m_purpose; }
  std::unique_ptr<Connection> make() const;
  std::unique_ptr<Connection> make(Purpose purpose) const;
  /// Does not wait for others.
  std::unique_ptr<Connection> make_at_once() const;
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection);

 private:
  std::filesystem::path m_file;
  std::chrono::seconds m_patience;
  Purpose m_purpose;
  std::mutex m_mutex;
  std::unique_ptr<Connection> m_idle;
};

/// A connection for one session's transaction, rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(std::shared_ptr<Connections> connections);
  Transaction(std::shared_ptr<Connections> connections, std::unique_ptr<Connection> connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  Connection& connection() { return *m_connection; }
  /// Reads beside this one, without waiting for others.
  std::unique_ptr<Transaction> beside() const;
  /// After an error in COMMIT: whether `entry` is on record as the disk now has it.
  bool holds_after_failure(const AuditEntry& entry);

 private:
  std::shared_ptr<Connections> m_connections;
  std::unique_ptr<Connection> m_connection;
  bool m_is_impatient = false;  ///< does not wait for others: the connection is not taken again
};

/// Who writes, in which turn, and after which entry.
struct Writer {
  std::optional<WriterTurn> turn;  ///< nothing where nobody else writes: a new database, a copy
  Authorship authorship;
  AuditEntry previous;
};

class SqliteSession final : public Session {
 public:
  /// The transaction has begun.
  SqliteSession(std::unique_ptr<Transaction> transaction, std::optional<Writer> writer);

  const Areas& areas() const override { return m_areas; }
  const Workers& workers() const override { return m_workers; }
  const Households& households() const override { return m_households; }
  const Categories& categories() const override { return m_categories; }
  const Visits& visits() const override { return m_visits; }
  const Policies& policies() const override { return m_policies; }
  const Erasures& erasures() const override { return m_erasures; }
  const Members& members() const override { return m_members; }
  const Holidays& holidays() const override { return m_holidays; }
  const Closings& closings() const override { return m_closings; }
  const Facts& facts() const override { return m_facts; }
  const Changes& changes() const override { return m_changes; }
  const Audit& audit() const override { return m_audit; }

  Areas& areas() override { return m_areas; }
  Workers& workers() override { return m_workers; }
  Households& households() override { return m_households; }
  Categories& categories() override { return m_categories; }
  Visits& visits() override { return m_visits; }
  Policies& policies() override { return m_policies; }
  Erasures& erasures() override { return m_erasures; }
  Members& members() override { return m_members; }
  Holidays& holidays() override { return m_holidays; }
  Closings& closings() override { return m_closings; }
  Changes& changes() override { return m_changes; }

  std::unique_ptr<const Session> beside() const override;
  AuditEntry commit(const Operation& operation) override;

 private:
  Page page() { return {m_transaction->connection().statements(), m_writing}; }

  std::optional<Writer> m_writer;  // its turn ends after the transaction
  std::unique_ptr<Transaction> m_transaction;
  Writing m_writing;
  SqliteAreas m_areas{page()};
  SqliteWorkers m_workers{page()};
  SqliteHouseholds m_households{page()};
  SqliteCategories m_categories{page()};
  SqliteVisits m_visits{page()};
  SqlitePolicies m_policies{page()};
  SqliteErasures m_erasures{page()};
  SqliteMembers m_members{page()};
  SqliteHolidays m_holidays{page()};
  SqliteClosings m_closings{page()};
  SqliteFacts m_facts{page()};
  SqliteChanges m_changes{page()};
  SqliteAudit m_audit{page()};
};

}  // namespace gridvisit::store::sqlite
