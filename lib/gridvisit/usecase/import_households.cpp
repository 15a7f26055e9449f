#include <memory>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/field_merge.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_residence.hpp"
#include "gridvisit/usecase/import_tags.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::HouseholdRow;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

/// Writes what the file says over the household's own fields.
void merge_fields(Household& household, const HouseholdRow& said, FieldMerge& merge) {
  merge.replace(Field::address, household.address, said.address);
  merge.replace(Field::building, household.building, said.building);
  merge.replace(Field::unit, household.unit, said.unit);
  merge.replace(Field::room, household.room, said.room);
  merge.replace(Field::name, household.name, said.name);
  merge.replace(Field::phone, household.phone, said.phone);
  merge.replace(Field::situation, household.situation, said.situation);
  merge.replace(Field::difficulties, household.difficulties, said.difficulties);
  merge.replace(Field::needs, household.needs, said.needs);
  if (said.has_people_column)
    merge.replace(Field::people, household.people,
                  std::optional<std::optional<int>>{std::in_place, said.people});
}

/// All that a row does, found out before any of it is written.
struct HouseholdPlan {
  std::optional<Household> known;
  Household household;
  std::optional<FieldMerge> fields;
  ResidencePlan residence;
  // Of a row from another database: how its residence comes together with the one that it means.
  std::optional<FieldMerge> home;
  std::optional<ResidenceId> on_record;
  std::vector<Tag> tags;
};

class HouseholdImport {
 public:
  explicit HouseholdImport(const ImportSite& site)
      : m_site{site},
        m_session{site.session},
        m_codes{site.session},
        m_today{site.request.now.today} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_household(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto plan = plan_row(*said, values);
    return problems.empty() ? carry_out(plan, *said) : Fate::rejected;
  }

 private:
  HouseholdPlan plan_row(const HouseholdRow& said, RowValues& values) {
    HouseholdPlan plan;
    plan.known = m_session.households().find(said.code);
    if (plan.known)
      plan.household = *plan.known;
    else
      plan.household.code = said.code;
    plan.fields.emplace(m_site, said.changed_at, id_of(plan.known));
    merge_fields(plan.household, said, *plan.fields);
    if (const auto grid = m_codes.grid(values, said.grid)) plan_home(plan, *grid, said, values);
    plan_tags(plan, said, values);
    return plan;
  }

  void plan_home(HouseholdPlan& plan, AreaId grid, const HouseholdRow& said, RowValues& values) {
    std::vector<Residence> lived;
    if (plan.known) lived = m_session.households().residences_of(plan.known->id);
    if (said.changed_at)
      merge_home(plan, lived, grid, said);
    else
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
                            code_of(clash->grid), spoken_days(clash->days)),
                    message("Give the day it moved in {0}, after the residence before has begun.",
                            name_of(Field::from)));
  }

  /// What another database says of a residence, which it may have corrected in grid and days.
  /// Grids are compared by their codes: ids are those of one database.
  void merge_home(HouseholdPlan& plan, const std::vector<Residence>& lived, AreaId grid,
                  const HouseholdRow& said) {
    auto candidates = lived;
    std::erase_if(candidates, [&](const Residence& other) {
      return other.grid != grid && other.days.first != *said.from;
    });
    const auto* meant = meant_among(candidates, {*said.from, *said.until}, true);
    auto wanted = meant ? *meant : Residence{{}, plan.household.id, grid, {}};
    auto code = wanted.grid == grid ? said.grid : code_of(wanted.grid);
    plan.home.emplace(m_site, said.changed_at, id_of(meant));
    plan.home->replace(Field::grid, code, std::optional{said.grid});
    plan.home->replace_days(wanted.days, said);
    if (code == said.grid) wanted.grid = grid;
    if (meant) {
      plan.on_record = meant->id;
      plan.residence = plan_change(lived, *meant, wanted);
      return;
    }
    plan.residence =
        plan_residence(lived, {plan.household.id, grid, said.from, said.until}, m_today);
    if (!said.changed_at->is_edited(Field::from))
      refuse_earlier_end(plan.residence, said.changed_at->times);
  }

  /// A new residence doesn't end one of which it was said later that it goes on.
  void refuse_earlier_end(ResidencePlan& plan, const ChangeTimes& changed_at) const {
    if (!plan.ended) return;
    const auto on_record = m_session.changes().times(plan.ended->id);
    if (changed_at.of(name_of(Field::from)) >= on_record.of(name_of(Field::until))) return;
    plan.clash = plan.ended;
    plan.ended.reset();
  }

  std::string code_of(AreaId grid) const {
    return referred_to(m_session.areas().tree(grid).find(grid)).code;
  }

  void plan_tags(HouseholdPlan& plan, const HouseholdRow& said, RowValues& values) {
    std::vector<Tag> known;
    if (plan.known) known = m_session.households().tags_of(plan.known->id);
    for (const auto& entry : said.tags) {
      const auto category = m_codes.category(values, Field::tags, entry.category);
      if (!category) continue;
      const auto days = entry.days.value_or(plan.residence.days);
      const bool is_known = meant_among(tags_in(known, *category), days, true) != nullptr;
      if (said.changed_at && is_known) continue;
      auto tag =
          plan_tag(known, plan.household.id, said_tag(entry, *category, plan.residence.days));
      if (tag && is_sound(*tag, plan, entry.category, values)) plan.tags.push_back(std::move(*tag));
    }
  }

  static SaidTag said_tag(const exchange::TagEntry& entry, CategoryId category,
                          const DayRange& residence) {
    SaidTag said{category, {}, {}, entry.days.value_or(residence)};
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
    return passes(values, Field::tags, [&] { days_between(tag.days.first, tag.days.last); });
  }

  Fate carry_out(const HouseholdPlan& plan, const HouseholdRow& said) {
    auto& households = m_session.households();
    auto household = plan.household;
    const auto fate = plan.fields->save(households, household);
    const auto id = household.id;
    settle_home(plan, id, said.changed_at);
    for (auto tag : plan.tags) {
      tag.household = id;
      tag.id = save_tag(households, tag);
      // When the tag was changed is told by its own row in the table of tags.
      if (said.changed_at) m_session.changes().set_times(tag.id, ChangeTimes{});
    }
    if (fate == Fate::added) return fate;
    if (!plan.residence.changes_nothing() || !plan.tags.empty()) return Fate::changed;
    return fate == Fate::same && plan.home ? plan.home->fate() : fate;
  }

  void settle_home(const HouseholdPlan& plan, HouseholdId household,
                   const std::optional<exchange::RowChange>& change) {
    auto& households = m_session.households();
    if (const auto& ended = plan.residence.ended) {
      households.update(*ended);
      if (change && !change->is_edited(Field::from)) keep_end(ended->id, change->times);
    }
    if (const auto& changed = plan.residence.changed) households.update(*changed);
    auto residence = plan.on_record;
    if (auto added = plan.residence.added) {
      added->household = household;
      residence = households.add(*added);
    }
    if (plan.home) plan.home->keep_times(*residence);
  }

  /// The residence was ended when it was said that the next one begins.
  void keep_end(ResidenceId ended, const ChangeTimes& changed_at) {
    auto times = m_session.changes().times(ended);
    times.set(name_of(Field::until), changed_at.of(name_of(Field::from)));
    m_session.changes().set_times(ended, times);
  }

  ImportSite m_site;
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
