#include "gridvisit/usecase/restore.hpp"

#include <istream>
#include <ostream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

#include "clock.hpp"
#include "context.hpp"
#include "setup/restore_document.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

usecase::RestoreRequest bind(const Arguments& arguments, const Context& context) {
  usecase::RestoreRequest request;
  request.database = context.settings.database;
  request.backup = arguments.value("file").value_or("");
  request.moment = moment_name(context.now.instant);
  request.patience = context.settings.busy_timeout;
  return request;
}

/// True if somebody says yes, or said so beforehand.
bool is_wanted(Context& context) {
  if (context.settings.yes) return true;
  const auto& terminal = context.terminal;
  const bool can_ask = terminal.in_is_terminal && terminal.err_is_terminal &&
                       terminal.out_is_terminal && !context.settings.no_input;
  if (!can_ask)
    throw Error{ErrorKind::usage, message("The database would be replaced; that needs a yes."),
                message("Nothing was changed. Add --yes.")};
  terminal.out.flush();
  terminal.err << context.catalog.text(message("Restore it? Type yes: ")) << std::flush;
  std::string answer;
  std::getline(terminal.in, answer);
  const auto said = fold(trim(answer));
  return said == "yes" || said == "是";
}

int run(const Arguments& arguments, Context& context) {
  const auto request = bind(arguments, context);
  usecase::Restoration restoration{request};
  context.print(comparison_document(restoration, request.backup.string()));
  if (context.settings.dry_run) return 0;
  if (!is_wanted(context)) {
    context.tell(message("Nothing was changed."));
    return 1;
  }
  const auto head = restoration.carry_out(context.authorship());
  context.tell(
      message("Restored {0}; data version {1}.", request.backup.string(), store::short_head(head)));
  if (restoration.kept())
    context.tell(message("The database as it was is kept in {0}.", restoration.kept()->string()));
  return 0;
}

}  // namespace

Command restore() {
  return {
      .path = "restore",
      .audience = Audience::administrator,
      .summary = translatable("put a backup in the place of the database"),
      .details = {translatable("The backup is read wholly first, and what would be lost is shown. "
                               "The present database is kept beside it under a name with the "
                               "moment: nothing is overwritten. Whoever writes just then waits; "
                               "whoever reads reads on in what was there."),
                  translatable("On a terminal it asks; elsewhere it needs --yes.")},
      .arguments = {{"file", translatable("FILE"), translatable("a backup")}},
      .examples = {{"gridvisit restore /media/usb/street.db --dry-run",
                    translatable("what would be lost?")},
                   {"gridvisit restore /media/usb/street.db --yes", translatable("replace the database")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
