#include "gridvisit/usecase/restore.hpp"

#include <istream>
#include <ostream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

#include "clock.hpp"
#include "context.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

using report::Cell;

usecase::RestoreRequest bind(const Arguments& arguments, const Context& context) {
  usecase::RestoreRequest request;
  request.database = context.settings.database;
  request.backup = arguments.value("file").value_or("");
  request.moment = moment_name(context.now.instant);
  request.patience = context.settings.busy_timeout;
  return request;
}

Cell version_of(const store::AuditEntry& entry) {
  return message("{0} of {1}", store::short_head(entry), to_string(entry.at));
}

Cell version_of(const usecase::Comparison& comparison) {
  if (comparison.database) return version_of(*comparison.database);
  if (comparison.unreadable) return comparison.unreadable->message();
  return message("there is none");
}

/// What restoring means, in one sentence.
Message relation_of(const usecase::Comparison& comparison) {
  if (!comparison.database && !comparison.unreadable)
    return message("There is no database yet; nothing is replaced.");
  if (!comparison.database)
    return message(
        "The database can't be read, so nobody can tell what it has that the backup "
        "lacks.");
  if (comparison.common == 0 && !comparison.backup.schema.is_newest())
    return message("The backup is of an older schema; it is brought up to date.");
  if (comparison.common == 0)
    return message("The backup is of another database: all of this one would be replaced.");
  if (comparison.lost() == 0) return message("The backup has all that the database has.");
  if (comparison.gained() == 0) return message("The backup is an earlier state of this database.");
  return message("The two went different ways after data version {0}.", comparison.common);
}

report::Table lost_entries(const usecase::Comparison& comparison) {
  report::Table table{"lost",
                      translatable("What the backup lacks"),
                      {{"entry", translatable("Entry"), Align::right},
                       {"at", translatable("At")},
                       {"actor", translatable("By")},
                       {"worker", translatable("Worker")},
                       {"operation", translatable("What")},
                       {"reference", translatable("Of"), Align::left, true}},
                      {},
                      {}};
  for (const auto& entry : comparison.first_lost)
    table.rows.push_back({entry.sequence, to_string(entry.at), entry.actor, entry.worker,
                          entry.operation, entry.reference});
  return table;
}

report::Document comparison_document(const usecase::Restoration& restoration,
                                     const std::string& backup) {
  const auto& comparison = restoration.comparison();
  report::Document document;
  document.key = "restore";
  document.title = message("To restore {0}", backup);
  document.facts = {
      {"backup", translatable("Backup"), version_of(comparison.backup.head)},
      {"database", translatable("Database"), version_of(comparison)},
      {"common", translatable("Entries in common"), comparison.common},
      {"lost", translatable("Entries lost"), comparison.lost()},
      {"gained", translatable("Entries gained"), comparison.gained()},
  };
  if (restoration.kept())
    document.facts.push_back(
        {"kept", translatable("Kept as"), restoration.kept()->filename().string()});
  document.notes = {relation_of(comparison)};
  document.data = lost_entries(comparison);
  const auto untold = comparison.lost() - static_cast<std::int64_t>(comparison.first_lost.size());
  if (untold > 0 && !comparison.first_lost.empty())
    document.notes.push_back(message("… and {0} more entries.", untold));
  return document;
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
                   {"gridvisit restore /media/usb/street.db --yes", translatable("do it")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
