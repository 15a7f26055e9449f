#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/daily_views.hpp"

#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "delivery.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

int run_due(const Arguments& arguments, Context& context) {
  const auto limit = arguments.value("limit");
  const auto data = own_personal_data(arguments, context, "due");
  const auto session = context.open_store()->read();
  const auto list = usecase::due_list(*session, worker_who_types(context), context.now.today,
                                      limit ? count_typed(*limit, 0) : 20);
  deliver(report::due_document(list, data, context.catalog.language()), *session, arguments,
          context);
  return 0;
}

int run_status(const Arguments& arguments, Context& context) {
  const auto session = context.open_store()->read();
  const auto status =
      usecase::worker_status(*session, worker_who_types(context), context.now.today);
  const auto data = own_personal_data(arguments, context, "status");
  deliver(report::status_document(status, data, context.catalog.language()), *session, arguments,
          context);
  return 0;
}

/// --on DAY, --month M, or this month.
DayRange days_of(const Arguments& arguments, Day today) {
  const auto day = arguments.value("on"), month = arguments.value("month");
  if (day && month) throw Error{ErrorKind::usage, message("Name a day or a month, not both.")};
  if (day) return {day_typed(*day, today), day_typed(*day, today)};
  if (month) return month_typed(*month, today).range();
  return period_containing(PeriodKind::month, today).range();
}

int run_journal(const Arguments& arguments, Context& context) {
  const auto days = days_of(arguments, context.now.today);
  const auto data = own_personal_data(arguments, context, "journal");
  const auto session = context.open_store()->read();
  const auto journal = usecase::journal(*session, worker_who_types(context), days,
                                        arguments.value("grep").value_or(""));
  deliver(report::journal_document(journal, data), *session, arguments, context);
  return 0;
}

}  // namespace

Command due() {
  return {
      .path = "due",
      .audience = Audience::worker,
      .summary = translatable("whom to visit next, and what each visit would settle"),
      .details = {translatable(
          "The households of my grids that owe a visit: earliest deadline first, then key, special "
          "and hardship families, then who owes most and was seen longest ago.")},
      .options = with_output({{"limit", 'l', translatable("N"),
                               translatable("show at most N households (20); 0 shows all")},
                              k_unmask,
                              k_reason}),
      .examples = {{"gridvisit due", translatable("the next twenty")},
                   {"gridvisit due -l 0 --format csv", translatable("all of them, as CSV")}},
      .run = run_due,
  };
}

Command status() {
  return {
      .path = "status",
      .audience = Audience::worker,
      .summary = translatable("my month and my year at a glance"),
      .details = {translatable("This is also what a bare `gridvisit` prints.")},
      .options = output_options(),
      .examples = {{"gridvisit status", translatable("how do I stand?")},
                   {"gridvisit status --as W02", translatable("how does W02 stand?")}},
      .run = run_status,
  };
}

Command journal() {
  return {
      .path = "journal",
      .audience = Audience::worker,
      .summary = translatable("my journal: the visits with their notes"),
      .details = {translatable("Without a day or month it shows this month. In a file or pipe "
                               "names and notes are masked.")},
      .options =
          with_output({{"on", '\0', translatable("DAY"), translatable("only this day")},
                       {"month", '\0', translatable("MONTH"),
                        translatable("only this month: 2026-10, 10, this, last, 本月, 上月")},
                       {"grep", '\0', translatable("TEXT"),
                        translatable("only visits whose note, household or name contains TEXT")},
                       k_unmask,
                       k_reason}),
      .examples = {{"gridvisit journal --on yesterday", translatable("what did I do yesterday?")},
                   {"gridvisit journal --month last --grep 血压",
                    translatable("where blood pressure came up last month")}},
      .run = run_journal,
  };
}

}  // namespace gridvisit::cli
