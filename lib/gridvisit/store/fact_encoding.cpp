#include "gridvisit/store/fact_encoding.hpp"

#include "gridvisit/base/text.hpp"

namespace gridvisit::store {
namespace {

std::int64_t number_of(Day day) {
  return day.time_since_epoch().count();
}

std::int64_t number_of(std::chrono::sys_seconds instant) {
  return instant.time_since_epoch().count();
}

}  // namespace

void write_fact(ContentHash& hash, const Area& area) {
  hash.add("area").add(area.id.value).add(area.code).add(area.name).add(area.kind);
  hash.add(area.parent.value_or(AreaId{}).value);
}

void write_fact(ContentHash& hash, const Worker& worker, std::string_view personal_digest) {
  hash.add("worker").add(worker.id.value).add(worker.code).add(personal_digest);
}

void write_fact(ContentHash& hash, const Assignment& assignment) {
  hash.add("assignment").add(assignment.id.value).add(assignment.worker.value);
  hash.add(assignment.grid.value).add(to_string(assignment.role));
  hash.add(number_of(assignment.days.first)).add(number_of(assignment.days.last));
}

void write_fact(ContentHash& hash, const Leave& leave) {
  hash.add("leave").add(leave.id.value).add(leave.worker.value).add(leave.kind);
  hash.add(number_of(leave.days.first)).add(number_of(leave.days.last));
}

void write_fact(ContentHash& hash, const Household& household, std::string_view personal_digest) {
  hash.add("household").add(household.id.value).add(household.code).add(household.building);
  hash.add(household.unit).add(household.room).add(household.people.value_or(-1));
  hash.add(personal_digest);
}

void write_fact(ContentHash& hash, const Residence& residence) {
  hash.add("residence").add(residence.id.value).add(residence.household.value);
  hash.add(residence.grid.value);
  hash.add(number_of(residence.days.first)).add(number_of(residence.days.last));
}

void write_fact(ContentHash& hash, const Category& category) {
  hash.add("category").add(category.id.value).add(category.code);
  hash.add(category.name_zh).add(category.name_en).add(join(category.groups, " "));
}

void write_fact(ContentHash& hash, const Tag& tag, std::string_view note_digest) {
  hash.add("tag").add(tag.id.value).add(tag.household.value).add(tag.category.value);
  hash.add(number_of(tag.days.first)).add(number_of(tag.days.last)).add(note_digest);
}

void write_fact(ContentHash& hash, const Visit& visit, std::string_view note_digest) {
  const auto& said = visit.said;
  hash.add("visit").add(visit.id.value).add(said.household.value).add(said.worker.value);
  hash.add(number_of(said.day)).add(said.time ? said.time->count() : -1);
  hash.add(to_string(said.mode)).add(to_string(said.outcome)).add(note_digest);
  hash.add(said.replaces.value_or(VisitId{}).value).add(number_of(visit.recorded_at));
}

void write_fact(ContentHash& hash, const Void& cancellation) {
  hash.add("void").add(cancellation.visit.value).add(number_of(cancellation.at));
  hash.add(cancellation.by).add(cancellation.reason);
}

void write_fact(ContentHash& hash, const Patrol& patrol, std::string_view note_digest) {
  hash.add("patrol").add(patrol.id.value).add(patrol.grid.value).add(patrol.worker.value);
  hash.add(number_of(patrol.day)).add(patrol.half == HalfDay::am ? "am" : "pm").add(note_digest);
}

void write_fact(ContentHash& hash, const StoredPolicy& policy) {
  hash.add("policy").add(policy.name).add(number_of(policy.from)).add(policy.toml);
  hash.add(number_of(policy.loaded_at));
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
