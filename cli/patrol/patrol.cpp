#include "patrol/patrol.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/usecase/record_patrol.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;

HalfDay half_day_typed(const std::string& text) {
  if (const auto half = parse_half_day(text)) return *half;
  throw Error{ErrorKind::usage, message("`{0}` is not a half-day.", text),
              did_you_mean(text, half_day_words(), message("Give am or pm, 上午 or 下午."))};
}

std::string worker_typing(const Context& context) {
  if (!context.settings.worker.empty()) return context.settings.worker;
  throw Error{
      ErrorKind::usage, message("Nobody said who went on patrol."),
      message("Add --as WORKER, or set it once with `gridvisit config set worker WORKER`.")};
}

TextId half_day_words(HalfDay half) {
  return half == HalfDay::am ? translatable("morning") : translatable("afternoon");
}

int run_patrol_add(const Arguments& arguments, Context& context) {
  const usecase::NewPatrol wanted{worker_typing(context), word(arguments, "grid"),
                                  last_day(arguments, context),
                                  half_day_typed(word(arguments, "half")), word(arguments, "note")};
  const auto open = open_desk(context);
  const auto recorded = usecase::record_patrol(open.desk, wanted, context.now.today);
  if (!recorded.in_post)
    context.warn(message("Worker {0} did not have grid {1} on {2}.", wanted.worker, wanted.grid,
                         to_string(wanted.day)));
  if (recorded.known_before) {
    context.say(message("That patrol is on record already: grid {0}, {1}, {2}, worker {3}.",
                        wanted.grid, to_string(wanted.day), half_day_words(wanted.half),
                        wanted.worker));
    return 0;
  }
  return say_kept(context,
                  {message("Recorded a patrol: grid {0}, {1}, {2}, worker {3}.", wanted.grid,
                           to_string(wanted.day), half_day_words(wanted.half), wanted.worker)});
}

/// --on one day, or --month, or this month.
DayRange days_given(const Arguments& arguments, const Context& context) {
  if (const auto day = day_given(arguments, "on", context)) return {*day, *day};
  return month_typed(arguments.value("month").value_or("this"), context.now.today).range();
}

int run_patrol_list(const Arguments& arguments, Context& context) {
  auto filter = filter_given(arguments, context, Shown::Which::all);
  if (context.own_only()) filter.worker = context.settings.worker;
  const auto days = days_given(arguments, context);
  const auto data = personal_data(arguments, context, "patrol list");
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::patrol_list(usecase::patrol_lines(*session, filter, days), days, data), *session,
          arguments, context);
  return 0;
}

}  // namespace

Command patrol_add() {
  return {
      .path = "patrol add",
      .audience = Audience::worker,
      .summary = translatable("log a round through a grid, in the morning or afternoon"),
      .arguments = {k_grid_word,
                    {"half", translatable("am|pm"), translatable("morning or afternoon")}},
      .options = {{"on", '\0', translatable("DAY"),
                   translatable("on which day; today if you "
                                "don't say")},
                  k_note},
      .examples = {{"gridvisit patrol add G01 am", translatable("this morning, by me")},
                   {"gridvisit patrol add G01 pm --on yesterday --as W02",
                    translatable("yesterday afternoon, by another worker")}},
      .run = run_patrol_add,
  };
}

Command patrol_list() {
  return {
      .path = "patrol list",
      .audience = Audience::worker,
      .summary = translatable("the patrols of a month or a day"),
      .options = with_output({k_in_area,
                              k_in_grid,
                              k_of_worker,
                              {"on", '\0', translatable("DAY"), translatable("only that day")},
                              {"month", '\0', translatable("MONTH"),
                               translatable("that month; this one if you don't say")},
                              k_unmask,
                              k_reason}),
      .examples = {{"gridvisit patrol list --grid G01 --month last",
                    translatable("one grid, last month")}},
      .run = run_patrol_list,
  };
}

}  // namespace gridvisit::cli
