#include "gridvisit/usecase/edit_household.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using std::chrono::days;

std::optional<int> people_of(std::string_view text) {
  const auto written = trim(text);
  if (written.empty()) return std::nullopt;
  constexpr long long k_most = 9999;
  const auto number = parse_integer(written);
  if (!number || *number < 0 || *number > k_most)
    throw Error{ErrorKind::refused,
                message("The number of people can't be {0}.", with_visible_controls(written)),
                message("Give a whole number from 0 to {0}, or nothing.", k_most)};
  return static_cast<int>(*number);
}

void take(const HouseholdFields& fields, Household& household) {
  const auto take_text = [](const std::optional<std::string>& said, TextId name, Lines lines,
                            std::string& field) {
    if (said) field = field_text(name, *said, lines);
  };
  take_text(fields.building, translatable("The building"), Lines::one, household.building);
  take_text(fields.unit, translatable("The unit"), Lines::one, household.unit);
  take_text(fields.room, translatable("The room"), Lines::one, household.room);
  take_text(fields.address, translatable("The address"), Lines::one, household.address);
  take_text(fields.name, translatable("The name"), Lines::one, household.name);
  take_text(fields.phone, translatable("The phone number"), Lines::one, household.phone);
  take_text(fields.situation, translatable("The situation"), Lines::many, household.situation);
  take_text(fields.difficulties, translatable("The text on difficulties"), Lines::many,
            household.difficulties);
  take_text(fields.needs, translatable("The text on needs"), Lines::many, household.needs);
  if (fields.people) household.people = people_of(*fields.people);
}

Residence residence_on(const store::Session& session, const Household& household,
                       const DayChoice& choice) {
  return record_on(session.households().residences_of(household.id), choice,
                   message("Household {0} has no such residence.", household.code));
}

void edit_residence(store::Session& session, const Household& household,
                    const ResidenceEdit& edit) {
  auto residence = residence_on(session, household, edit.choice);
  residence.days = edited(residence.days, edit.days);
  if (edit.grid) residence.grid = grid_coded(session, *edit.grid).id;
  check_residence(session, residence);
  session.households().update(residence);
}

/// Ends `residence` on the day before `first`, on which the household moves to `grid`.
void leave_before(store::Session& session, Residence residence, const Area& grid, Day first) {
  if (residence.grid == grid.id)
    throw Error{ErrorKind::refused, message("The household lives in grid {0} already ({1}).",
                                            grid.code, spoken_days(residence.days))};
  if (residence.days.first == first)
    throw Error{ErrorKind::refused,
                message("The residence that would end begins on {0} itself.", to_string(first)),
                message("If its grid is wrong, correct it with `gridvisit household edit CODE "
                        "--grid {0} --on {1}`.",
                        grid.code, to_string(first))};
  residence.days.last = first - days{1};
  session.households().update(residence);
}

std::size_t visits_without_home(const store::Session& session, HouseholdId household, Day after) {
  const auto homes = session.households().residences_of(household);
  store::VisitFilter filter;
  filter.household = household;
  filter.days.first = after + days{1};
  std::size_t count = 0;
  session.visits().each(filter, [&](const store::VisitRecord& record) {
    const auto lived_in = [&](const Residence& home) {
      return home.days.contains(record.visit.said.day);
    };
    if (std::ranges::none_of(homes, lived_in)) ++count;
    return true;
  });
  return count;
}

}  // namespace

Household add_household(const Desk& desk, const NewHousehold& wanted) {
  return keep(desk, {"household add", wanted.code}, [&](store::Session& session) {
    const auto grid = grid_coded(session, wanted.grid);
    Household household;
    household.code = wanted.code;
    take(wanted.fields, household);
    check_household(session, household);
    household.id = session.households().add(household);
    session.households().add(Residence{{}, household.id, grid.id, wanted.days});
    for (const auto& code : wanted.tags) {
      const Tag tag{{}, household.id, category_coded(session, code).id, wanted.days, {}};
      check_tag(session, tag);
      session.households().add(tag);
    }
    return household;
  });
}

Household edit_household(const Desk& desk, std::string_view code, const HouseholdFields& fields,
                         const ResidenceEdit& residence) {
  return keep(desk, {"household edit", std::string{code}}, [&](store::Session& session) {
    auto household = household_coded(session, code);
    take(fields, household);
    check_household(session, household);
    session.households().update(household);
    if (!residence.empty()) edit_residence(session, household, residence);
    return household;
  });
}

Residence move_household(const Desk& desk, std::string_view code, std::string_view grid_code,
                         Day first) {
  return keep(desk, {"household move", std::string{code}}, [&](store::Session& session) {
    const auto household = household_coded(session, code);
    const auto grid = grid_coded(session, grid_code);
    Residence next{{}, household.id, grid.id, {first, k_forever}};
    for (const auto& known : session.households().residences_of(household.id)) {
      if (!known.days.contains(first)) continue;
      leave_before(session, known, grid, first);
      next.days.last = known.days.last;
    }
    check_residence(session, next);
    next.id = session.households().add(next);
    return next;
  });
}

MovedOut end_household(const Desk& desk, std::string_view code, Day last) {
  return keep(desk, {"household end", std::string{code}}, [&](store::Session& session) {
    auto residence = residence_on(session, household_coded(session, code), {last, last});
    residence.days.last = last;
    session.households().update(residence);
    return MovedOut{residence, visits_without_home(session, residence.household, last)};
  });
}

}  // namespace gridvisit::usecase
