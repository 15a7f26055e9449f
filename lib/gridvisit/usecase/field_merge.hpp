#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "gridvisit/usecase/import_table.hpp"

/// How rows and records on file come together.
namespace gridvisit::usecase {

/// Settles field by field whether what a row says holds, or what is on record. A row that tells
/// when it was changed holds where that was later; of what was changed in the same second the
/// greater value holds, so that every database settles it alike. Any other row is said now, and
/// holds; so is what was edited in a row since it was exported.
class FieldMerge {
 public:
  /// `record` is what the row speaks of; nothing if it adds one.
  FieldMerge(ImportSite site, std::optional<exchange::RowChange> said,
             const std::optional<store::RecordId>& record)
      : m_site{std::move(site)}, m_said{std::move(said)}, m_is_known{record.has_value()} {
    if (!m_said) return;
    m_times = record ? changes().times(*record) : ChangeTimes{m_said->times.whole()};
    m_times_before = m_times;
  }

  template <class Value>
  void replace(exchange::Field field, Value& value, const std::optional<Value>& said) {
    if (!said || !holds(field, value, *said)) return;
    if (std::exchange(value, *said) != *said) m_is_changed = true;
  }

  /// What a row says of days: one that names no first day means the beginning, and one that names
  /// no last day leaves it as it is.
  template <class Row>
  void replace_days(DayRange& days, const Row& said) {
    replace(exchange::Field::from, days.first, std::optional{said.from.value_or(k_beginning)});
    replace(exchange::Field::until, days.last, said.until);
  }

  /// Whether the record is added, or other than it was.
  bool is_changed() const { return !m_is_known || m_is_changed; }
  /// Adds or updates the record in its group of the store, and keeps when it was changed.
  template <class Group, class Record>
  Fate save(Group& group, Record& record) const {
    if (!m_is_known)
      record.id = group.add(record);
    else if (m_is_changed)
      group.update(record);
    keep_times(record.id);
    return fate();
  }
  /// Of a record that has been saved as it is now.
  void keep_times(const store::RecordId& record) const {
    if (m_said && fate() != Fate::same) changes().set_times(record, m_times);
  }
  Fate fate() const {
    if (!m_is_known) return Fate::added;
    if (m_is_changed) return Fate::changed;
    return is_moved() ? Fate::confirmed : Fate::same;
  }

 private:
  bool is_moved() const { return m_times != m_times_before; }

  template <class Value>
  bool holds(exchange::Field field, const Value& value, const Value& said) {
    if (!m_said) return true;
    const auto before = m_times.of(name_of(field));
    auto at = m_said->times.of(name_of(field));
    if (m_is_known && said != value) {
      if (m_said->is_edited(field)) at = std::max(m_site.at, before + std::chrono::seconds{1});
      if (at < before) ++m_site.warnings.overtaken;
      if (at == before && said < value) return false;
    }
    if (m_is_known && at < before) return false;
    m_times.set(name_of(field), at);
    return true;
  }

  store::Changes& changes() const { return m_site.session.changes(); }

  ImportSite m_site;
  std::optional<exchange::RowChange> m_said;
  bool m_is_known;
  ChangeTimes m_times, m_times_before;
  bool m_is_changed = false;
};

/// The days of a record as its row alone tells them.
template <class Row>
DayRange days_said(const Row& said) {
  return {said.from.value_or(k_beginning), said.until.value_or(k_forever)};
}

/// Of dated records, the one that begins on the first of the days; failing that the last one that
/// shares a day with them, where a row may speak of that too: it is from another database, which
/// has corrected the first day, or names no day.
template <class Record>
const Record* meant_among(const std::vector<Record>& known, const DayRange& days,
                          bool or_overlapping) {
  const Record* last = nullptr;
  for (const auto& record : known) {
    if (record.days.first == days.first) return &record;
    if (or_overlapping && record.days.overlaps(days)) last = &record;
  }
  return last;
}

/// Of a record that may not be there: a pointer, or an optional.
template <class Found>
std::optional<store::RecordId> id_of(const Found& record) {
  if (!record) return std::nullopt;
  return record->id;
}

}  // namespace gridvisit::usecase
