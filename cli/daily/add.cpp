#include "gridvisit/base/text.hpp"
#include "gridvisit/report/due_list.hpp"
#include "gridvisit/report/words.hpp"

#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using usecase::RecordedVisit;

usecase::VisitTold visit_told(const Arguments& arguments, Context& context) {
  usecase::VisitTold told;
  told.household = arguments.value("household").value_or("");
  told.worker = worker_who_types(context);
  told.day = context.now.today;
  if (const auto day = arguments.value("on")) told.day = day_typed(*day, context.now.today);
  if (const auto time = arguments.value("at")) told.time = time_typed(*time);
  if (const auto mode = arguments.value("mode")) told.mode = mode_typed(*mode);
  told.outcome = outcome_given(arguments).value_or(Outcome::met);
  told.note = text_given(arguments.values("note"), context);
  return told;
}

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

int run(const Arguments& arguments, Context& context) {
  auto told = visit_told(arguments, context);
  const auto store = context.open_store();
  const auto recorded = with_household(told.household, context, [&](const std::string& household) {
    told.household = household;
    const auto session = context.begin_writing(*store);
    return usecase::record_visit(*session, told, occasion_of(context));
  });
  for (const auto& warning : recorded.warnings) context.warn(warning);
  say_saved(recorded, context);
  say_standing(recorded, context);
  say_owed(recorded, context);
  return 0;
}

std::vector<Option> add_options() {
  auto options = visit_options();
  options.push_back({"absent", '\0', {}, translatable("nobody was at home")});
  options.push_back({"refused", '\0', {}, translatable("they did not want the visit")});
  options.push_back({"vacant", '\0', {}, translatable("nobody lives there")});
  return options;
}

}  // namespace

Command add() {
  return {
      .path = "add",
      .audience = Audience::worker,
      .summary = translatable("log a visit: at the door, met, today, by me"),
      .details = {translatable("All words behind the household are the note; - reads it from "
                               "stdin. The same visit told twice is saved once.")},
      .arguments = {{"household", translatable("HOUSEHOLD"),
                     translatable("its code, the tail of it that is unique in my grids, or a name "
                                  "or address that only one has")},
                    {.key = "note",
                     .shown = translatable("NOTE"),
                     .help = translatable("what was said and seen"),
                     .required = false,
                     .takes_rest = true}},
      .options = add_options(),
      .examples = {{"gridvisit add 3-2-501 \"血压偏高，约周五复查\"",
                    translatable("at the door, met, today")},
                   {"gridvisit add 3-2-501 -m phone --on yesterday",
                    translatable("by phone, yesterday")},
                   {"gridvisit add 3-2-502 --absent", translatable("nobody home")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
