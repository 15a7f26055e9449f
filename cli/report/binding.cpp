#include "report/binding.hpp"

#include <filesystem>
#include <sstream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/render.hpp"

#include "clock.hpp"
#include "output.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using report::Format;

Format format_by_ending(const std::string& path) {
  const auto ending = fold(std::filesystem::path{path}.extension().string());
  if (const auto format = report::format_of_ending(ending)) return *format;
  throw Error{ErrorKind::usage, message("The ending of {0} names no format.", path),
              message("End it in one of these, or name a --format: {0}", report::format_endings())};
}

bool goes_to_file(const std::optional<std::string>& path) {
  return path && *path != "-";
}

/// The first second that civil_day() puts after `day`.
std::chrono::sys_seconds end_of(Day day, const std::string& time_zone) {
  std::chrono::sys_seconds before = day - std::chrono::days{2};
  std::chrono::sys_seconds after = day + std::chrono::days{3};
  while (after - before > std::chrono::seconds{1}) {
    const auto middle = before + (after - before) / 2;
    (civil_day(middle, time_zone) > day ? after : before) = middle;
  }
  return after;
}

}  // namespace

std::vector<Option> output_options() {
  return {{"output", 'o', translatable("FILE"),
           translatable("write there; the ending says how: .csv .json .ndjson .md .txt")},
          {"force", '\0', {}, translatable("replace the file if it exists")}};
}

Format format_wanted(const Arguments& arguments, const Context& context) {
  const auto path = arguments.value("output");
  if (!context.settings.format && goes_to_file(path)) return format_by_ending(*path);
  return context.format();
}

void deliver(const report::Document& document, const Arguments& arguments, Context& context) {
  const auto path = arguments.value("output");
  if (!goes_to_file(path)) {
    context.print(document);
    return;
  }
  const auto format = format_wanted(arguments, context);
  const auto existing =
      arguments.has("force") ? format::Existing::replace : format::Existing::refuse;
  Output output{path, existing, context.terminal.out};
  std::ostringstream text;
  report::render(document, format, {.catalog = context.catalog}, text);
  output.write(text.view());
  output.commit();
  context.tell(message("Written: {0}", *path));
}

KnownOn known_on_typed(const Arguments& arguments, const Context& context) {
  const auto word = arguments.value("known-on");
  if (!word) return {};
  const auto day = day_typed(*word, context.now.today);
  if (day > context.now.today)
    throw Error{ErrorKind::usage, message("{0} is still to come.", to_string(day)),
                message("Name a day up to today, {0}.", to_string(context.now.today))};
  const auto& zone = setting_named(context.settings.known, "timezone").value;
  return {day, end_of(day, zone)};
}

Period period_typed(std::string_view word, Day today) {
  if (const auto period = parse_period(word)) return *period;
  if (const auto month = parse_month(word, today)) return *month;
  throw Error{ErrorKind::usage, message("There is no period {0}.", word),
              message("Write 2026-10-05, 2026-W41, 2026-10a, 2026-10, 2026-Q4, 2026-H2, 2026, this "
                      "or last.")};
}

}  // namespace gridvisit::cli
