#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/back_up.hpp"
#include "gridvisit/usecase/free_name.hpp"

#include "clock.hpp"
#include "context.hpp"
#include "progress.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

/// Beside the database, whatever link led to it.
usecase::BackupRequest backup_before(const Context& context) {
  const auto database = std::filesystem::canonical(context.settings.database);
  usecase::BackupRequest request;
  request.database = database;
  request.moment = moment_name(context.now.instant);
  request.to = usecase::free_name(database.string() + ".before-migrate-" + request.moment);
  request.patience = context.settings.busy_timeout;
  return request;
}

usecase::Backup kept_as_it_is(const usecase::BackupRequest& request) {
  try {
    return usecase::back_up(request);
  } catch (const Error& error) {
    throw Error{error.kind(), message("Nothing was migrated: {0}", error.message()), error.hint()};
  }
}

int run_migrate(const Arguments&, Context& context) {
  const auto& settings = context.settings;
  const auto versions = store::schema_versions(settings.database, settings.busy_timeout);
  if (versions.is_newest()) {
    context.say(message("The database has schema {0}, the newest. There is nothing to do.",
                        versions.found));
    return 0;
  }
  auto request = backup_before(context);
  if (settings.dry_run) {
    context.say(
        message("Would bring the database from schema {0} to {1}, and keep it as it is in {2}.",
                versions.found, versions.newest, request.to.string()));
    return 0;
  }
  Progress progress{context};
  request.onlooker = progress.onlooker();
  const auto backup = kept_as_it_is(request);
  progress.clear();
  context.tell(message("Kept the database as it was in {0}.", backup.file.string()));
  const auto head =
      store::migrate(request.database, backup.head, context.authorship(), request.patience);
  context.say(message("Brought the database from schema {0} to {1}; data version {2}.",
                      versions.found, versions.newest, store::short_head(head)));
  return 0;
}

}  // namespace

Command migrate() {
  return {
      .path = "migrate",
      .audience = Audience::administrator,
      .summary = translatable("bring a database of an older version up to date"),
      .details = {translatable("Needed once after a new version of the program says so. A checked "
                               "copy of the database as it was is kept beside it; everything is "
                               "changed or nothing.")},
      .examples = {{"gridvisit migrate --dry-run", translatable("is there anything to do?")},
                   {"gridvisit migrate", translatable("do it")}},
      .run = run_migrate,
  };
}

}  // namespace gridvisit::cli
