#include <fmt/format.h>

#include "gridvisit/report/explanation_parts.hpp"
#include "gridvisit/report/register_cells.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Reason;

Word reason_word(Reason reason) {
  switch (reason) {
    case Reason::counted:
      return {"counted", translatable("counts")};
    case Reason::same_again:
      return {"same_again", translatable("no: counted already")};
    case Reason::before_period:
      return {"before_period", translatable("no: before the period")};
    case Reason::after_reference:
      return {"after_reference", translatable("no: after the reference day")};
    case Reason::worker_not_in_scope:
      return {"worker_not_in_scope", translatable("no: the worker was not in post")};
    case Reason::wrong_mode:
      return {"wrong_mode", translatable("no: not a mode of this rule")};
    case Reason::wrong_outcome:
      return {"wrong_outcome", translatable("no: not an outcome of this rule")};
    case Reason::not_responsible:
      return {"not_responsible", translatable("no: the visitor was not responsible that day")};
    case Reason::foreign_grid:
      break;
  }
  return {"foreign_grid", translatable("no: the grid was not the visitor's that day")};
}

Table patrols_table(const Explanation& explanation) {
  Table table{"patrols",
              translatable("Patrols considered"),
              {{"day", translatable("Day")},
               {"half_day", translatable("Half-day")},
               {"worker", translatable("Worker")}},
              {},
              {}};
  for (const auto& patrol : explanation.patrols)
    table.rows.push_back({patrol.day, half_day_cell(patrol.half), patrol.worker});
  return table;
}

Cell reason_cell(const ExplainedVisit& visit) {
  if (visit.void_reason) return Word{"voided", translatable("no: void")};
  return reason_word(visit.reason);
}

Table visits_table(const Explanation& explanation) {
  Table table{"visits",
              translatable("Visits considered"),
              {{"visit", translatable("Visit"), Align::right},
               {"day", translatable("Day")},
               {"household", translatable("Household")},
               {"worker", translatable("Worker")},
               {"mode", translatable("Mode")},
               {"outcome", translatable("Outcome")},
               {"counts", translatable("Counts?")}},
              {},
              {}};
  for (const auto& visit : explanation.visits)
    table.rows.push_back({visit.visit.value, visit.day, visit.household, visit.worker,
                          word_of(visit.mode), word_of(visit.outcome), reason_cell(visit)});
  return table;
}

Table patrol_days_table(const Explanation& explanation) {
  Table table{"days",
              translatable("Days of the period"),
              {{"day", translatable("Day")},
               {"works", translatable("Working day?")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right}},
              {},
              {}};
  for (const auto& day : explanation.patrol_days)
    table.rows.push_back({day.day, day.required > 0, day.done, day.required});
  return table;
}

Cell post_cell(const ExplainedPost& post) {
  if (!post.span.grid) return Word{"leave", translatable("leave")};
  return role_cell(post.span.role);
}

Word post_counts(const ExplainedPost& post) {
  if (!post.span.grid) return {"taken_off", translatable("taken off")};
  if (post.span.counts) return {"counted", translatable("counts")};
  return {"rule_elsewhere", translatable("no: the rule does not hold in the grid")};
}

Table posts_table(const Explanation& explanation) {
  Table table{"posts",
              translatable("Days in post"),
              {{"post", translatable("Post")},
               {"grid", translatable("Grid")},
               {"from", translatable("From")},
               {"until", translatable("Until")},
               {"days", translatable("Days in the period"), Align::right},
               {"counts", translatable("Counts?")}},
              {},
              {}};
  for (const auto& post : explanation.posts)
    table.rows.push_back({post_cell(post), text_cell(post.grid), first_day_cell(post.span.days),
                          last_day_cell(post.span.days), post.span.in_period, post_counts(post)});
  return table;
}

Table months_table(const Explanation& explanation) {
  Table table{"months",
              translatable("Months of the year"),
              {{"month", translatable_in("month", "Month")},
               {"days_in_post", translatable("Days in post"), Align::right},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right},
               {"required_to_date", translatable("Required to date"), Align::right}},
              {},
              {}};
  for (const auto& month : explanation.months)
    table.rows.push_back({to_string(month.period), month.judged.days_in_post,
                          month.is_reported ? Cell{month.judged.done} : Cell{},
                          month.judged.required,
                          month.is_reported ? Cell{month.required_to_date} : Cell{}});
  return table;
}

std::string decimal(std::int64_t in_tenths) {
  return fmt::format("{}.{}", in_tenths / 10, in_tenths % 10);
}

Message year_verdict(const compliance::YearStanding& year) {
  return message("Result of the year: {0} (done {1}, whole year {2}).", word_of(year.verdict).label,
                 year.done, year.required_full);
}

}  // namespace

std::vector<Table> explanation_tables(const Explanation& explanation) {
  if (explanation.rule.subject == Subject::grid)
    return {patrols_table(explanation), patrol_days_table(explanation)};
  std::vector<Table> tables{visits_table(explanation)};
  if (explanation.rule.subject == Subject::worker) tables.push_back(posts_table(explanation));
  if (explanation.year) tables.push_back(months_table(explanation));
  return tables;
}

std::vector<Message> year_formulas(const Explanation& explanation) {
  const auto& year = *explanation.year;
  std::vector<Message> notes;
  notes.push_back(message("Year so far: the sum of Done = {0}; of Required to date = {1}: {2}.",
                          year.done, year.required, pace_word(year.on_pace).label));
  if (year.average_tenths)
    notes.push_back(message("Average of the year so far: {0} x {1} done / {2} required = {3}.",
                            explanation.rule.at_least, year.done, year.required,
                            decimal(*year.average_tenths)));
  notes.push_back(
      message("Whole year: the sum of Required over all its months = {0}.", year.required_full));
  if (year.needed)
    notes.push_back(message(
        "From now on: ({0} - {1}, at least 0) / {2} (months left), rounded up = "
        "{3} a month.",
        year.required_full, year.done, compliance::months_left(explanation.window), *year.needed));
  notes.push_back(year_verdict(year));
  return notes;
}

}  // namespace gridvisit::report
