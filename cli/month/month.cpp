#include "month/month.hpp"

#include "gridvisit/usecase/close_month.hpp"
#include "gridvisit/usecase/closed_months.hpp"

#include "delivery.hpp"
#include "register/register_options.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

Period month_given(const Arguments& arguments, std::string_view key, Context& context) {
  const auto typed = word(arguments, key);
  const auto month = month_typed(typed, context.now.today);
  if (typed != to_string(month)) context.tell(message("Month: {0}", to_string(month)));
  return month;
}

int run_close(const Arguments& arguments, Context& context) {
  const auto month = month_given(arguments, "closable_month", context);
  const auto again = arguments.has("again") ? usecase::Again::yes : usecase::Again::no;
  const auto open = open_desk(context);
  const auto made = usecase::close_month(open.desk, month, context.now.today, again);
  const auto version = short_head(store::HeadName{made.closing.head, made.closing.head_hash});
  return say_kept(context, {message("Closed {0}. Figures kept, as of data version {2}: {1}.",
                                    to_string(month), made.figures, version)});
}

int run_diff(const Arguments& arguments, Context& context) {
  const auto month = month_given(arguments, "closed_month", context);
  const auto store = context.open_store();
  const auto session = store->read();
  const auto difference = usecase::compare_month(*session, month);
  deliver(report::month_difference(difference, context.catalog.language()), *session, arguments,
          context, month);
  return 0;
}

int run_month_list(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::closing_list(usecase::closed_months(*session)), *session, arguments, context);
  return 0;
}

}  // namespace

Command month_close() {
  return {
      .path = "month close",
      .audience = Audience::coordinator,
      .summary = translatable("keep the figures of a month that is over"),
      .details = {translatable("Every figure of `report month`, by worker and by grid, is kept as "
                               "it is now, with who did it, when, and from which records. Visits "
                               "of the month can still be recorded and voided: `month diff` shows "
                               "what that changes.")},
      .arguments = {{"closable_month", translatable("MONTH"), translatable("2026-10, 10 or last")}},
      .options = {{"again",
                   '\0',
                   {},
                   translatable("close it a second time, after its figures have changed")}},
      .examples = {{"gridvisit month close last", translatable("in the first days of a month")},
                   {"gridvisit month close 2026-10 --again",
                    translatable("take late records in; the first closing stays on record")}},
      .run = run_close,
  };
}

Command month_diff() {
  return {
      .path = "month diff",
      .audience = Audience::coordinator,
      .summary = translatable("what later records changed in a closed month"),
      .details = {translatable("Each figure that is not as it was kept: what it was, what it is, "
                               "and the difference; then the visits recorded or voided since that "
                               "these rows may count, and the changes of the register, the rules "
                               "and the holidays. The month is judged by the day on which it was "
                               "closed, so that only records make a difference.")},
      .arguments = {{"closed_month", translatable("MONTH"), translatable("2026-10, 10 or last")}},
      .options = output_options(),
      .examples = {{"gridvisit month diff 2026-10", translatable("the last closing and now")},
                   {"gridvisit month diff last -o changed.csv",
                    translatable("one row a value, for a spreadsheet")}},
      .run = run_diff,
  };
}

Command month_list() {
  return {
      .path = "month list",
      .audience = Audience::coordinator,
      .summary = translatable("the months that are closed"),
      .options = output_options(),
      .examples = {{"gridvisit month list", translatable("by whom, when, from which records")}},
      .run = run_month_list,
  };
}

}  // namespace gridvisit::cli
