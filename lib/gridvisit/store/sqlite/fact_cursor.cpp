#include "gridvisit/store/sqlite/fact_cursor.hpp"

#include "gridvisit/base/text.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

/// Each statement gives entry, id, checksum, and then the columns that the digest is made of.
constexpr auto* k_facts_of_areas = R"sql(
  SELECT entry, id, checksum, code, name, kind, parent FROM area
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, code, name, kind, parent FROM area_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_workers = R"sql(
  SELECT entry, id, checksum, code, personal FROM worker
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, code, personal FROM worker_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_assignments = R"sql(
  SELECT entry, id, checksum, worker, grid, role, from_day, until_day FROM assignment
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, worker, grid, role, from_day, until_day FROM assignment_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_leaves = R"sql(
  SELECT entry, id, checksum, worker, from_day, until_day, kind FROM leave
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, worker, from_day, until_day, kind FROM leave_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_households = R"sql(
  SELECT entry, id, checksum, code, building, unit, room, people, personal FROM household
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, code, building, unit, room, people, personal FROM household_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_residences = R"sql(
  SELECT entry, id, checksum, household, grid, from_day, until_day FROM residence
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, household, grid, from_day, until_day FROM residence_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_categories = R"sql(
  SELECT entry, id, checksum, code, name_zh, name_en,
    (SELECT group_concat(name, ' ') FROM (
      SELECT name FROM category_group WHERE category = category.id ORDER BY position))
  FROM category
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_tags = R"sql(
  SELECT entry, id, checksum, household, category, from_day, until_day, note_digest FROM tag
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, household, category, from_day, until_day, note_digest FROM tag_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_visits = R"sql(
  SELECT entry, id, checksum, household, worker, day, minute, mode, outcome, note_digest,
    replaces, recorded_at
  FROM visit
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_voids = R"sql(
  SELECT entry, visit, checksum, at, by, reason FROM visit_void
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, visit)sql";

constexpr auto* k_facts_of_patrols = R"sql(
  SELECT entry, id, checksum, grid, worker, day, half, note_digest FROM patrol
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_policies = R"sql(
  SELECT entry, id, checksum, name, from_day, toml, loaded_at FROM policy
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_erasures = R"sql(
  SELECT entry, id, checksum, household, notes_before, reason FROM erasure
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_members = R"sql(
  SELECT entry, id, checksum, user, authority, worker, since FROM member
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_member_ends = R"sql(
  SELECT entry, member, checksum, at FROM member_end
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, member)sql";

constexpr auto* k_holidays = R"sql(
  SELECT entry, id, checksum, day, kind, name FROM holiday
  WHERE entry BETWEEN :first AND :last
  UNION ALL
  SELECT entry, id, checksum, day, kind, name FROM holiday_past
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_closings = R"sql(
  SELECT entry, id, checksum, month, at, by, today, head, head_hash FROM closing
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_figures = R"sql(
  SELECT entry, id, checksum, closing, worker, grid, rule, kind, verdict, first, second, third,
    fourth, year_verdict, year_done, year_required, year_required_full, average_tenths, on_pace,
    needed
  FROM figure
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

constexpr auto* k_facts_of_change_times = R"sql(
  SELECT entry, id, checksum, kind, record, times FROM change_times
  WHERE entry BETWEEN :first AND :last
  ORDER BY entry, id)sql";

template <class Identity>
std::optional<Identity> optional_id(Query& row) {
  const auto number = row.optional_number();
  return number ? std::optional{Identity{*number}} : std::nullopt;
}

std::string area_digest(Query& row) {
  Area area;
  area.code = row.text();
  area.name = row.text();
  area.kind = row.text();
  area.parent = optional_id<AreaId>(row);
  return digest_of(area);
}

std::string worker_digest(Query& row) {
  Worker worker;
  worker.code = row.text();
  return digest_of(worker, row.text());
}

std::string assignment_digest(Query& row) {
  Assignment assignment;
  assignment.worker = row.id<WorkerId>();
  assignment.grid = row.id<AreaId>();
  assignment.role = role_of(row.text());
  assignment.days = row.days();
  return digest_of(assignment);
}

std::string leave_digest(Query& row) {
  Leave leave;
  leave.worker = row.id<WorkerId>();
  leave.days = row.days();
  leave.kind = row.text();
  return digest_of(leave);
}

std::string household_digest(Query& row) {
  Household household;
  for (auto* field : {&household.code, &household.building, &household.unit, &household.room})
    *field = row.text();
  if (const auto people = row.optional_number()) household.people = static_cast<int>(*people);
  return digest_of(household, row.text());
}

std::string residence_digest(Query& row) {
  Residence residence;
  residence.household = row.id<HouseholdId>();
  residence.grid = row.id<AreaId>();
  residence.days = row.days();
  return digest_of(residence);
}

std::string category_digest(Query& row) {
  Category category;
  category.code = row.text();
  category.name_zh = row.text();
  category.name_en = row.text();
  const auto groups = row.text();
  if (!groups.empty())
    for (const auto group : split(groups, ' ')) category.groups.emplace_back(group);
  return digest_of(category);
}

std::string tag_digest(Query& row) {
  Tag tag;
  tag.household = row.id<HouseholdId>();
  tag.category = row.id<CategoryId>();
  tag.days = row.days();
  return digest_of(tag, row.text());
}

std::string visit_digest(Query& row) {
  Visit visit;
  auto& said = visit.said;
  said.household = row.id<HouseholdId>();
  said.worker = row.id<WorkerId>();
  said.day = row.day();
  if (const auto minute = row.optional_number()) said.time = TimeOfDay{*minute};
  said.mode = mode_of(row.number());
  said.outcome = outcome_of(row.number());
  const auto note = row.text();
  said.replaces = optional_id<VisitId>(row);
  visit.recorded_at = row.instant();
  return digest_of(visit, note);
}

std::string void_digest(Query& row) {
  Void cancellation;
  cancellation.at = row.instant();
  cancellation.by = row.text();
  cancellation.reason = row.text();
  return digest_of(cancellation);
}

std::string patrol_digest(Query& row) {
  Patrol patrol;
  patrol.grid = row.id<AreaId>();
  patrol.worker = row.id<WorkerId>();
  patrol.day = row.day();
  patrol.half = half_of(row.text());
  return digest_of(patrol, row.text());
}

std::string policy_digest(Query& row) {
  StoredPolicy policy;
  policy.name = row.text();
  const auto from = row.optional_number();
  policy.from = from ? Day{std::chrono::days{*from}} : k_beginning;
  policy.toml = row.text();
  policy.loaded_at = row.instant();
  return digest_of(policy);
}

std::string erasure_digest(Query& row) {
  Erasure erasure;
  erasure.household = optional_id<HouseholdId>(row);
  if (const auto day = row.optional_number()) erasure.notes_before = Day{std::chrono::days{*day}};
  erasure.reason = row.text();
  return digest_of(erasure);
}

std::string member_digest(Query& row) {
  Member member;
  member.user = row.text();
  member.authority = authority_of(row.text());
  member.worker = optional_id<WorkerId>(row);
  member.since = row.instant();
  return digest_of(member);
}

std::string member_end_digest(Query& row) {
  return digest_of_end(row.instant());
}

std::string holiday_digest(Query& row) {
  Holiday holiday;
  holiday.day = row.day();
  holiday.kind = day_kind_of(row.text());
  holiday.name = row.text();
  return digest_of(holiday);
}

std::string closing_digest(Query& row) {
  Closing closing;
  closing.month.first = row.day();
  closing.at = row.instant();
  closing.by = row.text();
  closing.today = row.day();
  closing.head = row.number();
  closing.head_hash = row.text();
  return digest_of(closing);
}

std::string figure_digest(Query& row) {
  return digest_of(read_figure(row));
}

std::string change_times_digest(Query& row) {
  const RecordKey record{fact_kind_of(row.text()), row.number()};
  return digest_of(record, change_times_of(row.text()));
}

struct FactTable {
  const char* select;
  std::string (*digest)(Query&);
};

/// In the order of FactKind.
constexpr std::array<FactTable, k_fact_kinds.size()> k_tables{{
    {k_facts_of_areas, area_digest},
    {k_facts_of_workers, worker_digest},
    {k_facts_of_assignments, assignment_digest},
    {k_leaves, leave_digest},
    {k_facts_of_households, household_digest},
    {k_residences, residence_digest},
    {k_categories, category_digest},
    {k_facts_of_tags, tag_digest},
    {k_visits, visit_digest},
    {k_voids, void_digest},
    {k_facts_of_patrols, patrol_digest},
    {k_policies, policy_digest},
    {k_erasures, erasure_digest},
    {k_members, member_digest},
    {k_member_ends, member_end_digest},
    {k_holidays, holiday_digest},
    {k_closings, closing_digest},
    {k_facts_of_figures, figure_digest},
    {k_facts_of_change_times, change_times_digest},
}};

const FactTable& table_of(FactKind kind) {
  return k_tables[static_cast<std::size_t>(kind)];
}

/// A row that says nonsense differs from any that was written.
std::string digest_unless_nonsense(FactKind kind, Query& row) {
  try {
    return table_of(kind).digest(row);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::damaged) throw;
    return {};
  }
}

}  // namespace

FactCursor::FactCursor(Statements& statements, FactKind kind, std::int64_t first_entry,
                       std::int64_t last_entry)
    : m_kind{kind}, m_query{std::make_unique<Query>(statements, table_of(kind).select)} {
  m_query->bind(":first", first_entry).bind(":last", last_entry);
  advance();
}

void FactCursor::advance() {
  if (!m_query->next()) {
    m_row.reset();
    return;
  }
  FactRow row{m_query->number(), m_query->number(), m_query->number(), {}};
  row.digest = digest_unless_nonsense(m_kind, *m_query);
  m_row = std::move(row);
}

std::string written_content(Statements& statements, const Writing& writing) {
  EntryContent content;
  for (const auto kind : writing.kinds)
    for (FactCursor facts{statements, kind, writing.entry, writing.entry}; facts.row();
         facts.advance())
      content.add(kind, facts.row()->id, facts.row()->digest);
  return content.hexadecimal();
}

}  // namespace gridvisit::store::sqlite
