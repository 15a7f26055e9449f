#include "gridvisit/usecase/explain_rule.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "gridvisit/base/error.hpp"
#include "gridvisit/compliance/explain.hpp"
#include "gridvisit/report/words.hpp"
#include "gridvisit/usecase/find_household.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/surroundings.hpp"

namespace gridvisit::usecase {
namespace {

using compliance::RuleWindows;
using report::ExplainedVisit;
using report::Explanation;

/// A rule in its one window, and what it is judged with.
struct Case {
  const store::Session& session;
  const PolicyBook& book;
  const compliance::Surroundings& surroundings;
  RuleWindows rule;
  Day today;
  std::optional<std::chrono::sys_seconds> recorded_before;

  bool knows(std::chrono::sys_seconds instant) const {
    return !recorded_before || instant < *recorded_before;
  }
  const compliance::Window& window() const { return rule.windows.back(); }
  /// The period, and the one before it: a visit may lie just outside.
  DayRange days() const {
    const auto& period = window().period;
    return {previous(period).first, period.last};
  }
};

/// Codes of what visits name, each looked up once.
class Codes {
 public:
  explicit Codes(const store::Session& session) : m_session{session} {}
  const std::string& of(HouseholdId id) {
    auto& code = m_households[id];
    if (code.empty()) code = m_session.households().code_of(id);
    return code;
  }
  const std::string& of(WorkerId id) {
    auto& code = m_workers[id];
    if (code.empty()) code = m_session.workers().get(id).code;
    return code;
  }

 private:
  const store::Session& m_session;
  std::map<HouseholdId, std::string> m_households;
  std::map<WorkerId, std::string> m_workers;
};

void add_counted(Explanation& explanation, Codes& codes,
                 const std::vector<compliance::ConsideredVisit>& considered) {
  for (const auto& [visit, reason] : considered)
    explanation.visits.push_back({visit.visit, visit.day, codes.of(visit.household),
                                  codes.of(visit.worker), visit.mode, visit.outcome, reason,
                                  std::nullopt});
}

void add_voided(Explanation& explanation, Codes& codes, const Case& what,
                store::VisitFilter filter) {
  filter.voided_too = true;
  what.session.visits().each(filter, [&](const store::VisitRecord& record) {
    if (!record.voided || !what.knows(record.voided->at)) return true;
    const auto& said = record.visit.said;
    explanation.visits.push_back({record.visit.id, said.day, codes.of(said.household),
                                  codes.of(said.worker), said.mode, said.outcome,
                                  compliance::Reason::counted, record.voided->reason});
    return true;
  });
  std::ranges::stable_sort(explanation.visits, {}, &ExplainedVisit::day);
}

void add_posts(const Case& what, const compliance::WorkerFacts& facts, Explanation& explanation) {
  for (auto& span : compliance::explain_post(what.rule.rule, what.window().period, facts)) {
    const auto* grid = span.grid ? what.surroundings.areas.find(*span.grid) : nullptr;
    explanation.posts.push_back({grid ? grid->code : std::string{}, span});
  }
}

void judge_worker_case(const Case& what, const Worker& worker, Explanation& explanation) {
  const auto year = period_containing(PeriodKind::year, what.window().reference);
  auto days = what.window().period.range();
  auto facts = what.session.facts().of_worker(
      worker.id,
      {{std::min(days.first, year.first), std::max(days.last, year.last)}, what.recorded_before});
  explanation.worker = compliance::judge_worker(what.rule.rule, what.window(), facts);
  const bool averaged = what.rule.rule.rule().average_over_year;
  if (averaged && compliance::is_assigned(what.rule.rule, year.range(), facts)) {
    explanation.year = compliance::judge_year(what.rule.rule, what.window(), facts, what.book,
                                              what.surroundings, what.today);
    explanation.months = compliance::explain_year(what.rule.rule, what.window(), facts, what.book,
                                                  what.surroundings);
  }
  add_posts(what, facts, explanation);
  std::erase_if(facts.visits, [&](const auto& visit) { return !days.contains(visit.day); });
  Codes codes{what.session};
  add_counted(explanation, codes, compliance::explain_worker(what.rule.rule, what.window(), facts));
  store::VisitFilter filter;
  filter.worker = worker.id;
  filter.days = days;
  add_voided(explanation, codes, what, std::move(filter));
}

Roster roster_of(const store::Session& session, const compliance::HouseholdFacts& facts) {
  std::vector<AreaId> grids;
  for (const auto& home : facts.residences) grids.push_back(home.grid);
  return Roster{session.workers().assignments_on(grids)};
}

void judge_household_case(const Case& what, const Household& household, Explanation& explanation) {
  explanation.code = household.code;
  const auto facts =
      what.session.facts().of_household(household.id, {what.days(), what.recorded_before});
  const auto roster = roster_of(what.session, facts);
  explanation.household = compliance::judge_household(what.rule.rule, what.window(), facts, roster);
  explanation.lives_there = std::ranges::any_of(facts.residences, [&](const Residence& home) {
    return home.days.contains(what.window().reference) && what.rule.rule.holds_in(home.grid);
  });
  Codes codes{what.session};
  add_counted(explanation, codes,
              compliance::explain_household(what.rule.rule, what.window(), facts, roster));
  store::VisitFilter filter;
  filter.household = household.id;
  filter.days = what.days();
  add_voided(explanation, codes, what, std::move(filter));
}

void judge_grid_case(const Case& what, const Area& grid, Explanation& explanation) {
  const auto facts =
      what.session.facts().of_grid(grid.id, {what.window().period.range(), what.recorded_before});
  explanation.grid =
      compliance::judge_grid(what.rule.rule, what.window(), facts, what.surroundings.workdays);
  if (explanation.grid)
    explanation.patrol_days = compliance::explain_patrols(what.rule.rule, what.window(), facts,
                                                          what.surroundings.workdays);
  Codes codes{what.session};
  for (const auto& patrol : facts.patrols)
    if (patrol.day <= what.window().reference)
      explanation.patrols.push_back({patrol.day, patrol.half, codes.of(patrol.worker)});
  std::ranges::sort(explanation.patrols, [](const auto& left, const auto& right) {
    return std::tie(left.day, left.half, left.worker) <
           std::tie(right.day, right.half, right.worker);
  });
}

Explanation explain_case(const Case& what, const std::string& subject) {
  Explanation explanation;
  explanation.rule = what.rule.rule.rule();
  explanation.window = what.window();
  explanation.today = what.today;
  explanation.data_version = short_head(what.session.audit().head());
  explanation.code = subject;
  switch (explanation.rule.subject) {
    case Subject::worker: {
      const auto worker = worker_coded(what.session, subject);
      explanation.name = worker.name;
      judge_worker_case(what, worker, explanation);
      break;
    }
    case Subject::household:
      judge_household_case(what, find_household(what.session, subject, {}), explanation);
      break;
    case Subject::grid: {
      const auto grid = grid_coded(what.session, subject);
      explanation.name = grid.name;
      judge_grid_case(what, grid, explanation);
      break;
    }
  }
  return explanation;
}

}  // namespace

Explanation explain_rule(const store::Session& session, const ExplainRequest& request) {
  const auto book = policy_book(session);
  const auto asked = request.period ? request.period->last : request.today;
  const auto& rule = rule_named(book, request.rule, asked);
  const auto period = request.period.value_or(period_containing(rule.every, request.today));
  if (rule.every < period.kind)
    throw Error(ErrorKind::usage,
                message("The rule {0} is judged {1}.", rule.id, report::word_of(rule.every).label),
                message("Name one of its periods, such as {0}.",
                        to_string(period_containing(rule.every, request.today))));
  const auto surroundings = surroundings_with(session, session.areas().tree());
  for (auto& windows : compliance::rules_of(book, period, request.today, surroundings))
    if (windows.rule.rule().id == request.rule)
      return explain_case(
          {session, book, surroundings, std::move(windows), request.today, request.recorded_before},
          request.subject);
  throw Error(ErrorKind::not_found, message("The policy in force has no rule {0}.", rule.id));
}

std::vector<Explanation> explain_household(
    const store::Session& session, const Household& household, const Period& period, Day today,
    std::optional<std::chrono::sys_seconds> recorded_before) {
  const auto book = policy_book(session);
  const auto surroundings = surroundings_with(session, session.areas().tree());
  std::vector<Explanation> explanations;
  for (auto& windows : compliance::rules_of(book, period, today, surroundings)) {
    if (windows.rule.rule().subject != Subject::household) continue;
    const auto all = windows.windows;
    for (const auto& window : all) {
      windows.windows = {window};
      auto explanation = explain_case(
          {session, book, surroundings, windows, today, recorded_before}, household.code);
      if (explanation.household) explanations.push_back(std::move(explanation));
    }
  }
  return explanations;
}

}  // namespace gridvisit::usecase
