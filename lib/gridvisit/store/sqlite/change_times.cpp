#include "gridvisit/store/sqlite/change_times.hpp"

#include <array>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/sqlite/rows.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_last_times = R"sql(
  SELECT times FROM change_times WHERE kind = :kind AND record = :record
  ORDER BY entry DESC LIMIT 1)sql";

constexpr auto* k_write_times = R"sql(
  INSERT INTO change_times (kind, record, times, checksum, entry)
  VALUES (:kind, :record, :times, :checksum, :entry)
  ON CONFLICT (kind, record, entry) DO UPDATE SET times = excluded.times,
    checksum = excluded.checksum)sql";

/// When the entry was made that wrote the record, in the order of RecordId. No row: it is not made
/// yet.
constexpr std::array<const char*, std::variant_size_v<RecordId>> k_written_at{
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM area WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM worker WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM assignment WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM leave WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM household WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM residence WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM tag WHERE id = :id)",
    "SELECT at FROM audit WHERE sequence = (SELECT entry FROM holiday WHERE id = :id)"};

ChangeTimes times_on_record(const Page& page, const RecordId& record) {
  const auto key = key_of(record);
  Query kept{page.statements, k_last_times};
  if (kept.bind(":kind", to_string(key.kind)).bind(":record", key.id).next())
    return change_times_of(kept.text());
  Query written{page.statements, k_written_at.at(record.index())};
  return ChangeTimes{written.bind(":id", key.id).next() ? written.instant() : page.writing.at};
}

void write_times(const Page& page, const RecordId& record, const ChangeTimes& times) {
  const auto key = key_of(record);
  Query query{page.statements, k_write_times};
  query.bind(":kind", to_string(key.kind))
      .bind(":record", key.id)
      .bind(":times", gridvisit::to_string(times));
  page.writing.sign(query, FactKind::change_times, digest_of(key, times)).run();
}

}  // namespace

void note_change(const Page& page, const RecordId& record, const FieldNames& fields) {
  auto times = times_on_record(page, record);
  change_fields(times, fields, page.writing.at);
  write_times(page, record, times);
}

ChangeTimes SqliteChanges::times(const RecordId& record) const {
  return times_on_record(m_page, record);
}

void SqliteChanges::set_times(const RecordId& record, const ChangeTimes& times) {
  write_times(m_page, record, times);
}

}  // namespace gridvisit::store::sqlite
