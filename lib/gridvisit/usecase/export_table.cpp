#include "gridvisit/usecase/export_table.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "gridvisit/base/ahead.hpp"
#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/export_changes.hpp"
#include "gridvisit/usecase/household_codes.hpp"
#include "gridvisit/usecase/visit_identity.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::TableKind;

/// Households are looked at one by one, whatever rows they give; all of them, unless only changes
/// are asked for. Visits are chosen by the store.
Stage stage_of(const store::Session& session, const ExportRequest& request) {
  const bool by_household =
      request.table == TableKind::households || request.table == TableKind::tags;
  std::optional<std::uint64_t> total;
  if (request.onlooker && !request.since) {
    if (by_household) total = session.households().count();
    if (request.table == TableKind::visits && request.days == DayRange{})
      total = session.visits().count();
  }
  const auto unit = by_household ? WorkUnit::households : WorkUnit::rows;
  return {request.onlooker, translatable("Writing"), unit, total};
}

class TableExport {
 public:
  TableExport(const store::Session& session, const ExportRequest& request, const CellSink& sink)
      : m_session{session},
        m_request{request},
        m_table{exchange::table_of(request.table)},
        m_sink{sink},
        m_tree{session.areas().tree()},
        m_stage{stage_of(session, request)},
        m_household_codes{session} {
    for (const auto& worker : session.workers().all()) m_worker_codes[worker.id] = worker.code;
    for (const auto& category : session.categories().all())
      m_category_codes[category.id] = category.code;
  }

  std::int64_t run() {
    switch (m_request.table) {
      case TableKind::areas:
        hand_out_areas();
        break;
      case TableKind::workers:
        hand_out_workers();
        break;
      case TableKind::assignments:
        hand_out_assignments();
        break;
      case TableKind::leave:
        hand_out_leave();
        break;
      case TableKind::households:
        each_household([&](const auto& household, AreaId grid) { hand_out(household, grid); });
        break;
      case TableKind::tags:
        hand_out_tags();
        break;
      case TableKind::visits:
        hand_out_visits();
        break;
      case TableKind::patrols:
        hand_out_patrols();
        break;
      case TableKind::holidays:
        hand_out_holidays();
        break;
    }
    return m_count;
  }

 private:
  template <class RowOfTable>
  void hand_out_row(RowOfTable row) {
    if constexpr (requires { exchange::mask(row); })
      if (m_request.personal == Personal::masked) exchange::mask(row);
    auto cells = cells_of(row);
    add_checks(cells, m_table);
    m_sink(cells);
    ++m_count;
  }

  const std::string& area_code(AreaId area) const { return referred_to(m_tree.find(area)).code; }

  /// What changed, of all the ids that `changes` knows of; everything unless that is asked for.
  template <class Identity>
  Choice<Identity> chosen(std::vector<Identity> (store::Changes::*changes)(std::int64_t)
                              const) const {
    if (!m_request.since) return {};
    return Choice<Identity>{(m_session.changes().*changes)(*m_request.since)};
  }

  void hand_out_areas() {
    const auto choice = chosen(&store::Changes::areas);
    for (const auto& area : m_tree.areas())
      if (choice.includes(area.id))
        hand_out_row(exchange::AreaRow{area.code, area.name, area.kind,
                                       area.parent ? area_code(*area.parent) : "",
                                       times_of(area.id)});
  }

  void hand_out_workers() {
    const auto choice = chosen(&store::Changes::workers);
    for (const auto& worker : m_session.workers().all())
      if (choice.includes(worker.id))
        hand_out_row(
            exchange::WorkerRow{worker.code, worker.name, worker.phone, times_of(worker.id)});
  }

  void hand_out_assignments() {
    auto all = m_session.workers().all_assignments();
    std::ranges::sort(all, [&](const Assignment& left, const Assignment& right) {
      if (left.grid != right.grid)
        return compare_natural(area_code(left.grid), area_code(right.grid)) < 0;
      return std::tie(left.days.first, left.id) < std::tie(right.days.first, right.id);
    });
    const auto choice = chosen(&store::Changes::assignments);
    for (const auto& held : all)
      if (choice.includes(held.id) && held.days.overlaps(m_request.days))
        hand_out_row(exchange::AssignmentRow{referred_to(m_worker_codes, held.worker),
                                             area_code(held.grid), held.role, held.days.first,
                                             held.days.last, times_of(held.id)});
  }

  void hand_out_leave() {
    const auto choice = chosen(&store::Changes::leaves);
    for (const auto& worker : m_session.workers().all())
      for (const auto& leave : m_session.workers().leaves_of(worker.id))
        if (choice.includes(leave.id) && leave.days.overlaps(m_request.days))
          hand_out_row(exchange::LeaveRow{worker.code, leave.days.first, leave.days.last,
                                          leave.kind, times_of(leave.id)});
  }

  /// Grid by grid, the households that ever lived there: no more of them are held at a time.
  template <class See>
  void each_household(See see) const {
    std::optional<HouseholdsByGrid> changed;
    if (m_request.since) changed = changed_households(m_session, *m_request.since);
    for (const auto* grid : m_tree.grids(std::nullopt)) {
      auto households = changed ? households_of((*changed)[grid->id]) : households_in(grid->id);
      std::ranges::sort(households, NaturalLess{}, &Household::code);
      for (const auto& household : households) see(household, grid->id);
    }
  }

  std::vector<Household> households_in(AreaId grid) const {
    std::vector<Household> households;
    store::HouseholdFilter lived_there;
    lived_there.grids = std::vector{grid};
    m_session.households().each(lived_there, [&](const Household& household) {
      households.push_back(household);
      return true;
    });
    return households;
  }

  std::vector<Household> households_of(const std::vector<HouseholdId>& ids) const {
    std::vector<Household> households;
    for (const auto id : ids) households.push_back(m_session.households().get(id));
    return households;
  }

  /// A row for each of its residences in the grid. Its tags stand in that of its last residence.
  void hand_out(const Household& household, AreaId grid) {
    const auto residences = m_session.households().residences_of(household.id);
    const auto times = m_session.changes().times(household.id);
    for (const auto& lived : residences) {
      if (lived.grid != grid || !lived.days.overlaps(m_request.days)) continue;
      auto row = row_of(household);
      row.grid = area_code(grid);
      row.from = lived.days.first;
      row.until = lived.days.last;
      row.changed_at = with_residence(times, m_session.changes().times(lived.id));
      if (lived.id == residences.back().id) row.tags = tags_of(household.id, lived.days);
      hand_out_row(std::move(row));
    }
    if (residences.back().grid == grid) m_stage.add(1);
  }

  exchange::RowChange with_residence(ChangeTimes household, const ChangeTimes& residence) const {
    using exchange::Field;
    for (const auto field : {Field::grid, Field::from, Field::until})
      household.set(name_of(field), residence.of(name_of(field)));
    return {exchange::in_one_form(household, m_table)};
  }

  static exchange::HouseholdRow row_of(const Household& household) {
    exchange::HouseholdRow row;
    row.code = household.code;
    row.address = household.address;
    row.building = household.building;
    row.unit = household.unit;
    row.room = household.room;
    row.name = household.name;
    row.phone = household.phone;
    row.people = household.people;
    row.situation = household.situation;
    row.difficulties = household.difficulties;
    row.needs = household.needs;
    return row;
  }

  std::vector<exchange::TagEntry> tags_of(HouseholdId household, const DayRange& residence) const {
    std::vector<exchange::TagEntry> entries;
    for (const auto& tag : m_session.households().tags_of(household)) {
      exchange::TagEntry entry{referred_to(m_category_codes, tag.category), {}};
      if (tag.days != residence) entry.days = tag.days;
      entries.push_back(std::move(entry));
    }
    return entries;
  }

  void hand_out_tags() {
    const auto choice = chosen(&store::Changes::tags);
    each_household(
        [&](const Household& household, AreaId grid) { hand_out_tags(household, grid, choice); });
  }

  /// Once, in the grid of its last residence.
  void hand_out_tags(const Household& household, AreaId grid, const Choice<TagId>& choice) {
    const auto residences = m_session.households().residences_of(household.id);
    if (residences.empty() || residences.back().grid != grid) return;
    m_stage.add(1);
    for (const auto& tag : m_session.households().tags_of(household.id))
      if (choice.includes(tag.id) && tag.days.overlaps(m_request.days))
        hand_out_row(exchange::TagRow{household.code, referred_to(m_category_codes, tag.category),
                                      tag.days.first, tag.days.last, tag.note, times_of(tag.id)});
  }

  void hand_out_visits() {
    store::VisitFilter filter;
    filter.days = m_request.days;
    filter.written_after = m_request.since;
    filter.voided_too = true;
    filter.order = store::VisitOrder::number;
    const auto hand_out = [&](exchange::VisitRow row) {
      hand_out_row(std::move(row));
      m_stage.add(1);
    };
    if (auto ahead = are_many_visits() ? read_ahead(filter) : nullptr) {
      while (auto rows = ahead->take())
        for (auto& row : *rows) hand_out(std::move(row));
      return;
    }
    m_session.visits().each(filter, [&](const store::VisitRecord& record) {
      hand_out(row_of(record));
      return true;
    });
  }

  bool are_many_visits() const {
    constexpr std::int64_t k_many = 20'000;
    return highest_number(m_session).value >= k_many;
  }

  using VisitRows = std::vector<exchange::VisitRow>;

  /// Reading takes as long as writing: each has a thread of its own. Nobody else uses the session
  /// meanwhile.
  std::unique_ptr<Ahead<VisitRows>> read_ahead(const store::VisitFilter& filter) {
    constexpr std::size_t k_most_ahead = 8;
    constexpr std::size_t k_rows_at_once = 256;
    return Ahead<VisitRows>::start(k_most_ahead, [&](const auto& put) {
      VisitRows rows;
      m_session.visits().each(filter, [&](const store::VisitRecord& record) {
        rows.push_back(row_of(record));
        return rows.size() < k_rows_at_once || put(std::exchange(rows, {}));
      });
      if (!rows.empty()) put(std::move(rows));
    });
  }

  void hand_out_patrols() {
    const auto choice = chosen(&store::Changes::patrols);
    for (const auto* grid : m_tree.grids(std::nullopt))
      for (const auto& patrol : patrols_in(grid->id))
        if (choice.includes(patrol.id))
          hand_out_row(exchange::PatrolRow{grid->code, referred_to(m_worker_codes, patrol.worker),
                                           patrol.day, patrol.half, patrol.note});
  }

  std::vector<Patrol> patrols_in(AreaId grid) const {
    auto patrols = m_session.visits().patrols(grid, m_request.days);
    std::ranges::sort(patrols, [&](const Patrol& left, const Patrol& right) {
      return std::tuple{left.day, left.half, referred_to(m_worker_codes, left.worker)} <
             std::tuple{right.day, right.half, referred_to(m_worker_codes, right.worker)};
    });
    return patrols;
  }

  void hand_out_holidays() {
    const auto choice = chosen(&store::Changes::holidays);
    for (const auto& holiday : m_session.holidays().in(m_request.days))
      if (choice.includes(holiday.id))
        hand_out_row(
            exchange::HolidayRow{holiday.day, holiday.kind, holiday.name, times_of(holiday.id)});
  }

  exchange::RowChange times_of(const store::RecordId& record) const {
    return {exchange::in_one_form(m_session.changes().times(record), m_table)};
  }

  exchange::VisitRow row_of(const store::VisitRecord& record) {
    const auto& said = record.visit.said;
    exchange::VisitRow row;
    row.household = m_household_codes.of(said.household);
    row.worker = referred_to(m_worker_codes, said.worker);
    row.day = said.day;
    row.mode = said.mode;
    row.outcome = said.outcome;
    row.time = said.time;
    row.note = said.note;
    row.visit = record.visit.id;
    row.recorded_at = record.visit.recorded_at;
    if (record.voided) {
      row.voided_at = record.voided->at;
      row.void_reason = record.voided->reason;
    }
    row.replaces = said.replaces;
    return row;
  }

  const store::Session& m_session;
  const ExportRequest& m_request;
  const exchange::Table& m_table;
  const CellSink& m_sink;
  AreaTree m_tree;
  Stage m_stage;
  std::unordered_map<WorkerId, std::string> m_worker_codes;
  std::unordered_map<CategoryId, std::string> m_category_codes;
  HouseholdCodes m_household_codes;
  std::int64_t m_count = 0;
};

}  // namespace

std::int64_t export_table(const store::Session& session, const ExportRequest& request,
                          const CellSink& sink) {
  return TableExport{session, request, sink}.run();
}

void record_export(store::Store& store, const store::Authorship& authorship,
                   const store::Operation& what) {
  store.write(authorship)->commit(what);
}

}  // namespace gridvisit::usecase
