#include <memory>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_residence.hpp"
#include "gridvisit/usecase/import_table.hpp"
#include "gridvisit/usecase/import_tags.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::HouseholdRow;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

/// Writes what the file says over the household's own fields; true if that changed any.
bool replace_fields(Household& household, const HouseholdRow& said) {
  bool changed = false;
  changed |= replace_by(household.address, said.address);
  changed |= replace_by(household.building, said.building);
  changed |= replace_by(household.unit, said.unit);
  changed |= replace_by(household.room, said.room);
  changed |= replace_by(household.name, said.name);
  changed |= replace_by(household.phone, said.phone);
  changed |= replace_by(household.situation, said.situation);
  changed |= replace_by(household.difficulties, said.difficulties);
  changed |= replace_by(household.needs, said.needs);
  if (said.has_people_column)
    changed |= std::exchange(household.people, said.people) != said.people;
  return changed;
}

/// All that a row does, found out before any of it is written.
struct HouseholdPlan {
  std::optional<Household> known;
  Household household;
  bool fields_changed = false;
  ResidencePlan residence;
  std::vector<Tag> tags;
};

class HouseholdImport {
 public:
  explicit HouseholdImport(const ImportSite& site)
      : m_session{site.session}, m_codes{site.session}, m_today{site.request.now.today} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_household(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto plan = plan_row(*said, values);
    return problems.empty() ? carry_out(plan) : Fate::rejected;
  }

 private:
  HouseholdPlan plan_row(const HouseholdRow& said, RowValues& values) {
    HouseholdPlan plan;
    plan.known = m_session.households().find(said.code);
    if (plan.known)
      plan.household = *plan.known;
    else
      plan.household.code = said.code;
    plan.fields_changed = replace_fields(plan.household, said);
    if (const auto grid = m_codes.grid(values, said.grid)) plan_home(plan, *grid, said, values);
    plan_tags(plan, said, values);
    return plan;
  }

  void plan_home(HouseholdPlan& plan, AreaId grid, const HouseholdRow& said, RowValues& values) {
    std::vector<Residence> lived;
    if (plan.known) lived = m_session.households().residences_of(plan.known->id);
    plan.residence =
        plan_residence(lived, {plan.household.id, grid, said.from, said.until}, m_today);
    if (plan.residence.days.last < plan.residence.days.first)
      values.report(
          Field::until,
          message("It ends before it begins on {0}.", to_string(plan.residence.days.first)),
          message("Correct one of the two days; both are included."));
    else if (const auto& clash = plan.residence.clash)
      values.report(Field::grid,
                    message("The household lives in grid {0} on some of those days: {1}.",
                            referred_to(m_session.areas().tree(clash->grid).find(clash->grid)).code,
                            spoken_days(clash->days)),
                    message("Give the day it moved in {0}, after the residence before has begun.",
                            name_of(Field::from)));
  }

  void plan_tags(HouseholdPlan& plan, const HouseholdRow& said, RowValues& values) {
    std::vector<Tag> known;
    if (plan.known) known = m_session.households().tags_of(plan.known->id);
    for (const auto& entry : said.tags) {
      const auto category = m_codes.category(values, Field::tags, entry.category);
      if (!category) continue;
      auto tag =
          plan_tag(known, plan.household.id, said_tag(entry, *category, plan.residence.days));
      if (tag && is_sound(*tag, plan, entry.category, values)) plan.tags.push_back(std::move(*tag));
    }
  }

  static SaidTag said_tag(const exchange::TagEntry& entry, CategoryId category,
                          const DayRange& residence) {
    SaidTag said{category, {}, {}, {}, entry.days.value_or(residence)};
    if (!entry.days) return said;
    said.from = entry.days->first;
    if (entry.days->last != k_forever) said.until = entry.days->last;
    return said;
  }

  static bool is_sound(const Tag& tag, const HouseholdPlan& plan, const std::string& category,
                       RowValues& values) {
    for (const auto& other : plan.tags) {
      if (other.category != tag.category || other.days.first != tag.days.first) continue;
      values.report(Field::tags, message("The tag {0} is there twice from the same day.", category),
                    message("Leave one of them out, or correct their days."));
      return false;
    }
    try {
      days_between(tag.days.first, tag.days.last);
      return true;
    } catch (const Error& error) {
      report_error(values, Field::tags, error);
      return false;
    }
  }

  Fate carry_out(const HouseholdPlan& plan) {
    auto& households = m_session.households();
    if (plan.known && !plan.fields_changed && plan.residence.changes_nothing() && plan.tags.empty())
      return Fate::same;
    const auto id = plan.known ? plan.known->id : households.add(plan.household);
    if (plan.known && plan.fields_changed) households.update(plan.household);
    if (plan.residence.ended) households.update(*plan.residence.ended);
    if (plan.residence.changed) households.update(*plan.residence.changed);
    if (auto added = plan.residence.added) {
      added->household = id;
      households.add(*added);
    }
    for (auto tag : plan.tags) {
      tag.household = id;
      save_tag(households, tag);
    }
    return plan.known ? Fate::changed : Fate::added;
  }

  store::Session& m_session;
  ImportCodes m_codes;
  Day m_today;
};

}  // namespace

TableImport import_households(const ImportSite& site) {
  auto import = std::make_shared<HouseholdImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
