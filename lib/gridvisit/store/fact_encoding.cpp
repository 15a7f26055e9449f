#include "gridvisit/store/fact_encoding.hpp"

#include <optional>

namespace gridvisit::store {
namespace {

void put(ContentHash& hash, std::int64_t number) {
  hash.add(number);
}

void put(ContentHash& hash, std::string_view text) {
  hash.add(text);
}

template <class Kind>
void put(ContentHash& hash, Id<Kind> id) {
  hash.add(id.value);
}

void put(ContentHash& hash, Day day) {
  hash.add(std::int64_t{day.time_since_epoch().count()});
}

void put(ContentHash& hash, std::chrono::sys_seconds instant) {
  hash.add(std::int64_t{instant.time_since_epoch().count()});
}

void put(ContentHash& hash, TimeOfDay time) {
  hash.add(std::int64_t{time.count()});
}

void put(ContentHash& hash, const DayRange& days) {
  put(hash, days.first);
  put(hash, days.last);
}

/// A text of no bytes is no number: nothing is told apart from every value.
template <class Value>
void put(ContentHash& hash, const std::optional<Value>& value) {
  if (value)
    put(hash, *value);
  else
    hash.add("");
}

void put(ContentHash& hash, const std::vector<std::string>& texts) {
  put(hash, static_cast<std::int64_t>(texts.size()));
  for (const auto& text : texts) hash.add(text);
}

void put(ContentHash& hash, const FigureNumbers& numbers) {
  for (const auto& number : numbers) put(hash, number);
}

template <class... Values>
std::string digest(const Values&... values) {
  ContentHash hash;
  (put(hash, values), ...);
  return hash.bytes();
}

}  // namespace

std::string digest_of(const Area& area) {
  return digest(area.code, area.name, area.kind, area.parent);
}

std::string digest_of(const Worker& worker, std::string_view personal_digest) {
  return digest(worker.code, personal_digest);
}

std::string digest_of(const Assignment& assignment) {
  return digest(assignment.worker, assignment.grid, gridvisit::to_string(assignment.role),
                assignment.days);
}

std::string digest_of(const Leave& leave) {
  return digest(leave.worker, leave.kind, leave.days);
}

std::string digest_of(const Household& household, std::string_view personal_digest) {
  return digest(household.code, household.building, household.unit, household.room,
                household.people, personal_digest);
}

std::string digest_of(const Residence& residence) {
  return digest(residence.household, residence.grid, residence.days);
}

std::string digest_of(const Category& category) {
  return digest(category.code, category.name_zh, category.name_en, category.groups);
}

std::string digest_of(const Tag& tag, std::string_view note_digest) {
  return digest(tag.household, tag.category, tag.days, note_digest);
}

std::string digest_of(const Visit& visit, std::string_view note_digest) {
  const auto& said = visit.said;
  return digest(said.household, said.worker, said.day, said.time, gridvisit::to_string(said.mode),
                gridvisit::to_string(said.outcome), note_digest, said.replaces, visit.recorded_at);
}

std::string digest_of(const Void& cancellation) {
  return digest(cancellation.at, cancellation.by, cancellation.reason);
}

std::string digest_of(const Patrol& patrol, std::string_view note_digest) {
  return digest(patrol.grid, patrol.worker, patrol.day, gridvisit::to_string(patrol.half),
                note_digest);
}

std::string digest_of(const StoredPolicy& policy) {
  return digest(policy.name, policy.from, policy.toml, policy.loaded_at);
}

std::string digest_of(const Erasure& erasure) {
  return digest(erasure.household, erasure.notes_before, erasure.reason);
}

std::string digest_of(const Member& member) {
  return digest(member.user, to_string(member.authority), member.worker, member.since);
}

std::string digest_of_end(std::chrono::sys_seconds at) {
  return digest(at);
}

std::string digest_of(const Holiday& holiday) {
  return digest(holiday.day, gridvisit::to_string(holiday.kind), holiday.name);
}

std::string digest_of(const Closing& closing) {
  return digest(closing.month.first, closing.at, closing.by, closing.today, closing.head,
                closing.head_hash);
}

std::string digest_of(const StoredFigure& figure) {
  return digest(figure.closing, figure.worker, figure.grid, figure.rule, figure.numbers);
}

std::string digest_of(const RecordKey& record, const ChangeTimes& times) {
  return digest(to_string(record.kind), record.id, gridvisit::to_string(times));
}

SaltedDigest personal_digest(const Worker& worker) {
  return salted_digest({worker.name, worker.phone});
}

SaltedDigest personal_digest(const Household& household) {
  return salted_digest({household.address, household.name, household.phone, household.situation,
                        household.difficulties, household.needs});
}

SaltedDigest note_digest(std::string_view note) {
  return note.empty() ? SaltedDigest{} : salted_digest({note});
}

}  // namespace gridvisit::store
