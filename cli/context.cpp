#include "context.hpp"

#include <ostream>
#include <sstream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"

#include "sentence.hpp"

namespace gridvisit::cli {

std::unique_ptr<store::Store> Context::open_store() const {
  if (opened) return std::move(opened);
  return store::open(settings.database, settings.busy_timeout);
}

void Context::pass_time() {
  const auto moment = clock();
  now.instant += moment - machine_time;
  machine_time = moment;
}

store::Authorship Context::authorship() {
  asked_to_write = !settings.dry_run;
  return readership();
}

void Context::check_clock(const store::Session& session) {
  const auto last = session.audit().head();
  if (machine_time >= last.at) return;
  warn(
      message("This machine's clock says {0}, which is before the last record ({1}). What you "
              "type is saved all the same; have the clock set.",
              to_string(machine_time), to_string(last.at)));
}

std::unique_ptr<store::Session> Context::begin_writing(store::Store& store) {
  auto session = store.write(authorship());
  check_clock(*session);
  return session;
}

store::Authorship Context::readership() const {
  return {actor(), settings.worker, machine_time};
}

void Context::tell(const Message& message) {
  if (settings.quiet) return;
  terminal.out.flush();  // where both end up in one place, they stand in the order they were said
  print_sentence(terminal.err, catalog.text(message), terminal.err_columns());
}

void Context::warn(const Message& what) {
  const auto line = message("warning: {0}", catalog.text(what));
  print_sentence(terminal.err, catalog.text(line), terminal.err_columns());
}

report::Format Context::format() const {
  const auto name = settings.format.value_or("table");
  if (const auto format = report::parse_format(name)) return *format;
  const auto names = report::format_names();
  throw Error{ErrorKind::usage, message("There is no format {0}.", name),
              did_you_mean(name, names, message("The formats are: {0}", join(names, ", ")))};
}

void Context::print(const report::Document& document) {
  const report::Style style{
      .catalog = catalog, .width = terminal.out_columns(), .color = terminal.color};
  const auto wanted = format();
  if (report::is_binary(wanted) && terminal.out_is_terminal)
    throw Error{ErrorKind::usage, message("A terminal can't show {0}.", *settings.format),
                message("Name a file to write: -o FILE")};
  write(document, wanted, style, terminal.out);
}

void Context::write(const report::Document& document, report::Format format,
                    const report::Style& style, std::ostream& out) const {
  if (format != report::Format::pdf) return report::render(document, format, style, out);
  std::ostringstream printout;
  report::render(document, format, style, printout);
  out << typeset(printout.view());
}

void Context::say(const Message& message) {
  print_sentence(terminal.out, catalog.text(message), terminal.out_columns());
}

}  // namespace gridvisit::cli
