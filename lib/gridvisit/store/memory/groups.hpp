#pragma once

#include "gridvisit/store/changed_fields.hpp"
#include "gridvisit/store/memory/tables.hpp"
#include "gridvisit/store/store.hpp"

/// The parts of a session, one for each group of tables.
namespace gridvisit::store::memory {

/// The named fields of the record are changed by this session, and all others were when they were.
/// Goes before the change: what says when a record was changed may be the entry that wrote it.
void note_change(Page& page, const RecordId& record, const FieldNames& fields);

/// Of a record that becomes `after`. Error(refused) if it is not there.
template <class Identity, class Record>
void note_update(Page& page, const std::map<Identity, Record>& table, const Record& after) {
  require(table, after.id);
  note_change(page, after.id, changed_fields(table.at(after.id), after));
}

class MemoryAreas final : public Areas {
 public:
  explicit MemoryAreas(Page page) : m_page{page} {}
  std::optional<Area> find(std::string_view code) const override;
  AreaTree tree(std::optional<AreaId> root) const override;
  AreaId add(const Area& area) override;
  void update(const Area& area) override;

 private:
  void save(const Area& area);

  Page m_page;
};

class MemoryWorkers final : public Workers {
 public:
  explicit MemoryWorkers(Page page) : m_page{page} {}
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
  void save(const Worker& worker);
  void save(const Assignment& assignment);
  void save(const Leave& leave);

  Page m_page;
};

class MemoryHouseholds final : public Households {
 public:
  explicit MemoryHouseholds(Page page) : m_page{page} {}
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
  void save(const Household& household);
  void save(const Residence& residence);
  void save(const Tag& tag);

  Page m_page;
};

class MemoryCategories final : public Categories {
 public:
  explicit MemoryCategories(Page page) : m_page{page} {}
  std::vector<Category> all() const override;
  CategoryId add(const Category& category) override;

 private:
  Page m_page;
};

class MemoryVisits final : public Visits {
 public:
  explicit MemoryVisits(Page page) : m_page{page} {}
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
  Page m_page;
};

class MemoryPolicies final : public Policies {
 public:
  explicit MemoryPolicies(Page page) : m_page{page} {}
  std::vector<StoredPolicy> all() const override;
  void add(const StoredPolicy& policy) override;

 private:
  Page m_page;
};

class MemoryMembers final : public Members {
 public:
  explicit MemoryMembers(Page page) : m_page{page} {}
  std::vector<Member> all() const override;
  MemberId add(const Member& member) override;
  void end(MemberId member, std::chrono::sys_seconds at) override;

 private:
  Page m_page;
};

class MemoryHolidays final : public Holidays {
 public:
  explicit MemoryHolidays(Page page) : m_page{page} {}
  std::optional<Holiday> find(Day day) const override;
  std::vector<Holiday> in(const DayRange& days) const override;
  HolidayId add(const Holiday& holiday) override;
  void update(const Holiday& holiday) override;

 private:
  void save(const Holiday& holiday);

  Page m_page;
};

class MemoryClosings final : public Closings {
 public:
  explicit MemoryClosings(Page page) : m_page{page} {}
  std::vector<Closing> all() const override;
  void each_figure(ClosingId closing,
                   const std::function<void(const compliance::Figure&)>& see) const override;
  ClosingId add(const Closing& closing) override;
  void add(ClosingId closing, const compliance::Figure& figure) override;

 private:
  Page m_page;
};

class MemoryErasures final : public Erasures {
 public:
  explicit MemoryErasures(Page page) : m_page{page} {}
  std::vector<Erasure> all() const override { return m_page.tables.erasures; }
  ErasureId add(const Erasure& erasure) override;

 private:
  Page m_page;
};

class MemoryFacts final : public Facts {
 public:
  explicit MemoryFacts(Page page) : m_page{page} {}
  compliance::GridFacts of_grid(AreaId grid, const FactsRequest& request) const override;
  compliance::WorkerFacts of_worker(WorkerId worker, const FactsRequest& request) const override;
  compliance::HouseholdFacts of_household(HouseholdId household,
                                          const FactsRequest& request) const override;

 private:
  Page m_page;
};

class MemoryChanges final : public Changes {
 public:
  explicit MemoryChanges(Page page) : m_page{page} {}
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

class MemoryAudit final : public Audit {
 public:
  explicit MemoryAudit(Page page) : m_page{page} {}
  AuditEntry head() const override;
  std::optional<AuditEntry> find(std::int64_t sequence) const override;
  void each(std::int64_t first, const std::function<bool(const AuditEntry&)>& see) const override;
  void each_change_of_ground(std::int64_t sequence,
                             const std::function<bool(const AuditEntry&)>& see) const override;
  void verify(const std::function<void(const Message&)>& see,
              const Onlooker& onlooker) const override;

 private:
  Page m_page;
};

}  // namespace gridvisit::store::memory
