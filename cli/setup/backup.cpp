#include <system_error>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/usecase/back_up.hpp"
#include "gridvisit/usecase/backup_series.hpp"

#include "clock.hpp"
#include "context.hpp"
#include "passphrase.hpp"
#include "progress.hpp"
#include "setup/setup.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;

usecase::BackupRequest bind_backup(const Arguments& arguments, Context& context) {
  usecase::BackupRequest request;
  request.database = context.settings.database;
  request.to = arguments.value("to").value_or("");
  request.moment = moment_name(context.now.instant);
  request.patience = context.settings.busy_timeout;
  if (arguments.has("force")) request.existing = format::Existing::replace;
  if (request.to.empty())
    throw Error{ErrorKind::usage, message("The name of the backup is empty."),
                message("Name a file, or a folder.")};
  if (!arguments.has("encrypt") && arguments.has("passphrase-file"))
    throw Error{ErrorKind::usage, message("A passphrase is for --encrypt."),
                message("Add --encrypt, or leave out --passphrase-file.")};
  if (arguments.has("encrypt") && !context.settings.dry_run)
    request.passphrase = passphrase_given(arguments, context, Repeat::yes);
  return request;
}

usecase::Keeping keeping_wanted(const Arguments& arguments, const fs::path& to) {
  usecase::Keeping keeping;
  if (const auto count = arguments.value("keep")) keeping.newest = count_typed(*count, 1);
  if (const auto days = arguments.value("keep-days")) keeping.days = count_typed(*days, 1);
  if (!keeping.everything() && !fs::is_directory(to))
    throw Error{ErrorKind::usage,
                message("--keep and --keep-days are for a folder, and {0} is none.", to.string()),
                message("Only backups that the program named itself are ever removed.")};
  return keeping;
}

/// The backup is sound even if the database can't be written, say because its disk is read-only:
/// that may be why it is backed up.
void put_on_record(const usecase::Backup& backup, Context& context) {
  try {
    usecase::record_backup(*context.open_store(), context.authorship(), backup);
  } catch (const Error& error) {
    context.warn(
        message("The backup is whole, but could not be put on record: {0}", error.message()));
  }
}

void remove_outdated(const usecase::Backup& backup, const usecase::Keeping& keeping,
                     Context& context) {
  const auto series = usecase::series_of(context.settings.database);
  for (const auto& file :
       usecase::outdated_backups(backup.file, series, keeping, context.now.today)) {
    std::error_code failed;
    fs::remove(file, failed);
    if (failed)
      context.warn(
          message("{0} can't be removed: {1}.", file.string(), system_reason(failed.value())));
    else
      context.tell(message("Removed {0}.", file.string()));
  }
}

int run_backup(const Arguments& arguments, Context& context) {
  auto request = bind_backup(arguments, context);
  const auto keeping = keeping_wanted(arguments, request.to);
  if (context.settings.dry_run) {
    const auto head = context.open_store()->read()->audit().head();
    context.say(message("Would back up data version {0} to {1}.", store::short_head(head),
                        request.to.string()));
    return 0;
  }
  Progress progress{context};
  request.onlooker = progress.onlooker();
  const auto backup = usecase::back_up(request);
  progress.clear();
  put_on_record(backup, context);
  remove_outdated(backup, keeping, context);
  if (!context.settings.quiet)
    context.say(message("Backed up data version {0} to {1} ({2} bytes), and read it back.",
                        store::short_head(backup.head), backup.file.string(), backup.bytes));
  return 0;
}

}  // namespace

Command backup() {
  return {
      .path = "backup",
      .audience = Audience::administrator,
      .summary = translatable("copy the database, and check the copy"),
      .details = {translatable("Others may go on writing. The copy is of one moment, and is in its "
                               "place only once it has been read back whole."),
                  translatable("In a folder the program names its backups by database, moment and "
                               "data version. --keep and --keep-days remove older ones of these "
                               "and no other file; what one of the two keeps is kept."),
                  translatable("A passphrase is typed, or is the first line of a file or of the "
                               "input. Who loses it loses the backup.")},
      .arguments = {{"to", translatable("FILE|FOLDER"), translatable("where the backup goes")}},
      .options = {{"keep", '\0', translatable("COUNT"), translatable("keep so many in the folder")},
                  {"keep-days", '\0', translatable("DAYS"),
                   translatable("keep those of the last so many days")},
                  {"encrypt", '\0', {}, translatable("so that only a passphrase opens it")},
                  passphrase_option(),
                  {"force", '\0', {}, translatable("replace the file if it exists")}},
      .examples = {{"gridvisit backup /media/usb/street.db", translatable("to a stick")},
                   {"gridvisit backup /srv/backups --keep 7 --keep-days 30",
                    translatable("every night, by cron")},
                   {"gridvisit backup /media/usb --encrypt",
                    translatable("asks for a passphrase")}},
      .run = run_backup,
  };
}

}  // namespace gridvisit::cli
