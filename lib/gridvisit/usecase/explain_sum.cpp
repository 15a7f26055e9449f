#include "gridvisit/usecase/explain_sum.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/assess_period.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/standing.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::RuleWindows;
using compliance::Window;
using report::SumExplanation;
using report::SummedPart;

/// What a typed subject names. A household only if it is nothing else: its name may be part of one.
struct Named {
  std::optional<Worker> worker;
  std::optional<Area> area;
  bool is_leaf = false;  ///< of the tree of areas
  bool is_nobody = false;
};

Named named(const store::Session& session, const std::string& subject) {
  Named result;
  result.is_nobody = subject == "-";
  if (result.is_nobody || session.households().find(subject)) return result;
  result.worker = session.workers().find(subject);
  result.area = session.areas().find(subject);
  if (result.area) result.is_leaf = session.areas().tree(result.area->id).is_leaf(result.area->id);
  return result;
}

bool is_of_its_kind(const Rule& rule, const Named& subject) {
  switch (rule.subject) {
    case Subject::worker:
      return !subject.is_nobody && (subject.worker || !subject.area);
    case Subject::household:
      return !subject.is_nobody && !subject.worker && !subject.area;
    case Subject::grid:
      break;
  }
  return !subject.is_nobody && !(subject.worker && !subject.area) &&
         (!subject.area || subject.is_leaf);
}

/// What a sum is made from.
struct Ground {
  const store::Session& session;
  const ExplainRequest& request;
  Named subject;
  std::unique_ptr<const Norms> norms;  ///< stays where it is: the rules point into it
  AreaTree areas;
  Period period;
  std::vector<RuleWindows> rules;  ///< the versions of the one rule, oldest first

  const Rule& rule() const { return rules.back().rule.rule(); }
  Day reference() const { return std::min(period.last, request.today); }
  store::FactsRequest facts() const {
    return {compliance::days_needed(rules, rule().subject).value_or(DayRange{}),
            request.recorded_before};
  }
  template <class See>
  void each_window(const See& see) const {
    for (const auto& [version, windows] : rules)
      for (const auto& window : windows) see(version, window);
  }
};

Ground ground_of(const store::Session& session, const ExplainRequest& request) {
  Ground ground{session,
                request,
                named(session, request.subject),
                std::make_unique<const Norms>(norms_of(session)),
                session.areas().tree(),
                {},
                {}};
  const auto& book = ground.norms->book;
  const auto& rule =
      rule_named(book, request.rule, request.period ? request.period->last : request.today);
  ground.period = request.period.value_or(period_containing(rule.every, request.today));
  for (auto& version :
       compliance::rules_of(book, ground.period, request.today, ground.norms->surroundings))
    if (version.rule.rule().id == request.rule) ground.rules.push_back(std::move(version));
  if (ground.rules.empty())
    throw Error(ErrorKind::not_found,
                message("The policy in force has no rule {0}.", request.rule));
  return ground;
}

SumExplanation blank(const Ground& ground) {
  SumExplanation result;
  result.rule = ground.rule();
  result.period = ground.period;
  result.reference = ground.reference();
  result.today = ground.request.today;
  result.code = ground.request.subject;
  if (const auto& worker = ground.subject.worker) result.name = worker->name;
  if (const auto& area = ground.subject.area) result.name = area->name;
  result.data_version = short_head(ground.session.audit().head());
  return result;
}

/// The grids whose households may belong to the subject: of an area, of a worker's assignments, or
/// all, for nobody.
std::vector<const Area*> grids_of(const Ground& ground) {
  if (ground.subject.area) return ground.areas.grids(ground.subject.area->id);
  auto grids = ground.areas.grids(std::nullopt);
  if (!ground.subject.worker) return grids;
  std::set<AreaId> held;
  for (const auto& assignment : ground.session.workers().assignments_of(ground.subject.worker->id))
    held.insert(assignment.grid);
  std::erase_if(grids, [&](const Area* grid) { return !held.contains(grid->id); });
  return grids;
}

/// Whether the households of the grid fall to the subject on the day, as in a report.
bool falls_to(const Named& subject, const Roster& roster, AreaId grid, Day day) {
  if (subject.area) return true;
  const auto responsible = roster.responsible(grid, day);
  return subject.worker ? responsible == subject.worker->id : !responsible;
}

void add_households(const Ground& ground, const Area& grid, SumExplanation& result) {
  const auto facts = ground.session.facts().of_grid(grid.id, ground.facts());
  std::vector<report::SummedHousehold> rows;
  ground.each_window([&](const compliance::BoundRule& rule, const Window& window) {
    if (!falls_to(ground.subject, facts.roster, grid.id, window.reference)) return;
    for (const auto& considered : compliance::explain_grid(rule, window, facts)) {
      if (considered.judged) result.tally->add(considered.judged->verdict);
      rows.push_back({ground.session.households().code_of(considered.household), grid.code,
                      window.period, considered.standing, considered.judged});
    }
  });
  std::ranges::stable_sort(rows, NaturalLess{}, &report::SummedHousehold::code);
  std::ranges::move(rows, std::back_inserter(result.households));
}

/// One household over several periods of the rule.
void add_periods(const Ground& ground, SumExplanation& result) {
  const auto household = find_household(ground.session, ground.request.subject, {});
  result.code = household.code;
  compliance::GridFacts alone;
  alone.households.push_back(ground.session.facts().of_household(household.id, ground.facts()));
  std::vector<AreaId> grids;
  for (const auto& home : alone.households.front().residences) grids.push_back(home.grid);
  alone.roster = Roster{ground.session.workers().assignments_on(grids)};
  ground.each_window([&](const compliance::BoundRule& rule, const Window& window) {
    for (const auto& home : alone.households.front().residences) {
      if (!home.days.contains(window.reference)) continue;
      alone.grid = home.grid;
      for (const auto& considered : compliance::explain_grid(rule, window, alone)) {
        if (considered.judged) result.tally->add(considered.judged->verdict);
        result.households.push_back({household.code, referred_to(ground.areas.find(home.grid)).code,
                                     window.period, considered.standing, considered.judged});
      }
    }
  });
}

SumExplanation sum_of_households(const Ground& ground) {
  auto result = blank(ground);
  result.tally.emplace();
  const auto& subject = ground.subject;
  if (!subject.worker && !subject.area && !subject.is_nobody)
    add_periods(ground, result);
  else
    for (const auto* grid : grids_of(ground)) add_households(ground, *grid, result);
  return result;
}

/// One worker or grid over several periods of the rule.
template <class Judge>
void add_parts(const Ground& ground, const Judge& judge, SumExplanation& result) {
  SummedPart sum{result.code, result.name, ground.period, {}, 0, 0};
  bool open = false;
  ground.each_window([&](const compliance::BoundRule& rule, const Window& window) {
    open = open || window.open;
    const auto judged = judge(rule, window);
    if (!judged) return;
    result.parts.push_back(
        {result.code, result.name, window.period, judged->verdict, judged->done, judged->required});
    sum.done += judged->done;
    sum.required += judged->required;
  });
  sum.verdict = compliance::verdict_of(sum.done, sum.required, open);
  result.sum = std::move(sum);
}

SumExplanation sum_of_one(const Ground& ground) {
  auto result = blank(ground);
  if (ground.rule().subject == Subject::worker) {
    const auto id = worker_coded(ground.session, ground.request.subject).id;
    const auto facts = ground.session.facts().of_worker(id, ground.facts());
    add_parts(
        ground,
        [&](const auto& rule, const auto& window) {
          return compliance::judge_worker(rule, window, facts);
        },
        result);
    return result;
  }
  const auto id = grid_coded(ground.session, ground.request.subject).id;
  const auto facts = ground.session.facts().of_grid(id, ground.facts());
  add_parts(
      ground,
      [&](const auto& rule, const auto& window) {
        return compliance::judge_grid(rule, window, facts, ground.norms->surroundings.workdays);
      },
      result);
  return result;
}

/// A row of a report as a part of a sum; nothing if the rule does not apply to its subject.
std::optional<SummedPart> part_of(const compliance::Row& row, const Assessment& assessment,
                                  const Period& period) {
  SummedPart part{"-", {}, period, {}, 0, 0};
  if (const auto* id = std::get_if<WorkerId>(&row.subject)) {
    const auto& worker = referred_to(assessment.names.workers, *id);
    part.code = worker.code, part.name = worker.name;
  }
  if (const auto* id = std::get_if<AreaId>(&row.subject)) {
    const auto& grid = referred_to(assessment.names.areas.find(*id));
    part.code = grid.code, part.name = grid.name;
  }
  const auto take = [&](const auto& result) {
    part.verdict = result.verdict, part.done = result.done, part.required = result.required;
    return part;
  };
  const auto& result = row.results.front();
  if (const auto* of_worker = std::get_if<compliance::WorkerResult>(&result))
    return take(*of_worker);
  if (const auto* of_grid = std::get_if<compliance::GridResult>(&result)) return take(*of_grid);
  return std::nullopt;
}

/// Whether the grid of a row has nobody who answers for it on the reference day.
bool is_nobodys(const compliance::Row& row, const Ground& ground) {
  const auto* grid = std::get_if<AreaId>(&row.subject);
  if (!grid) return false;
  const std::vector grids{*grid};
  const Roster roster{ground.session.workers().assignments_on(grids)};
  return !roster.responsible(*grid, ground.reference());
}

/// The rows of the report by worker (or by grid) that a total adds up.
SumExplanation sum_of_rows(const Ground& ground) {
  auto result = blank(ground);
  AssessmentRequest request;
  request.period = ground.period;
  request.today = ground.request.today;
  request.recorded_before = ground.request.recorded_before;
  request.rule = ground.request.rule;
  if (ground.rule().subject == Subject::grid) request.by = compliance::RowsBy::grid;
  if (ground.subject.area) request.area = ground.subject.area->code;
  if (ground.subject.worker) request.worker = ground.subject.worker->code;
  const auto assessment = assess_period(ground.session, request);
  compliance::Ratio met;
  for (const auto& row : assessment.report.rows) {
    if (ground.subject.is_nobody && !is_nobodys(row, ground)) continue;
    auto part = part_of(row, assessment, ground.period);
    if (!part) continue;
    const bool had_to = part->verdict != compliance::Verdict::exempt;
    met.whole += had_to ? 1 : 0;
    met.part += had_to && part->verdict == compliance::Verdict::met ? 1 : 0;
    result.parts.push_back(std::move(*part));
  }
  result.met = met;
  return result;
}

void require_sense(const Ground& ground) {
  if (ground.rule().subject == Subject::worker && ground.subject.is_nobody)
    throw Error{ErrorKind::usage, message("The rule {0} is about workers.", ground.rule().id),
                message("Name a worker, a grid or an area.")};
}

}  // namespace

bool asks_for_sum(const store::Session& session, const ExplainRequest& request) {
  const auto asked = request.period ? request.period->last : request.today;
  const auto book = policy_book(session);
  const auto& rule = rule_named(book, request.rule, asked);
  if (request.period && rule.every < request.period->kind) return true;
  return !is_of_its_kind(rule, named(session, request.subject));
}

SumExplanation explain_sum(const store::Session& session, const ExplainRequest& request) {
  const auto ground = ground_of(session, request);
  require_sense(ground);
  if (ground.rule().subject == Subject::household) return sum_of_households(ground);
  return is_of_its_kind(ground.rule(), ground.subject) ? sum_of_one(ground) : sum_of_rows(ground);
}

}  // namespace gridvisit::usecase
