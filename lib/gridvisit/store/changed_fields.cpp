#include "gridvisit/store/changed_fields.hpp"

#include <algorithm>

namespace gridvisit::store {
namespace {

class Comparison {
 public:
  template <class Value>
  Comparison& of(std::string_view field, const Value& before, const Value& after) {
    if (before != after) m_changed.push_back(field);
    return *this;
  }
  Comparison& of_days(const DayRange& before, const DayRange& after) {
    return of("from", before.first, after.first).of("until", before.last, after.last);
  }
  FieldNames changed() const { return m_changed; }

 private:
  FieldNames m_changed;
};

}  // namespace

FieldNames personal_fields() {
  return {"address", "name", "phone", "situation", "difficulties", "needs"};
}

FieldNames changed_fields(const Area& before, const Area& after) {
  return Comparison{}
      .of("name", before.name, after.name)
      .of("kind", before.kind, after.kind)
      .of("parent", before.parent, after.parent)
      .changed();
}

FieldNames changed_fields(const Worker& before, const Worker& after) {
  return Comparison{}
      .of("name", before.name, after.name)
      .of("phone", before.phone, after.phone)
      .changed();
}

FieldNames changed_fields(const Assignment& before, const Assignment& after) {
  return Comparison{}.of_days(before.days, after.days).changed();
}

FieldNames changed_fields(const Leave& before, const Leave& after) {
  return Comparison{}
      .of_days(before.days, after.days)
      .of("kind", before.kind, after.kind)
      .changed();
}

FieldNames changed_fields(const Household& before, const Household& after) {
  return Comparison{}
      .of("address", before.address, after.address)
      .of("building", before.building, after.building)
      .of("unit", before.unit, after.unit)
      .of("room", before.room, after.room)
      .of("name", before.name, after.name)
      .of("phone", before.phone, after.phone)
      .of("people", before.people, after.people)
      .of("situation", before.situation, after.situation)
      .of("difficulties", before.difficulties, after.difficulties)
      .of("needs", before.needs, after.needs)
      .changed();
}

FieldNames changed_fields(const Residence& before, const Residence& after) {
  return Comparison{}
      .of("grid", before.grid, after.grid)
      .of_days(before.days, after.days)
      .changed();
}

FieldNames changed_fields(const Tag& before, const Tag& after) {
  return Comparison{}
      .of_days(before.days, after.days)
      .of("note", before.note, after.note)
      .changed();
}

FieldNames changed_fields(const Holiday& before, const Holiday& after) {
  return Comparison{}
      .of("kind", before.kind, after.kind)
      .of("name", before.name, after.name)
      .changed();
}

void change_fields(ChangeTimes& times, const FieldNames& fields, std::chrono::sys_seconds now) {
  for (const auto field : fields)
    times.set(field, std::max(now, times.of(field) + std::chrono::seconds{1}));
}

}  // namespace gridvisit::store
