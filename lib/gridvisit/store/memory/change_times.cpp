#include <algorithm>

#include "gridvisit/store/fact_encoding.hpp"
#include "gridvisit/store/memory/groups.hpp"

namespace gridvisit::store::memory {
namespace {

std::int64_t entry_being_written(const Tables& tables) {
  return std::ssize(tables.audit) + 1;
}

std::chrono::sys_seconds written_at(const Page& page, const RecordKey& key) {
  const std::pair fact{key.kind, key.id};
  const auto& tables = page.tables;
  if (page.written.contains(fact)) return page.now;
  for (auto at = tables.contents.size(); at-- > 0;)
    if (tables.contents[at].contains(fact)) return tables.audit[at].at;
  return page.now;
}

ChangeTimes times_on_record(const Page& page, const RecordKey& key) {
  const auto& all = page.tables.change_times;
  const auto last = std::find_if(all.rbegin(), all.rend(), [&](const StoredChangeTimes& stored) {
    return stored.record == key;
  });
  return last == all.rend() ? ChangeTimes{written_at(page, key)} : last->times;
}

void write_times(Page& page, const RecordKey& key, const ChangeTimes& times) {
  auto& all = page.tables.change_times;
  const auto entry = entry_being_written(page.tables);
  auto at = std::ranges::find_if(all, [&](const StoredChangeTimes& stored) {
    return stored.record == key && stored.entry == entry;
  });
  if (at == all.end()) at = all.insert(at, {key, entry, {}});
  at->times = times;
  page.note(FactKind::change_times, at - all.begin() + 1, digest_of(key, times));
}

}  // namespace

void note_change(Page& page, const RecordId& record, const FieldNames& fields) {
  const auto key = key_of(record);
  auto times = times_on_record(page, key);
  change_fields(times, fields, page.now);
  write_times(page, key, times);
}

ChangeTimes MemoryChanges::times(const RecordId& record) const {
  return times_on_record(m_page, key_of(record));
}

void MemoryChanges::set_times(const RecordId& record, const ChangeTimes& times) {
  write_times(m_page, key_of(record), times);
}

}  // namespace gridvisit::store::memory
