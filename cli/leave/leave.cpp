#include "leave/leave.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/edit_leave.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;
using usecase::spoken_days;

constexpr Option k_leave_kind{"kind", '\0', translatable("KIND"),
                              translatable("sick, holiday, course, or a word of your own")};

int run_leave_add(const Arguments& arguments, Context& context) {
  const auto worker = word(arguments, "worker");
  if (!arguments.has("from"))
    throw Error{ErrorKind::usage, message("A leave needs its first day."),
                message("Add --from DAY.")};
  const auto days = new_days(arguments, context);
  const auto open = open_desk(context);
  const auto leave = usecase::add_leave(open.desk, worker, days, word(arguments, "kind"));
  return say_kept(context,
                  {message("Worker {0} is on leave ({1}).", worker, spoken_days(leave.days))});
}

int run_leave_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, leave_edit().options);
  const auto worker = word(arguments, "worker");
  const auto choice = chosen(arguments, context);
  const usecase::LeaveEdit edit{changed_days(arguments, context), arguments.value("kind")};
  const auto open = open_desk(context);
  const auto leave = usecase::edit_leave(open.desk, worker, choice, edit);
  return say_kept(context,
                  {message("Worker {0} is on leave ({1}).", worker, spoken_days(leave.days))});
}

int run_leave_end(const Arguments& arguments, Context& context) {
  const auto worker = word(arguments, "worker");
  const auto last = last_day(arguments, context);
  const auto open = open_desk(context);
  usecase::end_leave(open.desk, worker, last);
  return say_kept(context,
                  {message("The leave of worker {0} ends on {1}.", worker, to_string(last))});
}

int print_leaves(const Arguments& arguments, Context& context, Shown::Which otherwise) {
  const auto filter = filter_given(arguments, context, otherwise);
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::leave_list(usecase::leave_lines(*session, filter), filter.shown), *session,
          arguments, context);
  return 0;
}

int run_leave_list(const Arguments& arguments, Context& context) {
  return print_leaves(arguments, context, Shown::Which::not_over);
}

int run_leave_show(const Arguments& arguments, Context& context) {
  return print_leaves(arguments, context, Shown::Which::all);
}

}  // namespace

Command leave_add() {
  return {
      .path = "leave add",
      .audience = Audience::coordinator,
      .summary = translatable("days on which a worker is not in post"),
      .details = {translatable("They are taken off the days that the worker's quota is reckoned "
                               "by. Both days are included.")},
      .arguments = {k_worker_word},
      .options = {k_from, k_until, k_leave_kind},
      .examples = {{"gridvisit leave add W01 --from 2026-10-12 --until 2026-10-16 --kind sick",
                    translatable("a week of illness")}},
      .run = run_leave_add,
  };
}

Command leave_list() {
  return {
      .path = "leave list",
      .audience = Audience::coordinator,
      .summary = translatable("the leave that is not over yet"),
      .options = with_output({k_of_worker, k_shown_on, k_shown_all}),
      .examples = {{"gridvisit leave list", translatable("who is away, today or later")},
                   {"gridvisit leave list --on 2026-10-12",
                    translatable("who is away on that day")}},
      .run = run_leave_list,
  };
}

Command leave_show() {
  return {
      .path = "leave show",
      .audience = Audience::coordinator,
      .summary = translatable("all leave of one worker so far"),
      .arguments = {k_worker_word},
      .options = output_options(),
      .examples = {{"gridvisit leave show W01", translatable("from the first to the last")}},
      .run = run_leave_show,
  };
}

Command leave_edit() {
  return {
      .path = "leave edit",
      .audience = Audience::coordinator,
      .summary = translatable("change the days or the kind of a leave"),
      .details = {translatable("Only what an option names is changed.")},
      .arguments = {k_worker_word},
      .options = {k_from, k_until, k_leave_kind, k_chosen_by_day},
      .examples = {{"gridvisit leave edit W01 --on 2026-10-12 --until 2026-10-20",
                    translatable("the leave of that day lasts longer")}},
      .run = run_leave_edit,
  };
}

Command leave_end() {
  return {
      .path = "leave end",
      .audience = Audience::coordinator,
      .summary = translatable("the worker is back: end a leave"),
      .arguments = {k_worker_word},
      .options = {k_last_day},
      .examples = {{"gridvisit leave end W01 --on yesterday",
                    translatable("in post again from today on")}},
      .run = run_leave_end,
  };
}

}  // namespace gridvisit::cli
