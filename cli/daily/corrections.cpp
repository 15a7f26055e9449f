#include "gridvisit/usecase/correct_visit.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "clock.hpp"
#include "daily/answers.hpp"
#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using usecase::Correction;

/// Who corrects must be on record, if it is a worker.
Correction correction_of(const Arguments& arguments, const Context& context,
                         const store::Session& session) {
  const auto& worker = context.settings.worker;
  if (!worker.empty()) usecase::worker_coded(session, worker);
  return {worker.empty() ? context.actor() : worker, arguments.value("reason").value_or(""),
          context.own_only()};
}

usecase::VisitChanges changes_of(const Arguments& arguments, Context& context) {
  usecase::VisitChanges changes;
  changes.household = arguments.value("household").value_or("");
  if (const auto day = arguments.value("on")) changes.day = day_typed(*day, context.now.today);
  if (const auto time = arguments.value("at")) changes.time = time_typed(*time);
  if (const auto mode = arguments.value("mode")) changes.mode = mode_typed(*mode);
  changes.outcome = outcome_given(arguments);
  if (arguments.has("note")) changes.note = text_given(arguments.values("note"), context);
  return changes;
}

int run_amend(const Arguments& arguments, Context& context) {
  const auto id = visit_typed(arguments.value("visit").value_or(""));
  auto changes = changes_of(arguments, context);
  const auto store = context.open_store();
  const auto corrected =
      with_household(changes.household, context, [&](const std::string& household) {
        changes.household = household;
        const auto session = context.begin_writing(*store);
        return usecase::amend_visit(*session, id, changes,
                                    correction_of(arguments, context, *session),
                                    occasion_of(context));
      });
  for (const auto& warning : corrected.warnings) context.warn(warning);
  const auto now = told_in_full(corrected, corrected.now.said, context);
  if (context.settings.dry_run)
    context.say(message("Would replace visit {0} by: {1}", id.value, now));
  else
    context.say(
        message("Saved visit {0} in place of {1}: {2}", corrected.now.id.value, id.value, now));
  return 0;
}

int run_void(const Arguments& arguments, Context& context) {
  const auto id = visit_typed(arguments.value("visit").value_or(""));
  const auto store = context.open_store();
  const auto session = context.begin_writing(*store);
  say_voided(usecase::void_visit(*session, id, correction_of(arguments, context, *session),
                                 occasion_of(context)),
             context);
  return 0;
}

int run_undo(const Arguments& arguments, Context& context) {
  const auto worker = worker_who_types(context);
  const auto store = context.open_store();
  const auto session = context.begin_writing(*store);
  auto correction = correction_of(arguments, context, *session);
  if (!arguments.has("reason")) correction.reason = "undo by " + worker;
  say_voided(usecase::undo_last(*session, worker, start_of_day(context.now.today), correction,
                                occasion_of(context)),
             context);
  return 0;
}

std::vector<Option> amend_options() {
  auto options = visit_options();
  options.push_back({"household", '\0', translatable("HOUSEHOLD"), translatable("another one")});
  options.push_back({"met", '\0', {}, translatable("they were met")});
  options.push_back({"absent", '\0', {}, translatable("nobody was at home")});
  options.push_back({"refused", '\0', {}, translatable("they did not want the visit")});
  options.push_back({"vacant", '\0', {}, translatable("nobody lives there")});
  options.push_back({"note", '\0', translatable("TEXT"), translatable("another note")});
  options.push_back({"reason", '\0', translatable("TEXT"), translatable("why; required")});
  return options;
}

}  // namespace

Command amend() {
  return {
      .path = "amend",
      .audience = Audience::worker,
      .summary = translatable("correct a visit; the old record is kept"),
      .details = {translatable("The visit is voided, and a new one with the changes takes its "
                               "place. Both stay in the history.")},
      .arguments = {{"visit", translatable("VISIT"), translatable("its number")}},
      .options = amend_options(),
      .examples = {{"gridvisit amend 17 --mode phone --reason \"只通了电话\"",
                    translatable("it was only a call")}},
      .run = run_amend,
  };
}

Command void_one() {
  return {
      .path = "void",
      .audience = Audience::worker,
      .summary = translatable("cancel a visit that was not made"),
      .details = {translatable("The record stays in the history and counts for nothing.")},
      .arguments = {{"visit", translatable("VISIT"), translatable("its number")}},
      .options = {{"reason", '\0', translatable("TEXT"), translatable("why; required")}},
      .examples = {{"gridvisit void 17 --reason \"记错户\"",
                    translatable("it was another household")}},
      .run = run_void,
  };
}

Command undo() {
  return {
      .path = "undo",
      .audience = Audience::worker,
      .summary = translatable("void my last record of today"),
      .details = {translatable("What is undone is shown in full; -n only shows it.")},
      .options = {{"reason", '\0', translatable("TEXT"),
                   translatable("why (\"undo by\" and who)")}},
      .examples = {{"gridvisit undo", translatable("that was wrong")},
                   {"gridvisit undo -n", translatable("what would be undone?")}},
      .run = run_undo,
  };
}

}  // namespace gridvisit::cli
