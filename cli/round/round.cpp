#include "round/round.hpp"

#include "gridvisit/base/text.hpp"

#include "daily/common.hpp"
#include "round/session.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

bool can_draw(const Terminal& terminal) {
  return terminal.in_is_terminal && terminal.out_is_terminal && !terminal.is_dumb;
}

usecase::RoundRequest request_of(const Arguments& arguments, const Context& context) {
  constexpr std::size_t k_usual_limit = 20;
  const auto limit = arguments.value("limit");
  const auto day = arguments.value("on");
  const auto today = context.now.today;
  return {worker_who_types(context), day ? day_typed(*day, today) : today, today,
          limit ? count_typed(*limit, 0) : k_usual_limit};
}

int run_round(const Arguments& arguments, Context& context) {
  if (context.settings.no_input)
    throw Error{ErrorKind::usage, message("A round asks at every household."),
                message("Leave out --no-input, or log each visit with `gridvisit add`.")};
  const auto mode = arguments.value("mode");
  RoundSession session{request_of(arguments, context), mode ? mode_typed(*mode) : Mode::door,
                       context};
  if (session.walk().stops().empty()) {
    context.say(message("No household owes a visit today."));
    return 0;
  }
  if (can_draw(context.terminal))
    walk_on_screen(session);
  else
    walk_by_lines(session);
  session.say_farewell();
  return 0;
}

}  // namespace

void tell_and_go_on(const Error& error, Context& context) {
  const auto kind = error.kind();
  if (kind != ErrorKind::refused && kind != ErrorKind::busy && kind != ErrorKind::not_found)
    throw error;
  context.warn(error.message());
  context.tell(error.hint());
}

Command round_command() {
  return {
      .path = "round",
      .audience = Audience::worker,
      .summary = translatable("walk through the households that are due, one key a visit"),
      .details =
          {translatable(
               "Each household is shown with what it owes. Keys: m met, a absent, r refused, "
               "v vacant save the visit; 1 to 6 choose the way (1 door … 5 phone); n types a "
               "note first; s skips, b goes back, u undoes, q leaves, ? helps."),
           translatable("Every visit is saved at once, as `gridvisit add` saves it. A round "
                        "that was left goes on where it was. Where keys can't be read one "
                        "by one it takes lines: a key, and behind it the note.")},
      .options = {{"limit", 'l', translatable("N"),
                   translatable("at most N households (20); 0 takes all")},
                  {"mode", 'm', translatable("MODE"),
                   translatable("the usual way of these visits (door)")},
                  {"on", '\0', translatable("DAY"),
                   translatable("the day they were made (today)")}},
      .examples = {{"gridvisit round", translatable("from door to door")},
                   {"gridvisit round -m phone -l 0", translatable("an afternoon of calls")},
                   {"gridvisit round --on yesterday", translatable("what is still on paper")}},
      .run = run_round,
  };
}

}  // namespace gridvisit::cli
