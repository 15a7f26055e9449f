#include "gridvisit/usecase/restore.hpp"

#include "clock.hpp"
#include "consent.hpp"
#include "context.hpp"
#include "passphrase.hpp"
#include "progress.hpp"
#include "setup/restore_document.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

usecase::RestoreRequest bind_restore(const Arguments& arguments, Context& context) {
  usecase::RestoreRequest request;
  request.database = context.settings.database;
  request.backup = arguments.value("file").value_or("");
  request.moment = moment_name(context.now.instant);
  request.patience = context.settings.busy_timeout;
  request.passphrase = [&arguments, &context] {
    return passphrase_given(arguments, context, Repeat::no);
  };
  return request;
}

int run_restore(const Arguments& arguments, Context& context) {
  auto request = bind_restore(arguments, context);
  Progress progress{context};
  request.onlooker = progress.onlooker();
  usecase::Restoration restoration{request};
  progress.clear();
  context.print(comparison_document(restoration, request.backup.string()));
  if (context.settings.dry_run) return 0;
  if (!is_agreed(message("The database would be replaced by the backup."), context)) return 1;
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
      .details =
          {translatable("The backup is read wholly first, and what would be lost is shown. "
                        "The present database is kept beside it under a name with the "
                        "moment: nothing is overwritten. Whoever writes just then waits; "
                        "whoever reads reads on in what was there."),
           translatable(
               "On a terminal it asks; elsewhere it needs --yes. A passphrase is asked for too, "
               "or is the first line of the input.")},
      .arguments = {{"file", translatable("FILE"), translatable("a backup")}},
      .options = {passphrase_option()},
      .examples = {{"gridvisit restore /media/usb/street.db --dry-run",
                    translatable("what would be lost?")},
                   {"gridvisit restore /media/usb/street.db --yes",
                    translatable("replace the database")}},
      .run = run_restore,
  };
}

}  // namespace gridvisit::cli
