#pragma once

#include <set>

#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/sqlite/query.hpp"

/// The parts of a session, one for each group of tables.
namespace gridvisit::store::sqlite {

class Connection;

/// The audit entry that will tell of what a session writes, when its author says it is, and which
/// kinds of facts it has written so far.
struct Writing {
  std::int64_t entry = 0;
  std::chrono::sys_seconds at;
  std::set<FactKind> kinds;

  /// Binds what tells of this writing beside the fact: `:entry` and `:checksum`.
  Query& sign(Query& query, FactKind kind, std::string_view digest) {
    kinds.insert(kind);
    return query.bind(":entry", entry).bind(":checksum", checksum_of(digest));
  }
};

/// What the groups of one session work on.
struct Page {
  Statements& statements;
  Writing& writing;
};

class SqliteAreas final : public Areas {
 public:
  explicit SqliteAreas(Page page) : m_page{page} {}
  std::optional<Area> find(std::string_view code) const override;
  AreaTree tree(std::optional<AreaId> root) const override;
  AreaId add(const Area& area) override;
  void update(const Area& area) override;

 private:
  Page m_page;
};

class SqliteWorkers final : public Workers {
 public:
  explicit SqliteWorkers(Page page) : m_page{page} {}
  std::optional<Worker> find(std::string_view code) const override;
  Worker get(WorkerId id) const override;
  std::vector<Worker> all() const override;
  std::vector<WorkerId> assigned(std::span<const AreaId> grids,
                                 const DayRange& days) const override;
  WorkerId add(const Worker& worker) override;
  void update(const Worker& worker) override;
  std::vector<Assignment> assignments_of(WorkerId worker) const override;
  std::vector<Assignment> assignments_on(std::span<const AreaId> grids) const override;
  std::vector<Assignment> all_assignments() const override;
  AssignmentId add(const Assignment& assignment) override;
  void update(const Assignment& assignment) override;
  std::vector<Leave> leaves_of(WorkerId worker) const override;
  LeaveId add(const Leave& leave) override;
  void update(const Leave& leave) override;

 private:
  Page m_page;
};

class SqliteHouseholds final : public Households {
 public:
  explicit SqliteHouseholds(Page page) : m_page{page} {}
  std::optional<Household> find(std::string_view code) const override;
  Household get(HouseholdId id) const override;
  std::optional<HouseholdId> find_id(std::string_view code) const override;
  std::string code_of(HouseholdId id) const override;
  void each_code(const std::function<void(HouseholdId, std::string_view)>& see) const override;
  void each(const HouseholdFilter& filter,
            const std::function<bool(const Household&)>& see) const override;
  void each_label(const std::vector<AreaId>& grids,
                  const std::function<bool(const HouseholdLabel&)>& see) const override;
  void each_that_may_hold(std::string_view folded,
                          const std::function<bool(const HouseholdLabel&)>& see) const override;
  void each_by_code(std::string_view beginning,
                    const std::function<bool(const HouseholdLabel&)>& see) const override;
  void each_by_name(const std::function<std::size_t(const HouseholdLabel&)>& see) const override;
  std::uint64_t count() const override;
  std::vector<Residence> residences_of(HouseholdId household) const override;
  std::vector<Tag> tags_of(HouseholdId household) const override;
  HouseholdId add(const Household& household) override;
  void update(const Household& household) override;
  ResidenceId add(const Residence& residence) override;
  void update(const Residence& residence) override;
  TagId add(const Tag& tag) override;
  void update(const Tag& tag) override;

 private:
  void settle_grids(HouseholdId household);

  Page m_page;
};

class SqliteCategories final : public Categories {
 public:
  explicit SqliteCategories(Page page) : m_page{page} {}
  std::vector<Category> all() const override;
  CategoryId add(const Category& category) override;

 private:
  Page m_page;
};

class SqliteVisits final : public Visits {
 public:
  explicit SqliteVisits(Page page) : m_page{page} {}
  std::optional<VisitRecord> find(VisitId id) const override;
  void each(const VisitFilter& filter,
            const std::function<bool(const VisitRecord&)>& see) const override;
  bool any_on(HouseholdId household, Day day) const override;
  std::uint64_t count() const override;
  VisitId add(const VisitDraft& draft, std::chrono::sys_seconds recorded_at) override;
  void add(const Visit& visit) override;
  void add(std::span<const Visit> visits) override;
  void add(const Void& cancellation) override;
  std::vector<Patrol> patrols(AreaId grid, const DayRange& days) const override;
  PatrolId add(const Patrol& patrol) override;

 private:
  std::string insert(const char* statement, const Visit& visit);
  void add_at_once(std::span<const Visit> visits);

  Page m_page;
};

class SqlitePolicies final : public Policies {
 public:
  explicit SqlitePolicies(Page page) : m_page{page} {}
  std::vector<StoredPolicy> all() const override;
  void add(const StoredPolicy& policy) override;

 private:
  Page m_page;
};

class SqliteMembers final : public Members {
 public:
  explicit SqliteMembers(Page page) : m_page{page} {}
  std::vector<Member> all() const override;
  MemberId add(const Member& member) override;
  void end(MemberId member, std::chrono::sys_seconds at) override;

 private:
  Page m_page;
};

class SqliteHolidays final : public Holidays {
 public:
  explicit SqliteHolidays(Page page) : m_page{page} {}
  std::optional<Holiday> find(Day day) const override;
  std::vector<Holiday> in(const DayRange& days) const override;
  HolidayId add(const Holiday& holiday) override;
  void update(const Holiday& holiday) override;

 private:
  Page m_page;
};

class SqliteClosings final : public Closings {
 public:
  explicit SqliteClosings(Page page) : m_page{page} {}
  std::vector<Closing> all() const override;
  void each_figure(ClosingId closing,
                   const std::function<void(const compliance::Figure&)>& see) const override;
  ClosingId add(const Closing& closing) override;
  void add(ClosingId closing, const compliance::Figure& figure) override;

 private:
  Page m_page;
};

class SqliteErasures final : public Erasures {
 public:
  explicit SqliteErasures(Page page) : m_page{page} {}
  std::vector<Erasure> all() const override;
  ErasureId add(const Erasure& erasure) override;

 private:
  Page m_page;
};

class SqliteFacts final : public Facts {
 public:
  explicit SqliteFacts(Page page) : m_page{page} {}
  compliance::GridFacts of_grid(AreaId grid, const FactsRequest& request) const override;
  compliance::WorkerFacts of_worker(WorkerId worker, const FactsRequest& request) const override;
  compliance::HouseholdFacts of_household(HouseholdId household,
                                          const FactsRequest& request) const override;

 private:
  Page m_page;
};

class SqliteChanges final : public Changes {
 public:
  explicit SqliteChanges(Page page) : m_page{page} {}
  std::vector<AreaId> areas(std::int64_t entry) const override;
  std::vector<WorkerId> workers(std::int64_t entry) const override;
  std::vector<AssignmentId> assignments(std::int64_t entry) const override;
  std::vector<LeaveId> leaves(std::int64_t entry) const override;
  std::vector<HouseholdId> households(std::int64_t entry) const override;
  std::vector<TagId> tags(std::int64_t entry) const override;
  std::vector<PatrolId> patrols(std::int64_t entry) const override;
  std::vector<HolidayId> holidays(std::int64_t entry) const override;
  ChangeTimes times(const RecordId& record) const override;
  void set_times(const RecordId& record, const ChangeTimes& times) override;

 private:
  Page m_page;
};

class SqliteAudit final : public Audit {
 public:
  explicit SqliteAudit(Page page) : m_page{page} {}
  AuditEntry head() const override;
  std::optional<AuditEntry> find(std::int64_t sequence) const override;
  void each(std::int64_t first, const std::function<bool(const AuditEntry&)>& see) const override;
  void each_change_of_ground(std::int64_t sequence,
                             const std::function<bool(const AuditEntry&)>& see) const override;
  void verify(const std::function<void(const Message&)>& see,
              const Onlooker& onlooker) const override;
  void add(const AuditEntry& entry, const std::string& previous);

 private:
  Page m_page;
};

/// Of the chain, as the transaction sees it that `connection` is in.
AuditEntry head_of(Connection& connection);

}  // namespace gridvisit::store::sqlite
