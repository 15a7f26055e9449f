#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/words.hpp"
#include "gridvisit/usecase/list_register.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_names.hpp"

namespace gridvisit::usecase {
namespace {

using report::HouseholdLine;
using report::Shown;
using report::TagLine;

using Categories = std::map<CategoryId, Category>;

Categories categories_of(const store::Session& session) {
  Categories categories;
  for (auto& category : session.categories().all()) categories.emplace(category.id, category);
  return categories;
}

/// The category with that code, or those in the group of that name.
std::set<CategoryId> wanted_categories(const store::Session& session, const std::string& tag) {
  std::set<CategoryId> wanted;
  for (const auto& category : session.categories().all())
    if (category.code == tag || std::ranges::find(category.groups, tag) != category.groups.end())
      wanted.insert(category.id);
  if (wanted.empty()) wanted.insert(category_coded(session, tag).id);
  return wanted;
}

/// The grids that the worker of the filter holds on its day, or nothing if it names no worker.
std::optional<std::set<AreaId>> grids_of_worker(const store::Session& session,
                                                const RegisterNames& names, const Shown& shown) {
  if (!names.worker) return std::nullopt;
  std::set<AreaId> grids;
  for (const auto& held : session.workers().assignments_of(*names.worker))
    if (is_shown(shown, held.days)) grids.insert(held.grid);
  return grids;
}

/// The grids whose households are shown, or nothing: all.
std::optional<std::vector<AreaId>> wanted_grids(const store::Session& session,
                                                const RegisterNames& names, const Shown& shown) {
  if (!names.root && !names.worker) return std::nullopt;
  const auto held = grids_of_worker(session, names, shown);
  std::vector<AreaId> grids;
  for (const auto* grid : names.areas.grids(names.root))
    if (!held || held->contains(grid->id)) grids.push_back(grid->id);
  return grids;
}

std::vector<Household> wanted_households(const store::Session& session, const RegisterNames& names,
                                         const RegisterFilter& filter) {
  if (filter.household) return {household_coded(session, *filter.household)};
  std::vector<Household> households;
  store::HouseholdFilter narrowed;
  narrowed.grids = wanted_grids(session, names, filter.shown);
  if (filter.shown.which == Shown::Which::on_day) narrowed.living_on = filter.shown.day;
  session.households().each(narrowed, [&](const Household& household) {
    households.push_back(household);
    return true;
  });
  std::ranges::sort(households, NaturalLess{}, &Household::code);
  return households;
}

/// The tags that a line shows: those of the day, or those of any day of the residence.
void add_tags(HouseholdLine& line, const std::vector<Tag>& tags, const Categories& categories,
              const RegisterFilter& filter) {
  for (const auto& tag : tags) {
    const bool holds = filter.shown.which == Shown::Which::on_day
                           ? tag.days.contains(filter.shown.day)
                           : tag.days.overlaps(line.days);
    const auto& category = referred_to(categories, tag.category);
    if (!holds || std::ranges::find(line.tags, category.code) != line.tags.end()) continue;
    line.tags.push_back(category.code);
    line.labels.push_back(report::name_of(category, filter.language));
  }
}

bool has_one_of(const HouseholdLine& line, const Categories& categories,
                const std::set<CategoryId>& wanted) {
  return std::ranges::any_of(wanted, [&](CategoryId id) {
    return std::ranges::find(line.tags, referred_to(categories, id).code) != line.tags.end();
  });
}

std::vector<TagLine> tag_lines_of(const store::Session& session, const Household& household,
                                  const Categories& categories, const RegisterFilter& filter) {
  std::vector<TagLine> lines;
  for (const auto& tag : session.households().tags_of(household.id)) {
    if (!is_shown(filter.shown, tag.days)) continue;
    const auto& category = referred_to(categories, tag.category);
    lines.push_back({household.code, category.code, report::name_of(category, filter.language),
                     tag.days, tag.note});
  }
  return lines;
}

}  // namespace

std::vector<HouseholdLine> household_lines(const store::Session& session,
                                           const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  const auto categories = categories_of(session);
  const auto wanted = filter.tag ? wanted_categories(session, *filter.tag) : std::set<CategoryId>{};
  const auto grids = wanted_grids(session, names, filter.shown);
  std::vector<HouseholdLine> lines;
  for (const auto& household : wanted_households(session, names, filter)) {
    const auto tags = session.households().tags_of(household.id);
    for (const auto& residence : session.households().residences_of(household.id)) {
      if (!is_shown(filter.shown, residence.days)) continue;
      if (grids && std::ranges::find(*grids, residence.grid) == grids->end()) continue;
      HouseholdLine line{household, names.area(residence.grid).code, residence.days, {}, {}};
      add_tags(line, tags, categories, filter);
      if (!filter.tag || has_one_of(line, categories, wanted)) lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::vector<TagLine> tag_lines(const store::Session& session, const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  const auto categories = categories_of(session);
  const auto wanted = filter.tag ? wanted_categories(session, *filter.tag) : std::set<CategoryId>{};
  std::set<std::string_view> codes;
  for (const auto id : wanted) codes.insert(referred_to(categories, id).code);
  std::vector<TagLine> lines;
  for (const auto& household : wanted_households(session, names, filter))
    for (auto& line : tag_lines_of(session, household, categories, filter))
      if (!filter.tag || codes.contains(line.category)) lines.push_back(std::move(line));
  return lines;
}

report::HouseholdRecord household_record(const store::Session& session, std::string_view code,
                                         Day today, l10n::Language language) {
  RegisterFilter filter;
  filter.household = std::string{code};
  filter.language = language;
  filter.shown = {Shown::Which::all, today};
  const RegisterNames names{session, filter};
  const auto household = household_coded(session, code);
  report::HouseholdRecord record{{household, {}, {}, {}, {}}, {}, {}};
  for (const auto& residence : session.households().residences_of(household.id)) {
    const auto& grid = names.area(residence.grid);
    record.residences.push_back({grid.code, grid.name, residence.days});
    if (residence.days.first > today && !record.household.grid.empty()) continue;
    record.household.grid = grid.code;
    record.household.days = residence.days;
  }
  record.tags = tag_lines(session, filter);
  filter.shown.which = Shown::Which::on_day;
  add_tags(record.household, session.households().tags_of(household.id), categories_of(session),
           filter);
  return record;
}

}  // namespace gridvisit::usecase
