#include "assign/assign.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/usecase/edit_assignment.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"
#include "saved.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;
using usecase::spoken_days;

constexpr Option k_role{"role", '\0', translatable("ROLE"),
                        translatable("responsible (the default) or assistant")};
constexpr Option k_new_role{"role", '\0', translatable("ROLE"),
                            translatable("responsible or assistant")};
constexpr Option k_replace{
    "replace", '\0', {}, translatable("take the grid over from who has it on these days")};
constexpr Option k_right_worker{"worker", '\0', translatable("WORKER"),
                                translatable("the worker that it should have named")};
constexpr Option k_right_grid{"grid", '\0', translatable("GRID"),
                              translatable("the grid that it should have named")};

std::optional<Role> role_given(const Arguments& arguments) {
  const auto text = arguments.value("role");
  if (!text) return std::nullopt;
  if (const auto role = parse_role(*text)) return role;
  throw Error{ErrorKind::usage, message("`{0}` is not a role.", *text),
              did_you_mean(*text, role_words(),
                           message("The roles are responsible and assistant, or 负责 and 协助."))};
}

usecase::Post post_given(const Arguments& arguments) {
  return {word(arguments, "worker-code"), word(arguments, "grid-code")};
}

Message holds(const store::Session& session, const Assignment& held) {
  const auto worker = session.workers().get(held.worker).code;
  const auto grid = referred_to(session.areas().tree(held.grid).find(held.grid)).code;
  if (held.role == Role::responsible)
    return message("Worker {0} is responsible for grid {1} ({2}).", worker, grid,
                   spoken_days(held.days));
  return message("Worker {0} assists in grid {1} ({2}).", worker, grid, spoken_days(held.days));
}

int say_assignments(const OpenDesk& open, const std::vector<Assignment>& changed,
                    Context& context) {
  const auto lines = after_saving(context, [&] {
    const auto session = open.store->read();
    std::vector<Message> sentences;
    sentences.reserve(changed.size());
    for (const auto& assignment : changed) sentences.push_back(holds(*session, assignment));
    return sentences;
  });
  return say_kept(context, lines);
}

int run_assign_add(const Arguments& arguments, Context& context) {
  const usecase::NewAssignment wanted{post_given(arguments),
                                      role_given(arguments).value_or(Role::responsible),
                                      new_days(arguments, context)};
  if (arguments.has("replace") && !arguments.has("from"))
    throw Error{ErrorKind::usage, message("A hand-over needs its first day."),
                message("Add --from DAY.")};
  const auto open = open_desk(context);
  std::vector<Assignment> changed;
  if (arguments.has("replace")) {
    const auto result = usecase::hand_over(open.desk, wanted);
    changed = result.gave_way;
    changed.push_back(result.made);
    changed.insert(changed.end(), result.resumed.begin(), result.resumed.end());
  } else {
    changed.push_back(usecase::add_assignment(open.desk, wanted));
  }
  return say_assignments(open, changed, context);
}

int run_assign_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, assign_edit().options);
  const usecase::AssignmentEdit edit{changed_days(arguments, context), role_given(arguments),
                                     arguments.value("worker"), arguments.value("grid")};
  const auto choice = chosen(arguments, context);
  const auto open = open_desk(context);
  const auto changed = usecase::edit_assignment(open.desk, post_given(arguments), choice, edit);
  return say_assignments(open, {changed}, context);
}

int run_assign_end(const Arguments& arguments, Context& context) {
  const auto last = last_day(arguments, context);
  const auto open = open_desk(context);
  const auto ended = usecase::end_assignment(open.desk, post_given(arguments), last);
  return say_assignments(open, {ended}, context);
}

int print_assignments(const Arguments& arguments, Context& context, Shown::Which otherwise) {
  const auto filter = filter_given(arguments, context, otherwise);
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::assignment_list(usecase::assignment_lines(*session, filter), filter.shown),
          *session, arguments, context);
  return 0;
}

int run_assign_list(const Arguments& arguments, Context& context) {
  return print_assignments(arguments, context, Shown::Which::not_over);
}

int run_assign_show(const Arguments& arguments, Context& context) {
  return print_assignments(arguments, context, Shown::Which::all);
}

constexpr Argument k_which_worker{"worker-code", k_worker_word.shown, k_worker_word.help};
constexpr Argument k_which_grid{"grid-code", k_grid_word.shown, k_grid_word.help};

}  // namespace

Command assign_add() {
  return {
      .path = "assign add",
      .audience = Audience::coordinator,
      .summary = translatable("give a worker a grid"),
      .details = {translatable(
          "A grid has one responsible worker on any day. With --replace the one before is "
          "responsible up to the day before --from, and again after --until if you give it.")},
      .arguments = {k_which_worker, k_which_grid},
      .options = {k_role, k_from, k_until, k_replace},
      .examples = {{"gridvisit assign add W01 G01",
                    translatable("responsible, from the beginning")},
                   {"gridvisit assign add W02 G01 --replace --from 2026-10-16",
                    translatable("take over in the middle of the month")},
                   {"gridvisit assign add W03 G01 --role assistant --from today",
                    translatable("help there")}},
      .run = run_assign_add,
  };
}

Command assign_list() {
  return {
      .path = "assign list",
      .audience = Audience::coordinator,
      .summary = translatable("who has which grid, now or later"),
      .options = with_output({k_in_area, k_in_grid, k_of_worker, k_shown_on, k_shown_all}),
      .examples = {{"gridvisit assign list --on 2026-10-05",
                    translatable("who had which grid that day")},
                   {"gridvisit assign list --worker W01 --all",
                    translatable("all that one worker ever had")}},
      .run = run_assign_list,
  };
}

Command assign_show() {
  return {
      .path = "assign show",
      .audience = Audience::coordinator,
      .summary = translatable("everyone who ever had a grid"),
      .arguments = {k_grid_word},
      .options = output_options(),
      .examples = {{"gridvisit assign show G01", translatable("from the first to the last")}},
      .run = run_assign_show,
  };
}

Command assign_edit() {
  return {
      .path = "assign edit",
      .audience = Audience::coordinator,
      .summary = translatable("correct an assignment that was recorded wrong"),
      .details = {translatable("Only what an option names is changed. For a real change of worker "
                               "use `gridvisit assign add --replace`.")},
      .arguments = {k_which_worker, k_which_grid},
      .options = {k_new_role, k_from, k_until, k_right_worker, k_right_grid, k_chosen_by_day},
      .examples = {{"gridvisit assign edit W01 G01 --from 2026-02-01",
                    translatable("it began on another day")},
                   {"gridvisit assign edit W01 G01 --worker W02",
                    translatable("it was the wrong worker")},
                   {"gridvisit assign edit W01 G01 --until ''",
                    translatable("until further notice again")}},
      .run = run_assign_edit,
  };
}

Command assign_end() {
  return {
      .path = "assign end",
      .audience = Audience::coordinator,
      .summary = translatable("a worker gives up a grid"),
      .arguments = {k_which_worker, k_which_grid},
      .options = {k_last_day},
      .examples = {{"gridvisit assign end W01 G01 --on 2026-10-31",
                    translatable("the end of October is the last day")}},
      .run = run_assign_end,
  };
}

}  // namespace gridvisit::cli
