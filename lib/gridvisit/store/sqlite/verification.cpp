#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/fact_cursor.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/file_reading.hpp"
#include "gridvisit/store/sqlite/household_pairs.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

namespace gridvisit::store::sqlite {
namespace {

using See = std::function<void(const Message&)>;

constexpr auto* k_integrity = "PRAGMA integrity_check";
constexpr auto* k_foreign_keys = R"sql(
  SELECT "table", rowid FROM pragma_foreign_key_check)sql";

constexpr auto* k_stray_grids = R"sql(
  SELECT id FROM visit
  WHERE grid IS NOT (
    SELECT residence.grid FROM residence
    WHERE residence.household = visit.household AND coalesce(from_day, visit.day) <= visit.day
      AND coalesce(until_day, visit.day) >= visit.day
    ORDER BY residence.id LIMIT 1)
  ORDER BY id)sql";

/// What people call the record with the number `:id`, in the order of FactKind.
constexpr std::array<const char*, k_fact_kinds.size()> k_names{
    "SELECT code FROM area WHERE id = :id",
    "SELECT code FROM worker WHERE id = :id",
    R"sql(
      SELECT worker.code || ' ' || area.code
      FROM assignment JOIN worker ON worker.id = worker JOIN area ON area.id = grid
      WHERE assignment.id = :id)sql",
    "SELECT worker.code FROM leave JOIN worker ON worker.id = worker WHERE leave.id = :id",
    "SELECT code FROM household WHERE id = :id",
    R"sql(
      SELECT household.code || ' ' || area.code
      FROM residence JOIN household ON household.id = household JOIN area ON area.id = grid
      WHERE residence.id = :id)sql",
    "SELECT code FROM category WHERE id = :id",
    R"sql(
      SELECT household.code || ' ' || category.code
      FROM tag JOIN household ON household.id = household JOIN category ON category.id = category
      WHERE tag.id = :id)sql",
    "SELECT id FROM visit WHERE id = :id",
    "SELECT visit FROM visit_void WHERE visit = :id",
    R"sql(
      SELECT area.code || ' ' || date(day * 86400, 'unixepoch') || ' ' || half
      FROM patrol JOIN area ON area.id = grid WHERE patrol.id = :id)sql",
    "SELECT name FROM policy WHERE id = :id",
    "SELECT id FROM erasure WHERE id = :id",
    "SELECT user FROM member WHERE id = :id",
    "SELECT user FROM member WHERE id = :id",
    "SELECT date(day * 86400, 'unixepoch') FROM holiday WHERE id = :id",
    "SELECT strftime('%Y-%m', month * 86400, 'unixepoch') FROM closing WHERE id = :id",
    R"sql(
      SELECT strftime('%Y-%m', month * 86400, 'unixepoch') || ' ' ||
        coalesce(worker.code, area.code, '-') || ' ' || rule
      FROM figure JOIN closing ON closing.id = closing
        LEFT JOIN worker ON worker.id = worker LEFT JOIN area ON area.id = grid
      WHERE figure.id = :id)sql",
    "SELECT kind || ' ' || record FROM change_times WHERE id = :id",
};

/// Texts that may be erased, with what must fit them: id, digest, salt, whether an erasure after
/// the texts were written took them, and the texts.
struct TextsTable {
  FactKind kind;
  int texts;
  const char* select;
};
constexpr std::array k_texts{
    TextsTable{FactKind::worker, 2, "SELECT id, personal, salt, 0, name, phone FROM worker"},
    TextsTable{FactKind::household, 6, R"sql(
      SELECT id, personal, salt,
        CASE WHEN salt = x'' THEN EXISTS (
          SELECT 1 FROM erasure
          WHERE erasure.household = household.id AND erasure.entry > household.entry) END,
        address, name, phone, situation, difficulties, needs
      FROM household)sql"},
    TextsTable{FactKind::tag, 1, R"sql(
      SELECT id, note_digest, salt,
        CASE WHEN salt = x'' THEN EXISTS (
          SELECT 1 FROM erasure
          WHERE erasure.household = tag.household AND erasure.entry > tag.entry) END,
        note
      FROM tag)sql"},
    TextsTable{FactKind::visit, 1, R"sql(
      SELECT id, note_digest, salt,
        CASE WHEN salt IS NULL THEN EXISTS (
          SELECT 1 FROM erasure
          WHERE (erasure.household = visit.household OR erasure.notes_before > visit.day)
            AND erasure.entry > visit.entry) END,
        text
      FROM visit LEFT JOIN visit_note ON visit_note.visit = visit.id
      WHERE note_digest IS NOT NULL OR text IS NOT NULL)sql"},
    TextsTable{FactKind::patrol, 1, R"sql(
      SELECT id, note_digest, salt,
        CASE WHEN salt IS NULL THEN EXISTS (
          SELECT 1 FROM erasure
          WHERE erasure.notes_before > patrol.day AND erasure.entry > patrol.entry) END,
        text
      FROM patrol LEFT JOIN patrol_note ON patrol_note.patrol = patrol.id
      WHERE note_digest IS NOT NULL OR text IS NOT NULL)sql"},
};

/// What a record is called, in the order of FactKind.
constexpr std::array<TextId, k_fact_kinds.size()> k_nouns{
    translatable_in("record", "area"),
    translatable_in("record", "worker"),
    translatable_in("record", "assignment"),
    translatable_in("record", "leave"),
    translatable_in("record", "household"),
    translatable_in("record", "residence"),
    translatable_in("record", "category"),
    translatable_in("record", "tag"),
    translatable_in("record", "visit"),
    translatable_in("record", "void of visit"),
    translatable_in("record", "patrol"),
    translatable_in("record", "policy"),
    translatable_in("record", "erasure"),
    translatable_in("record", "member"),
    translatable_in("record", "end of member"),
    translatable_in("record", "day of the holiday table"),
    translatable_in("record", "closing of the month"),
    translatable_in("record", "figure kept of"),
    translatable_in("record", "record of changes of")};

TextId noun(FactKind kind) {
  return k_nouns[static_cast<std::size_t>(kind)];
}

std::string name_of(Statements& statements, FactKind kind, std::int64_t id) {
  Query query{statements, k_names[static_cast<std::size_t>(kind)]};
  return query.bind(":id", id).next() ? query.text() : std::to_string(id);
}

bool tells_of_migration(const AuditEntry& entry) {
  return entry.operation == k_migration &&
         std::ranges::any_of(schema_steps(), [&](const SchemaStep& step) {
           return content_of_migration(step) == entry.content_hash;
         });
}

constexpr auto* k_count_facts = R"sql(
  SELECT (SELECT count(*) FROM area) + (SELECT count(*) FROM area_past)
    + (SELECT count(*) FROM worker) + (SELECT count(*) FROM worker_past)
    + (SELECT count(*) FROM assignment) + (SELECT count(*) FROM assignment_past)
    + (SELECT count(*) FROM leave) + (SELECT count(*) FROM leave_past)
    + (SELECT count(*) FROM household) + (SELECT count(*) FROM household_past)
    + (SELECT count(*) FROM residence) + (SELECT count(*) FROM residence_past)
    + (SELECT count(*) FROM tag) + (SELECT count(*) FROM tag_past)
    + (SELECT count(*) FROM holiday) + (SELECT count(*) FROM holiday_past)
    + (SELECT count(*) FROM category) + (SELECT count(*) FROM visit)
    + (SELECT count(*) FROM visit_void) + (SELECT count(*) FROM patrol)
    + (SELECT count(*) FROM policy) + (SELECT count(*) FROM erasure)
    + (SELECT count(*) FROM member) + (SELECT count(*) FROM member_end)
    + (SELECT count(*) FROM closing) + (SELECT count(*) FROM figure)
    + (SELECT count(*) FROM change_times))sql";

/// Looks at no row, so it costs little beside what it foretells; nothing where nobody looks.
std::optional<std::uint64_t> facts_to_check(Statements& statements, const Onlooker& onlooker) {
  if (!onlooker) return std::nullopt;
  Query query{statements, k_count_facts};
  query.next();
  return static_cast<std::uint64_t>(query.number());
}

/// Compares what every entry wrote with what stands in the tables, entry by entry.
class ChainCheck {
 public:
  ChainCheck(Statements& statements, const See& see, const Onlooker& onlooker)
      : m_statements{statements},
        m_see{see},
        m_stage{onlooker, translatable("Checking records"), WorkUnit::rows,
                facts_to_check(statements, onlooker)} {
    constexpr auto k_any = std::numeric_limits<std::int64_t>::max();
    for (const auto kind : k_fact_kinds) m_facts.emplace_back(statements, kind, -k_any, k_any);
  }

  void check(const AuditEntry& entry) {
    if (!follows(m_previous, entry))
      m_see(message("Audit entry {0} was changed, or does not follow the one before it.",
                    entry.sequence));
    pass_strays_before(entry.sequence);
    check_content(entry);
    m_previous = entry;
  }

  void finish() { pass_strays_before(std::numeric_limits<std::int64_t>::max()); }

 private:
  void pass(FactCursor& facts) {
    facts.advance();
    m_stage.add(1);
  }

  void pass_strays_before(std::int64_t sequence) {
    for (auto& facts : m_facts)
      for (; facts.row() && facts.row()->entry < sequence; pass(facts))
        m_see(message("No audit entry tells of the {0} {1}.", noun(facts.kind()), name(facts)));
  }

  void check_content(const AuditEntry& entry) {
    EntryContent content;
    bool any = false, named = false;
    for (auto& facts : m_facts)
      for (; facts.row() && facts.row()->entry == entry.sequence; pass(facts)) {
        const auto& row = *facts.row();
        any = true;
        content.add(facts.kind(), row.id, row.digest);
        if (checksum_of(row.digest) == row.checksum) continue;
        named = true;
        m_see(message("The {0} {1} is not as audit entry {2} ({3}) wrote it.", noun(facts.kind()),
                      name(facts), entry.sequence, entry.operation));
      }
    const bool fits = content.hexadecimal() == entry.content_hash;
    if (!named && !fits && (any || !tells_of_migration(entry)))
      m_see(
          message("What audit entry {0} ({1}) wrote is not what is on record: something is "
                  "missing, or was added or changed.",
                  entry.sequence, join(std::array{entry.operation, entry.reference}, " ")));
  }

  std::string name(const FactCursor& facts) const {
    return name_of(m_statements, facts.kind(), facts.row()->id);
  }

  Statements& m_statements;
  const See& m_see;
  Stage m_stage;
  std::vector<FactCursor> m_facts;
  AuditEntry m_previous;
};

void check_file(Statements& statements, const See& see, const Onlooker& onlooker) {
  const FileReading checking{statements, onlooker, translatable("Checking the file")};
  Query problems{statements, k_integrity};
  while (problems.next()) {
    const auto problem = problems.text();
    if (problem == "ok") continue;
    if (is_disk_failure(statements.database())) throw failure(SQLITE_IOERR_READ);
    see(message("The file is damaged: {0}", problem));
  }
  Query orphans{statements, k_foreign_keys};
  while (orphans.next()) {
    const auto table = orphans.text();
    see(message("The row {0} of the table {1} names a record that does not exist.",
                orphans.number(), table));
  }
}

bool fits(Query& row, int texts) {
  const auto digest = row.text();
  const auto salt = row.text();
  const bool erased = row.number() != 0;
  bool all_empty = true;
  ContentHash hash;
  hash.add(salt);
  for (int text = 0; text < texts; ++text) {
    const auto value = row.text();
    all_empty = all_empty && value.empty();
    hash.add(value);
  }
  if (salt.empty()) return all_empty && (digest.empty() || erased);
  return hash.bytes() == digest;
}

void check_texts(Statements& statements, const TextsTable& table, const See& see, Stage& stage) {
  Query rows{statements, table.select};
  for (; rows.next(); stage.add(1)) {
    const auto id = rows.number();
    if (!fits(rows, table.texts))
      see(message("The texts of the {0} {1} are not those that were saved.", noun(table.kind),
                  name_of(statements, table.kind, id)));
  }
}

void check_grids(Statements& statements, const See& see, const Onlooker& onlooker) {
  const FileReading checking{statements, onlooker, translatable("Checking grids of visits")};
  Query visits{statements, k_stray_grids};
  while (visits.next())
    see(message("Visit {0} is counted in another grid than its household lived in.",
                visits.number()));
}

void check_pairs(Statements& statements, const See& see) {
  if (!are_pairs_sound(statements))
    see(message("What parts of codes, names and addresses are found by does not fit them."));
}

}  // namespace

void SqliteAudit::verify(const std::function<void(const Message&)>& see,
                         const Onlooker& onlooker) const {
  auto& statements = m_page.statements;
  try {
    check_file(statements, see, onlooker);
    ChainCheck chain{statements, see, onlooker};
    each(std::numeric_limits<std::int64_t>::min(), [&](const AuditEntry& entry) {
      chain.check(entry);
      return true;
    });
    chain.finish();
    Stage texts{onlooker, translatable("Checking texts"), WorkUnit::rows};
    for (const auto& table : k_texts) check_texts(statements, table, see, texts);
    check_grids(statements, see, onlooker);
    check_pairs(statements, see);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::damaged) throw;
    see(error.message());
  }
}

}  // namespace gridvisit::store::sqlite
