#include "register/register_options.hpp"

#include <algorithm>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "values.hpp"

namespace gridvisit::cli {
namespace {

/// An end of days that is given as a day, or as nothing to open it.
std::optional<Day> changed_end(const Arguments& arguments, std::string_view option, Day open,
                               const Context& context) {
  return arguments.value(option) == "" ? open : day_given(arguments, option, context);
}

}  // namespace

std::string word(const Arguments& arguments, std::string_view key) {
  return arguments.value(key).value_or("");
}

std::optional<Day> day_given(const Arguments& arguments, std::string_view option,
                             const Context& context) {
  const auto text = arguments.value(option);
  if (!text) return std::nullopt;
  return day_typed(*text, context.now.today);
}

Day last_day(const Arguments& arguments, const Context& context) {
  return day_given(arguments, "on", context).value_or(context.now.today);
}

DayRange new_days(const Arguments& arguments, const Context& context) {
  return usecase::days_between(day_given(arguments, "from", context),
                               day_given(arguments, "until", context));
}

usecase::DaysEdit changed_days(const Arguments& arguments, const Context& context) {
  return {changed_end(arguments, "from", k_beginning, context),
          changed_end(arguments, "until", k_forever, context)};
}

usecase::DayChoice chosen(const Arguments& arguments, const Context& context) {
  return {day_given(arguments, "on", context), context.now.today};
}

void require_one_of(const Arguments& arguments, const std::vector<Option>& options) {
  std::string names;
  for (const auto& option : options) {
    if (option.name == "on") continue;
    if (arguments.has(option.name)) return;
    names += " --" + std::string{option.name};
  }
  throw Error{ErrorKind::usage, message("There is nothing to change."),
              message("Name what shall change:{0}.", names)};
}

usecase::RegisterFilter filter_given(const Arguments& arguments, const Context& context,
                                     report::Shown::Which otherwise) {
  using Which = report::Shown::Which;
  usecase::RegisterFilter filter;
  filter.area = arguments.has("grid") ? arguments.value("grid") : arguments.value("area");
  filter.worker = arguments.value("worker");
  filter.household = arguments.value("household");
  filter.tag = arguments.value("tag");
  filter.language = context.catalog.language();
  filter.shown = {otherwise, last_day(arguments, context)};
  if (arguments.has("on")) filter.shown.which = Which::on_day;
  if (arguments.has("all")) filter.shown.which = Which::all;
  return filter;
}

OpenDesk open_desk(Context& context) {
  auto store = context.open_store();
  auto& place = *store;
  context.check_clock(*place.read());
  return {std::move(store), {place, context.authorship(), context.settings.dry_run}};
}

int say_kept(Context& context, const std::vector<Message>& lines) {
  for (const auto& line : lines) context.say(line);
  if (context.settings.dry_run) context.say(message("Dry run: nothing was saved."));
  return 0;
}

}  // namespace gridvisit::cli
