#include "gridvisit/usecase/list_register.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_names.hpp"

namespace gridvisit::usecase {
namespace {

using report::AreaLine;
using report::AssignmentLine;
using report::LeaveLine;
using report::Shown;

/// `root` and what lies below it, each area before those below it.
void add_with_those_below(const AreaTree& tree, const Area& root, std::size_t depth,
                          std::vector<AreaLine>& lines) {
  const auto* parent = root.parent ? tree.find(*root.parent) : nullptr;
  lines.push_back({root, parent ? parent->code : std::string{}, depth, {}, {}});
  for (const auto& area : tree.areas())
    if (area.parent == root.id) add_with_those_below(tree, area, depth + 1, lines);
}

std::size_t count_households(const store::Session& session, AreaId grid, Day day) {
  std::size_t count = 0;
  session.households().each({.grids = std::vector{grid}, .living_on = day}, [&](const Household&) {
    ++count;
    return true;
  });
  return count;
}

std::string responsible_for(const store::Session& session, AreaId grid, Day day) {
  const std::array grids{grid};
  for (const auto& held : session.workers().assignments_on(grids))
    if (held.role == Role::responsible && held.days.contains(day))
      return session.workers().get(held.worker).code;
  return {};
}

AssignmentLine line_of(const Assignment& assignment, const RegisterNames& names) {
  const auto& worker = referred_to(names.workers, assignment.worker);
  const auto& grid = names.area(assignment.grid);
  return {worker.code, worker.name, grid.code, grid.name, assignment.role, assignment.days};
}

bool assignment_before(const AssignmentLine& left, const AssignmentLine& right) {
  if (left.grid != right.grid) return compare_natural(left.grid, right.grid) < 0;
  return std::tie(left.days.first, left.role, left.worker) <
         std::tie(right.days.first, right.role, right.worker);
}

}  // namespace

RegisterNames::RegisterNames(const store::Session& session, const RegisterFilter& filter)
    : areas{session.areas().tree()} {
  for (auto& one : session.workers().all()) workers.emplace(one.id, one);
  if (filter.area) root = area_coded(session, *filter.area).id;
  if (filter.worker) worker = worker_coded(session, *filter.worker).id;
}

bool is_shown(const Shown& shown, const DayRange& days) {
  switch (shown.which) {
    case Shown::Which::on_day:
      return days.contains(shown.day);
    case Shown::Which::not_over:
      return days.last >= shown.day;
    case Shown::Which::all:
      break;
  }
  return true;
}

std::vector<AreaLine> area_lines(const store::Session& session, const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  std::vector<AreaLine> lines;
  for (const auto& area : names.areas.areas()) {
    const bool is_root = names.root ? area.id == *names.root : !area.parent;
    if (is_root) add_with_those_below(names.areas, area, 0, lines);
  }
  for (auto& line : lines) {
    if (!names.areas.is_leaf(line.area.id)) continue;
    line.worker = responsible_for(session, line.area.id, filter.shown.day);
    line.households = count_households(session, line.area.id, filter.shown.day);
  }
  return lines;
}

std::vector<report::WorkerLine> worker_lines(const store::Session& session,
                                             const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  std::vector<report::WorkerLine> lines;
  for (const auto& worker : session.workers().all()) {
    report::WorkerLine line{worker, {}};
    for (const auto& held : session.workers().assignments_of(worker.id))
      if (held.days.contains(filter.shown.day) && names.shows(held.grid))
        line.grids.push_back(names.area(held.grid).code);
    std::ranges::sort(line.grids, NaturalLess{});
    if (!names.root || !line.grids.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<AssignmentLine> assignment_lines(const store::Session& session,
                                             const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  std::vector<AssignmentLine> lines;
  for (const auto& held : session.workers().all_assignments())
    if (names.shows(held.grid) && names.shows(held.worker) && is_shown(filter.shown, held.days))
      lines.push_back(line_of(held, names));
  std::ranges::sort(lines, assignment_before);
  return lines;
}

std::vector<LeaveLine> leave_lines(const store::Session& session, const RegisterFilter& filter) {
  const RegisterNames names{session, filter};
  std::vector<LeaveLine> lines;
  for (const auto& worker : session.workers().all()) {
    if (!names.shows(worker.id)) continue;
    for (const auto& leave : session.workers().leaves_of(worker.id))
      if (is_shown(filter.shown, leave.days))
        lines.push_back({worker.code, worker.name, leave.days, leave.kind});
  }
  return lines;
}

std::vector<report::PatrolLine> patrol_lines(const store::Session& session,
                                             const RegisterFilter& filter, const DayRange& days) {
  const RegisterNames names{session, filter};
  std::vector<report::PatrolLine> lines;
  for (const auto* grid : names.areas.grids(names.root)) {
    auto patrols = session.visits().patrols(grid->id, days);
    std::ranges::sort(patrols, {}, [](const Patrol& patrol) {
      return std::tuple{patrol.day, patrol.half, patrol.id};
    });
    for (const auto& patrol : patrols)
      if (names.shows(patrol.worker))
        lines.push_back({grid->code, referred_to(names.workers, patrol.worker).code, patrol.day,
                         patrol.half, patrol.note});
  }
  return lines;
}

report::AreaRecord area_record(const store::Session& session, std::string_view code, Day today) {
  RegisterFilter filter;
  filter.area = std::string{code};
  filter.shown.day = today;
  auto lines = area_lines(session, filter);
  report::AreaRecord record{lines.front(), {lines.begin() + 1, lines.end()}, {}};
  if (!record.below.empty()) return record;
  filter.shown.which = Shown::Which::all;
  record.assignments = assignment_lines(session, filter);
  return record;
}

report::WorkerRecord worker_record(const store::Session& session, std::string_view code,
                                   Day today) {
  const auto worker = worker_coded(session, code);
  RegisterFilter filter;
  filter.worker = worker.code;
  filter.shown = {Shown::Which::on_day, today};
  report::WorkerRecord record{{worker, {}}, {}, {}};
  for (const auto& line : assignment_lines(session, filter))
    record.worker.grids.push_back(line.grid);
  filter.shown.which = Shown::Which::all;
  record.assignments = assignment_lines(session, filter);
  record.leaves = leave_lines(session, filter);
  return record;
}

}  // namespace gridvisit::usecase
