#include "gridvisit/usecase/register_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/code.hpp"

namespace gridvisit::usecase {
namespace {

void check_code(std::string_view code) {
  if (auto problem = code_problem(code); !problem.empty())
    refuse(std::move(problem), message("The code was {0}; choose another one.",
                                       fmt::format("'{}'", with_visible_controls(code))));
}

/// The first other record of `records` whose days overlap those of `wanted`.
template <class Record>
const Record* overlapping(const std::vector<Record>& records, const Record& wanted) {
  const auto clash = std::ranges::find_if(records, [&](const Record& known) {
    return known.id != wanted.id && known.days.overlaps(wanted.days);
  });
  return clash == records.end() ? nullptr : &*clash;
}

bool is_in_use(const store::Session& session, AreaId area) {
  const std::array grids{area};
  if (!session.workers().assignments_on(grids).empty()) return true;
  if (!session.visits().patrols(area, {}).empty()) return true;
  bool lived_in = false;
  session.households().each({.grids = std::vector{area}, .living_on = {}}, [&](const Household&) {
    lived_in = true;
    return false;
  });
  return lived_in;
}

void check_parent(const store::Session& session, const Area& area) {
  const auto tree = session.areas().tree();
  const auto* parent = tree.find(*area.parent);
  if (area.id && tree.lies_in(*area.parent, area.id))
    refuse(message("{0} can't be placed below {1}, which lies in it.", area.code, parent->code),
           message("Choose an area that is not part of {0}.", area.code));
  if (tree.is_leaf(*area.parent) && is_in_use(session, *area.parent))
    refuse(message("{0} is a grid with households, workers or patrols of its own, so that no area "
                   "can be below it.",
                   parent->code),
           message("Place {0} below another area.", area.code));
}

void check_responsible(const store::Session& session, const Assignment& wanted,
                       const Assignment& known, const std::string& grid) {
  if (wanted.role != Role::responsible || known.role != Role::responsible) return;
  const auto holder = session.workers().get(known.worker);
  refuse(message("Grid {0} has a responsible worker already: {1} {2} ({3}).", grid, holder.code,
                 holder.name, spoken_days(known.days)),
         message("End that first (`gridvisit assign end {0} {1} --on DAY`), or hand over with "
                 "`gridvisit assign add … --replace --from DAY`.",
                 holder.code, grid));
}

}  // namespace

std::string field_text(const TextId& field, std::string_view text, Lines lines) {
  constexpr std::size_t k_longest = 10'000;
  if (text.size() > k_longest)
    refuse(message("{0} is too long: {1} bytes.", field, text.size()),
           message("Shorten it to {0} bytes.", k_longest));
  if (const auto at = find_invalid_utf8(text))
    refuse(message("{0} is not valid UTF-8 at byte {1}.", field, *at),
           message("Type it again, or convert the file to UTF-8."));
  if (const auto at = find_forbidden_character(text, lines == Lines::many))
    refuse(message("{0} holds a control character at byte {1}.", field, *at),
           lines == Lines::many
               ? message("Remove it: escape and text-direction signs can't stand there.")
               : message("Remove it: line breaks, escape and text-direction signs can't stand "
                         "there."));
  return to_nfc(trim(text));
}

DayRange days_between(std::optional<Day> from, std::optional<Day> until) {
  const DayRange days{from.value_or(k_beginning), until.value_or(k_forever)};
  if (days.last < days.first)
    refuse(message("It would end on {0}, before it begins on {1}.", to_string(days.last),
                   to_string(days.first)),
           message("Correct --from or --until; both days are included."));
  return days;
}

Message::Argument spoken_days(const DayRange& days) {
  if (days == DayRange{}) return to_argument(translatable("always"));
  const auto first = days.first == k_beginning ? "" : to_string(days.first) + " ";
  const auto last = days.last == k_forever ? "" : " " + to_string(days.last);
  return to_argument(first + ".." + last);
}

void check_area(const store::Session& session, const Area& area) {
  check_code(area.code);
  if (const auto taken = session.areas().find(area.code); taken && taken->id != area.id)
    refuse(message("There is an area {0} already: {1}.", taken->code, taken->name),
           message("Choose another code, or change it with `gridvisit area edit {0}`.", area.code));
  if (area.parent) check_parent(session, area);
}

void check_worker(const store::Session& session, const Worker& worker) {
  check_code(worker.code);
  if (const auto taken = session.workers().find(worker.code); taken && taken->id != worker.id)
    refuse(message("There is a worker {0} already: {1}.", taken->code, taken->name),
           message("Choose another code, or change it with `gridvisit worker edit {0}`.",
                   worker.code));
}

void check_household(const store::Session& session, const Household& household) {
  check_code(household.code);
  const auto taken = session.households().find(household.code);
  if (taken && taken->id != household.id)
    refuse(message("There is a household {0} already.", taken->code),
           message("Choose another code, or change it with `gridvisit household edit {0}`.",
                   household.code));
  if (household.people && *household.people < 0)
    refuse(message("A household can't have {0} people.", *household.people),
           message("Give 0 or more, or leave it empty if nobody knows."));
}

void check_category(const store::Session& session, const Category& category) {
  check_code(category.code);
  for (const auto& group : category.groups) check_code(group);
  const auto known = session.categories().all();
  if (std::ranges::find(known, category.code, &Category::code) != known.end())
    refuse(message("There is a category {0} already.", category.code),
           message("Choose another code; `gridvisit tag category list` shows those there are."));
}

void check_residence(const store::Session& session, const Residence& residence) {
  const auto known = session.households().residences_of(residence.household);
  const auto* clash = overlapping(known, residence);
  if (!clash) return;
  const auto household = session.households().get(residence.household);
  const auto tree = session.areas().tree(clash->grid);
  refuse(message("Household {0} lives in grid {1} on some of those days ({2}).", household.code,
                 referred_to(tree.find(clash->grid)).code, spoken_days(clash->days)),
         message("Move it with `gridvisit household move {0} GRID --on DAY`, or correct the days "
                 "with `gridvisit household edit {0}`.",
                 household.code));
}

void check_tag(const store::Session& session, const Tag& tag) {
  auto known = session.households().tags_of(tag.household);
  std::erase_if(known, [&](const Tag& other) { return other.category != tag.category; });
  const auto* clash = overlapping(known, tag);
  if (!clash) return;
  const auto household = session.households().get(tag.household);
  const auto categories = session.categories().all();
  const auto category = std::ranges::find(categories, tag.category, &Category::id);
  refuse(message("Household {0} has the tag {1} on some of those days ({2}).", household.code,
                 category->code, spoken_days(clash->days)),
         message("Change it with `gridvisit tag edit {0} {1}`, or end it with `gridvisit tag end`.",
                 household.code, category->code));
}

void check_leave(const store::Session& session, const Leave& leave) {
  const auto known = session.workers().leaves_of(leave.worker);
  const auto* clash = overlapping(known, leave);
  if (!clash) return;
  const auto worker = session.workers().get(leave.worker);
  refuse(message("Worker {0} is on leave on some of those days ({1}).", worker.code,
                 spoken_days(clash->days)),
         message("Change that leave with `gridvisit leave edit {0} --on DAY`.", worker.code));
}

void check_assignment(const store::Session& session, const Assignment& assignment) {
  const auto tree = session.areas().tree(assignment.grid);
  const auto& grid = referred_to(tree.find(assignment.grid)).code;
  if (!tree.is_leaf(assignment.grid))
    refuse(message("{0} is not a grid: it has areas below it.", grid),
           message("Name one of its grids; `gridvisit area list` shows them."));
  const std::array grids{assignment.grid};
  for (const auto& known : session.workers().assignments_on(grids)) {
    if (known.id == assignment.id || !known.days.overlaps(assignment.days)) continue;
    if (known.worker == assignment.worker && known.role == assignment.role)
      refuse(message("Worker {0} has grid {1} already ({2}).",
                     session.workers().get(known.worker).code, grid, spoken_days(known.days)),
             message("Change that with `gridvisit assign edit`, or choose other days."));
    check_responsible(session, assignment, known, grid);
  }
}

}  // namespace gridvisit::usecase
