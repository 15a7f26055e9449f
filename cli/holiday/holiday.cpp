#include "holiday/holiday.hpp"

#include "gridvisit/usecase/list_holidays.hpp"

#include "context.hpp"
#include "delivery.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

int run_holiday_list(const Arguments& arguments, Context& context) {
  const auto year = year_typed(arguments.value("year").value_or("this"), context.now.today);
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::holiday_list(usecase::holidays_of(*session, year)), *session, arguments, context,
          year);
  return 0;
}

}  // namespace

Command holiday_list() {
  return {
      .path = "holiday list",
      .audience = Audience::coordinator,
      .summary = translatable("the days that are not what their weekday says"),
      .details = {translatable("Holidays, and the days that are worked to make up for them. Rules "
                               "for patrols ask for the working days. `gridvisit import holidays "
                               "FILE` brings the table, and corrects it: a day that is on record "
                               "becomes what the file says.")},
      .arguments = {{"year", translatable("YEAR"), translatable("2026, this or last"), false}},
      .options = output_options(),
      .examples = {{"gridvisit holiday list 2026", translatable("the table of a year")},
                   {"gridvisit import holidays examples/holidays/china-2026.csv",
                    translatable("the public holidays of China in 2026")}},
      .run = run_holiday_list,
  };
}

}  // namespace gridvisit::cli
