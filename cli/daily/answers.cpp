#include "daily/answers.hpp"

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/due_list.hpp"
#include "gridvisit/report/words.hpp"

#include "daily/common.hpp"

namespace gridvisit::cli {
namespace {

using usecase::CorrectedVisit;
using usecase::RecordedVisit;

/// What was saved, its number and day.
void say_saved(const RecordedVisit& recorded, Context& context) {
  const auto number = recorded.visit.id.value;
  const auto who = named(recorded.household, recorded.in_own_grid, context);
  const auto what = described(recorded.visit.said, context.catalog);
  if (recorded.already_saved)
    context.say(message("Already saved as visit {0}: {1}, {2}.", number, who, what));
  else if (context.settings.dry_run)
    context.say(message("Would save: {0}, {1}.", who, what));
  else
    context.say(message("Saved visit {0}: {1}, {2}.", number, who, what));
}

TextId unit_of(Count count) {
  switch (count) {
    case Count::households:
      return translatable_in("count", "households");
    case Count::visits:
      return translatable_in("count", "visits");
    case Count::days:
      break;
  }
  return translatable_in("count", "days");
}

std::string tenths_text(std::int64_t tenths) {
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// This month, and the year's average against the norm.
void say_standing(const RecordedVisit& recorded, Context& context) {
  if (recorded.standings.empty()) return;
  const auto& [rule, period, judgement, year] = recorded.standings.front();
  const auto unit = unit_of(rule.count);
  if (year && year->average_tenths)
    context.say(message("{0}: {1} of {2} {3}; the year's average is {4} of {5} ({6}).",
                        to_string(period), judgement.done, judgement.required, unit,
                        tenths_text(*year->average_tenths), rule.at_least,
                        report::pace_word(year->on_pace).label));
  else
    context.say(message("{0}: {1} of {2} {3}.", to_string(period), judgement.done,
                        judgement.required, unit));
}

/// What this household still owes.
void say_owed(const RecordedVisit& recorded, Context& context) {
  const auto& owed = recorded.owed;
  if (owed.empty()) {
    context.say(message("{0} owes nothing more.", recorded.household.code));
    return;
  }
  std::vector<std::string> rules;
  for (const auto& each : owed)
    rules.push_back(context.catalog.text(
        message("{0} (by {1})", report::title_of(each.rule, context.catalog.language()),
                to_string(each.period.last))));
  context.say(message("{0} still owes: {1}.", recorded.household.code,
                      join(rules, context.catalog.text(translatable("; ")))));
}

/// A note is shown to the worker who wrote it.
std::string shown_note(const CorrectedVisit& corrected, const std::string& note,
                       const Context& context) {
  const bool own = corrected.worker.code == context.settings.worker;
  return own && own_personal_data(context) == report::PersonalData::own ? note : "*";
}

}  // namespace

void say_recorded(const RecordedVisit& recorded, Context& context) {
  for (const auto& warning : recorded.warnings) context.warn(warning);
  say_saved(recorded, context);
  say_standing(recorded, context);
  say_owed(recorded, context);
}

std::string told_in_full(const CorrectedVisit& corrected, const VisitDraft& said,
                         const Context& context) {
  const auto household = named(corrected.household, corrected.in_own_grid, context);
  const auto visit = described(said, context.catalog);
  const auto told = said.note.empty() ? message("{0}, {1}", household, visit)
                                      : message("{0}, {1}: {2}", household, visit,
                                                shown_note(corrected, said.note, context));
  return context.catalog.text(told);
}

void say_voided(const CorrectedVisit& corrected, Context& context) {
  for (const auto& warning : corrected.warnings) context.warn(warning);
  const auto number = corrected.old.id.value;
  const auto what = told_in_full(corrected, corrected.old.said, context);
  if (context.settings.dry_run)
    context.say(message("Would void visit {0}: {1}", number, what));
  else
    context.say(message("Visit {0} is void: {1}", number, what));
  if (const auto replaced = corrected.old.said.replaces)
    context.tell(
        message("It had replaced visit {0}, which stays void: log it again if it was "
                "right.",
                replaced->value));
}

}  // namespace gridvisit::cli
