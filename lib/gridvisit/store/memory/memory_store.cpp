#include "gridvisit/store/memory/memory_store.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <utility>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store {
namespace memory {
namespace {

constexpr std::chrono::seconds k_writer_timeout{60};

EntryContent content_of(const Written& written) {
  EntryContent content;
  for (const auto& [fact, digest] : written) content.add(fact.first, fact.second, digest);
  return content;
}

/// The newest version, and the turn to write the next one. Versions are never changed once they
/// stand here, so readers share them.
struct Shelf {
  std::mutex mutex;
  std::shared_ptr<Tables> newest = std::make_shared<Tables>();
  std::binary_semaphore turn{1};

  std::shared_ptr<Tables> current() {
    const std::lock_guard lock{mutex};
    return newest;
  }
};

/// One writer's turn, given back when it is destroyed.
class Turn {
 public:
  explicit Turn(std::shared_ptr<Shelf> shelf) : m_shelf{std::move(shelf)} {
    if (!m_shelf->turn.try_acquire_for(k_writer_timeout))
      throw Error{ErrorKind::busy, message("Another writer still holds the data."),
                  message("Try again later.")};
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() { m_shelf->turn.release(); }

  Shelf& shelf() { return *m_shelf; }

 private:
  std::shared_ptr<Shelf> m_shelf;
};

class MemorySession final : public Session {
 public:
  explicit MemorySession(std::shared_ptr<Tables> tables) : m_tables{std::move(tables)} {}
  MemorySession(std::unique_ptr<Turn> turn, Authorship authorship)
      : m_tables{std::make_shared<Tables>(*turn->shelf().current())},
        m_turn{std::move(turn)},
        m_authorship{std::move(authorship)} {}

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

  std::unique_ptr<const Session> beside() const override {
    return m_turn ? nullptr : std::make_unique<MemorySession>(m_tables);
  }
  AuditEntry commit(const Operation& operation) override;

 private:
  Page page() { return {*m_tables, m_written, m_authorship.at}; }

  std::shared_ptr<Tables> m_tables;
  std::unique_ptr<Turn> m_turn;
  Authorship m_authorship;
  Written m_written;
  MemoryAreas m_areas{page()};
  MemoryWorkers m_workers{page()};
  MemoryHouseholds m_households{page()};
  MemoryCategories m_categories{page()};
  MemoryVisits m_visits{page()};
  MemoryPolicies m_policies{page()};
  MemoryErasures m_erasures{page()};
  MemoryMembers m_members{page()};
  MemoryHolidays m_holidays{page()};
  MemoryClosings m_closings{page()};
  MemoryFacts m_facts{page()};
  MemoryChanges m_changes{page()};
  MemoryAudit m_audit{page()};
};

AuditEntry MemorySession::commit(const Operation& operation) {
  if (!m_turn) throw std::logic_error{"a session commits once"};
  const auto previous = m_tables->audit.empty() ? AuditEntry{} : m_tables->audit.back();
  m_tables->audit.push_back(
      next_entry(previous, m_authorship, operation, content_of(m_written).hexadecimal()));
  m_tables->contents.push_back(std::move(m_written));
  {
    const std::lock_guard lock{m_turn->shelf().mutex};
    m_turn->shelf().newest = m_tables;
  }
  m_turn.reset();
  return m_tables->audit.back();
}

class MemoryStore final : public Store {
 public:
  std::unique_ptr<const Session> read() override {
    return std::make_unique<MemorySession>(m_shelf->current());
  }
  std::unique_ptr<Session> write(const Authorship& authorship) override {
    return std::make_unique<MemorySession>(std::make_unique<Turn>(m_shelf), authorship);
  }

 private:
  std::shared_ptr<Shelf> m_shelf = std::make_shared<Shelf>();
};

}  // namespace

std::vector<StoredPolicy> MemoryPolicies::all() const {
  return m_page.tables.policies;
}

void MemoryPolicies::add(const StoredPolicy& policy) {
  m_page.tables.policies.push_back(policy);
  m_page.note(FactKind::policy, static_cast<std::int64_t>(m_page.tables.policies.size()),
              digest_of(policy));
}

AuditEntry MemoryAudit::head() const {
  return m_page.tables.audit.back();
}

std::optional<AuditEntry> MemoryAudit::find(std::int64_t sequence) const {
  const auto& entries = m_page.tables.audit;
  if (sequence < 1 || sequence > std::ssize(entries)) return std::nullopt;
  return entries[static_cast<std::size_t>(sequence - 1)];
}

void MemoryAudit::each(std::int64_t first,
                       const std::function<bool(const AuditEntry&)>& see) const {
  for (const auto& entry : m_page.tables.audit)
    if (entry.sequence >= first && !see(entry)) return;
}

void MemoryAudit::each_change_of_ground(std::int64_t sequence,
                                        const std::function<bool(const AuditEntry&)>& see) const {
  constexpr std::array k_ground{FactKind::area,      FactKind::assignment, FactKind::leave,
                                FactKind::residence, FactKind::category,   FactKind::tag,
                                FactKind::patrol,    FactKind::policy,     FactKind::holiday};
  const auto wrote_ground = [&](const Written& written) {
    return std::ranges::any_of(written, [&](const auto& fact) {
      return std::ranges::find(k_ground, fact.first.first) != k_ground.end();
    });
  };
  const auto& tables = m_page.tables;
  for (auto at = static_cast<std::size_t>(sequence); at < tables.audit.size(); ++at)
    if (wrote_ground(tables.contents[at]) && !see(tables.audit[at])) return;
}

/// Nobody but this process writes its memory: what there is to recompute is the chain.
void MemoryAudit::verify(const std::function<void(const Message&)>& see,
                         const Onlooker& onlooker) const {
  Stage checking{onlooker, translatable("Checking records"), WorkUnit::rows,
                 m_page.tables.audit.size()};
  AuditEntry previous;
  auto content = m_page.tables.contents.begin();
  for (const auto& entry : m_page.tables.audit) {
    if (!follows(previous, entry) || content_of(*content++).hexadecimal() != entry.content_hash)
      see(message("Audit entry {0} was changed, or does not follow the one before it.",
                  entry.sequence));
    previous = entry;
    checking.add(1);
  }
}

}  // namespace memory

std::unique_ptr<Store> make_memory_store(const Authorship& authorship) {
  auto store = std::make_unique<memory::MemoryStore>();
  const auto session = store->write(authorship);
  for (const auto& category : built_in_categories()) session->categories().add(category);
  session->commit({"init", {}});
  return store;
}

}  // namespace gridvisit::store
