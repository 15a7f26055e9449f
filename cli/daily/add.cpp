#include "daily/answers.hpp"
#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

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

int run_add(const Arguments& arguments, Context& context) {
  auto told = visit_told(arguments, context);
  const auto store = context.open_store();
  const auto recorded = with_household(told.household, context, [&](const std::string& household) {
    told.household = household;
    const auto session = context.begin_writing(*store);
    return usecase::record_visit(*session, told, occasion_of(context));
  });
  say_recorded(recorded, context);
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
                                  "(also in pinyin) or address that only one has")},
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
      .run = run_add,
  };
}

}  // namespace gridvisit::cli
