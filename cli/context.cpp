#include "context.hpp"

#include <ostream>

#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

void print_line(std::ostream& out, std::string_view line) {
  out << with_visible_controls(line) << '\n';
}

}  // namespace

store::Authorship Context::authorship() {
  asked_to_write = true;
  return {actor, settings.worker, machine_time};
}

void Context::tell(const Message& message) {
  if (!settings.quiet) print_line(terminal.err, catalog.text(message));
}

void Context::warn(const Message& what) {
  const auto line = message("warning: {0}", catalog.text(what));
  print_line(terminal.err, catalog.text(line));
}

void Context::say(const Message& message) {
  print_line(terminal.out, catalog.text(message));
}

}  // namespace gridvisit::cli
