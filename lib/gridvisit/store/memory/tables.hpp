#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/refusals.hpp"

namespace gridvisit::store::memory {

/// The digests of the facts that one entry wrote.
using Written = std::map<std::pair<FactKind, std::int64_t>, std::string>;

/// What an entry says of when a record was changed.
struct StoredChangeTimes {
  RecordKey record;
  std::int64_t entry = 0;
  ChangeTimes times;
};

/// Everything that one version of the data holds.
struct Tables {
  std::map<AreaId, Area> areas;
  std::map<WorkerId, Worker> workers;
  std::map<AssignmentId, Assignment> assignments;
  std::map<LeaveId, Leave> leaves;
  std::map<HouseholdId, Household> households;
  std::map<ResidenceId, Residence> residences;
  std::map<CategoryId, Category> categories;
  std::map<TagId, Tag> tags;
  std::map<VisitId, Visit> visits;
  std::map<VisitId, Void> voids;
  std::map<PatrolId, Patrol> patrols;
  std::vector<StoredPolicy> policies;
  std::vector<Erasure> erasures;
  std::map<MemberId, Member> members;
  std::map<HolidayId, Holiday> holidays;
  std::map<ClosingId, Closing> closings;
  std::vector<std::pair<ClosingId, compliance::Figure>> figures;
  std::vector<StoredChangeTimes> change_times;  ///< their place, from 1, is the fact's number
  std::vector<AuditEntry> audit;
  std::vector<Written> contents;  ///< of each entry
};

/// What the groups of one session work on.
struct Page {
  Tables& tables;
  Written& written;
  std::chrono::sys_seconds now;  ///< as the session's author says

  void note(FactKind kind, std::int64_t id, std::string digest) {
    written.insert_or_assign({kind, id}, std::move(digest));
  }
};

/// The id after the last one.
template <class Identity, class Record>
Identity next_id(const std::map<Identity, Record>& table) {
  return {table.empty() ? 1 : table.rbegin()->first.value + 1};
}

template <class Identity, class Record>
void require(const std::map<Identity, Record>& table, Identity id) {
  if (!table.contains(id)) throw record_refused();
}

/// The records for which `fits` holds, in order of their ids.
template <class Identity, class Record, class Fits>
std::vector<Record> records_where(const std::map<Identity, Record>& table, Fits fits) {
  std::vector<Record> result;
  for (const auto& [id, record] : table)
    if (fits(record)) result.push_back(record);
  return result;
}

template <class Identity, class Record>
std::optional<Record> record_coded(const std::map<Identity, Record>& table, std::string_view code) {
  for (const auto& [id, record] : table)
    if (record.code == code) return record;
  return std::nullopt;
}

/// Whether a record other than `record` itself has its code.
template <class Identity, class Record>
bool code_taken(const std::map<Identity, Record>& table, const Record& record) {
  const auto holder = record_coded(table, record.code);
  return holder && holder->id != record.id;
}

/// Dated records of one owner, by first day.
template <class Record>
std::vector<Record> by_first_day(std::vector<Record> records) {
  std::ranges::stable_sort(records, {}, [](const Record& record) { return record.days.first; });
  return records;
}

/// The grid that the household lived in that day; empty if in none.
AreaId grid_on(const Tables& tables, HouseholdId household, Day day);

}  // namespace gridvisit::store::memory
