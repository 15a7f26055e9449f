#include "gridvisit/report/visit_plan.hpp"

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Obstacle;

std::string code_and_name(const WorkerPlan& plan) {
  return plan.name.empty() ? plan.code : plan.code + " " + plan.name;
}

Cell deadline_cell(const PlanEntry& entry) {
  return entry.settles.empty() ? Cell{} : Cell{entry.settles.front().period.last};
}

/// Grids to come are not the worker's own yet.
Cell shown_name(const PlanEntry& entry, PersonalData data) {
  const bool is_others = data == PersonalData::own && !entry.held_today;
  return name_cell(entry.household.name, is_others ? PersonalData::masked : data);
}

/// The titles of what a visit settles; the quota stands last, where the visit is meant for it.
std::string reasons_text(const PlanEntry& entry, l10n::Language language) {
  const l10n::Catalog catalog{language};
  std::vector<std::string> reasons;
  for (const auto& owed : entry.settles) reasons.push_back(title_of(owed.rule, language));
  if (entry.quota)
    reasons.push_back(catalog.text(message("quota: {0}", title_of(*entry.quota, language))));
  return join(reasons, catalog.text(translatable("; ")));
}

Table people_table(const VisitPlans& plans, PersonalData data, l10n::Language language) {
  Table table{"visits",
              {},
              {{"day", translatable("Day")},
               {"household", translatable("Household")},
               {"name", translatable_in("person", "Name"), Align::left, true},
               {"modes", translatable("How")},
               {"deadline", translatable("By")},
               {"settles", translatable("Settles"), Align::left, true}},
              {},
              {}};
  const bool names_workers = plans.workers.size() > 1;
  if (names_workers)
    table.columns.insert(table.columns.begin() + 1, {"worker", translatable("Worker")});
  for (const auto& plan : plans.workers)
    for (const auto& entry : plan.entries) {
      std::vector<Cell> row{entry.day,
                            entry.household.code,
                            shown_name(entry, data),
                            modes_cell(entry.modes, language),
                            deadline_cell(entry),
                            reasons_text(entry, language)};
      if (names_workers) row.insert(row.begin() + 1, plan.code);
      table.rows.push_back(std::move(row));
    }
  return table;
}

Table machine_table(const VisitPlans& plans, PersonalData data) {
  Table table{"visits",
              {},
              {{"day", translatable("Day")},
               {"worker", translatable("Worker")},
               {"grid", translatable("Grid")},
               {"household", translatable("Household")},
               {"name", translatable_in("person", "Name")},
               {"modes", translatable("How")},
               {"deadline", translatable("By")},
               {"rules", translatable("Settles")},
               {"quota", translatable("For the quota")},
               {"last_visit", translatable_in("visit", "Last")}},
              {},
              {}};
  for (const auto& plan : plans.workers)
    for (const auto& entry : plan.entries) {
      std::vector<std::string> rules;
      for (const auto& owed : entry.settles) rules.push_back(owed.rule.id);
      table.rows.push_back({entry.day, plan.code, entry.grid, entry.household.code,
                            shown_name(entry, data), mode_names(entry.modes), deadline_cell(entry),
                            rules, entry.quota ? Cell{entry.quota->id} : Cell{},
                            day_or_nothing(entry.last_visit)});
    }
  return table;
}

Word obstacle_word(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::no_day:
      return {"no_day", translatable("no working day is left")};
    case Obstacle::no_room:
      return {"no_room", translatable("the days are full")};
    case Obstacle::no_way:
      break;
  }
  return {"no_way", translatable("no visit can settle it")};
}

Table gaps_table(const VisitPlans& plans, l10n::Language language) {
  Table table{"unmet",
              translatable("What can't be met"),
              {{"worker", translatable("Worker")},
               {"household", translatable("Household")},
               {"rule", translatable("Rule"), Align::left, true},
               {"period", translatable("Period")},
               {"deadline", translatable("By")},
               {"done", translatable("Done"), Align::right},
               {"obstacle", translatable("Why not"), Align::left, true}},
              {},
              {}};
  for (const auto& plan : plans.workers)
    for (const auto& gap : plan.gaps)
      table.rows.push_back({plan.code, gap.household, title_of(gap.owed.rule, language),
                            to_string(gap.owed.period), gap.owed.period.last,
                            fmt::format("{}/{}", gap.owed.done, gap.owed.required),
                            obstacle_word(gap.obstacle)});
  return table;
}

/// The same for machines: ids, and numbers apart.
Table machine_gaps(const VisitPlans& plans) {
  Table table{"unmet",
              {},
              {{"worker", {}},
               {"grid", {}},
               {"household", {}},
               {"rule", {}},
               {"period", {}},
               {"deadline", {}},
               {"done", {}},
               {"required", {}},
               {"obstacle", {}}},
              {},
              {}};
  for (const auto& plan : plans.workers)
    for (const auto& gap : plan.gaps)
      table.rows.push_back({plan.code, gap.grid, gap.household, gap.owed.rule.id,
                            to_string(gap.owed.period), gap.owed.period.last, gap.owed.done,
                            gap.owed.required, obstacle_word(gap.obstacle)});
  return table;
}

Table machine_workers(const VisitPlans& plans) {
  Table table{"workers",
              {},
              {{"worker", {}},
               {"until", {}},
               {"days", {}},
               {"feasible", {}},
               {"obligations", {}},
               {"unmet", {}},
               {"visits", {}},
               {"later", {}},
               {"per_day_needed", {}}},
              {},
              {}};
  for (const auto& plan : plans.workers) {
    std::vector<std::string> days;
    for (const auto day : plan.days) days.push_back(to_string(day));
    table.rows.push_back({plan.code, plan.until, std::move(days), plan.gaps.empty(),
                          plan.obligations, std::ssize(plan.gaps), std::ssize(plan.entries),
                          plan.later, plan.per_day_needed ? Cell{*plan.per_day_needed} : Cell{}});
  }
  return table;
}

std::int64_t count_for_quota(const WorkerPlan& plan) {
  std::int64_t result = 0;
  for (const auto& entry : plan.entries) result += entry.settles.empty() ? 1 : 0;
  return result;
}

std::int64_t count_without_room(const WorkerPlan& plan) {
  std::int64_t result = 0;
  for (const auto& gap : plan.gaps) result += gap.obstacle == Obstacle::no_room ? 1 : 0;
  return result;
}

/// Whether it can be done, and what it would take.
void add_outcome(const WorkerPlan& plan, std::int64_t per_day, std::vector<Message>& notes) {
  const auto until = to_string(plan.until);
  if (plan.obligations == 0) {
    notes.push_back(message("{0}: nothing is owed in any period up to {1}.", plan.code, until));
    return;
  }
  if (plan.gaps.empty()) {
    notes.push_back(message("{0}: all obligations up to {2} ({1}) can be met at {3} a day.",
                            plan.code, plan.obligations, until, per_day));
    return;
  }
  notes.push_back(message("{0}: {1} of {2} obligations up to {3} can't be met at {4} a day.",
                          plan.code, std::ssize(plan.gaps), plan.obligations, until, per_day));
  const auto full = count_without_room(plan);
  if (plan.per_day_needed)
    notes.push_back(message("{0}: for {1} of them the days are full; {2} a day would do.",
                            plan.code, full, *plan.per_day_needed));
  else if (full > 0)
    notes.push_back(
        message("{0}: for {1} of them the days are full, and no number a day would do: "
                "one household takes one visit a day.",
                plan.code, full));
  if (const auto rest = std::ssize(plan.gaps) - full; rest > 0)
    notes.push_back(message(
        "{0}: {1} of them can't be met whatever a day holds; the list says why.", plan.code, rest));
}

std::vector<Message> notes_of(const VisitPlans& plans) {
  std::vector<Message> notes;
  for (const auto& plan : plans.workers) {
    if (plan.days.empty())
      notes.push_back(message("{0}: no working day within two years.", plan.code));
    else
      notes.push_back(message(
          "{0}: visits {1}, working days {2} ({3} to {4}); only for the quota {5}; for the rules "
          "afterwards {6}.",
          plan.code, std::ssize(plan.entries), std::ssize(plan.days), to_string(plan.days.front()),
          to_string(plan.days.back()), count_for_quota(plan), plan.later));
    add_outcome(plan, plans.per_day, notes);
  }
  for (const auto& grid : plans.unassigned)
    notes.push_back(message(
        "{0}: nobody answers for the grid; its households are in no plan. `gridvisit assign add` "
        "mends that.",
        grid));
  return notes;
}

Table record_of(const VisitPlans& plans) {
  return {"plan",
          {},
          {{"today", {}}, {"from", {}}, {"per_day", {}}, {"data", {}}, {"unassigned", {}}},
          {{plans.today, plans.from, plans.per_day, plans.data_version, plans.unassigned}},
          {}};
}

}  // namespace

Document visit_plan_document(const VisitPlans& plans, PersonalData data, l10n::Language language) {
  Document document;
  document.key = "plan";
  const bool is_one = plans.workers.size() == 1;
  document.title = is_one ? message("{0}: whom to visit from {1} on",
                                    code_and_name(plans.workers.front()), to_string(plans.from))
                          : message("Whom to visit from {0} on", to_string(plans.from));
  document.facts = {{"per_day", translatable("Visits a day"), plans.per_day},
                    {"data", translatable("Data version"), plans.data_version}};
  auto visits = people_table(plans, data, language);
  if (!visits.rows.empty()) document.tables.push_back(std::move(visits));
  auto gaps = gaps_table(plans, language);
  if (!gaps.rows.empty()) document.tables.push_back(std::move(gaps));
  document.notes = notes_of(plans);
  document.data = machine_table(plans, data);
  document.nested_json =
      nested_record(record_of(plans), {machine_workers(plans), document.data, machine_gaps(plans)});
  return document;
}

}  // namespace gridvisit::report
