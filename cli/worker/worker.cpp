#include "worker/worker.hpp"

#include "gridvisit/base/reference.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/edit_worker.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"
#include "saved.hpp"

namespace gridvisit::cli {
namespace {

using report::Shown;

usecase::WorkerFields worker_fields_given(const Arguments& arguments) {
  return {arguments.value("name"), arguments.value("phone")};
}

int run_worker_add(const Arguments& arguments, Context& context) {
  const auto open = open_desk(context);
  const auto worker =
      usecase::add_worker(open.desk, word(arguments, "worker"), worker_fields_given(arguments));
  return say_kept(context, {message("Added worker {0} {1}.", worker.code, worker.name)});
}

int run_worker_edit(const Arguments& arguments, Context& context) {
  require_one_of(arguments, worker_edit().options);
  const auto open = open_desk(context);
  const auto worker =
      usecase::edit_worker(open.desk, word(arguments, "worker"), worker_fields_given(arguments));
  return say_kept(context, {message("Changed worker {0} {1}.", worker.code, worker.name)});
}

int run_worker_end(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "worker");
  const auto last = last_day(arguments, context);
  const auto open = open_desk(context);
  const auto ended = usecase::end_worker(open.desk, code, last);
  const auto tree = after_saving(context, [&] { return open.store->read()->areas().tree(); });
  std::vector<std::string> grids;
  grids.reserve(ended.size());
  for (const auto& assignment : ended)
    grids.push_back(referred_to(tree.find(assignment.grid)).code);
  return say_kept(context,
                  {message("The last day of worker {0} is {1}; these grids become free: {2}.", code,
                           to_string(last), join(grids, " "))});
}

int run_worker_list(const Arguments& arguments, Context& context) {
  const auto filter = filter_given(arguments, context, Shown::Which::on_day);
  const auto data = personal_data(arguments, context, "worker list");
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::worker_list(usecase::worker_lines(*session, filter), filter.shown.day, data),
          *session, arguments, context);
  return 0;
}

int run_worker_show(const Arguments& arguments, Context& context) {
  const auto code = word(arguments, "worker");
  const auto data = personal_data(arguments, context, "worker show " + code);
  const auto store = context.open_store();
  const auto session = store->read();
  const auto record = usecase::worker_record(*session, code, context.now.today);
  deliver(report::worker_document(record, data), *session, arguments, context);
  return 0;
}

}  // namespace

Command worker_add() {
  return {
      .path = "worker add",
      .audience = Audience::coordinator,
      .summary = translatable("a new grid worker"),
      .details = {translatable("`gridvisit assign add` then gives the worker a grid.")},
      .arguments = {k_worker_word, {"name", translatable("NAME"), translatable("the full name")}},
      .options = {k_phone},
      .examples = {{"gridvisit worker add W09 '李某某' --phone 13800000009",
                    translatable("with a phone number")}},
      .run = run_worker_add,
  };
}

Command worker_list() {
  return {
      .path = "worker list",
      .audience = Audience::coordinator,
      .summary = translatable("the workers and the grids they hold"),
      .options = with_output({k_in_area, k_in_grid, k_shown_on, k_unmask, k_reason}),
      .examples = {{"gridvisit worker list", translatable("all of them, with today's grids")},
                   {"gridvisit worker list --area C1 --on 2026-01-01",
                    translatable("who was in that community at New Year")}},
      .run = run_worker_list,
  };
}

Command worker_show() {
  return {
      .path = "worker show",
      .audience = Audience::coordinator,
      .summary = translatable("one worker with all assignments and leave"),
      .arguments = {k_worker_word},
      .options = with_output({k_unmask, k_reason}),
      .examples = {{"gridvisit worker show W01", translatable("everything about one worker")}},
      .run = run_worker_show,
  };
}

Command worker_edit() {
  return {
      .path = "worker edit",
      .audience = Audience::coordinator,
      .summary = translatable("change the name or phone number of a worker"),
      .details = {translatable("Only what an option names is changed.")},
      .arguments = {k_worker_word},
      .options = {k_name, k_phone},
      .examples = {{"gridvisit worker edit W01 --phone 13800000001",
                    translatable("a new phone number")},
                   {"gridvisit worker edit W01 --phone ''", translatable("no phone number")}},
      .run = run_worker_edit,
  };
}

Command worker_end() {
  return {
      .path = "worker end",
      .audience = Audience::coordinator,
      .summary = translatable("a worker leaves: end every assignment"),
      .details = {translatable("The worker and all visits stay on record.")},
      .arguments = {k_worker_word},
      .options = {k_last_day},
      .examples = {{"gridvisit worker end W01 --on 2026-10-31",
                    translatable("in service up to the end of October")}},
      .run = run_worker_end,
  };
}

}  // namespace gridvisit::cli
