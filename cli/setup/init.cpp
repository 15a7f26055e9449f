#include <cerrno>

#include <sys/stat.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"

#include "context.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;

/// The folder and those above it that are missing, open to nobody else.
void make_folders(const fs::path& folder) {
  if (folder.empty() || fs::exists(folder)) return;
  make_folders(folder.parent_path());
  if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return;
  const int problem = errno;
  throw Error{
      problem == EACCES || problem == EPERM ? ErrorKind::permission : ErrorKind::io,
      message("The folder {0} can't be made ({1}).", folder.string(), system_reason(problem)),
      message("Choose another place with --db FILE.")};
}

int run(const Arguments&, Context& context) {
  const auto& database = context.settings.database;
  if (context.settings.dry_run) {
    context.say(message("Would make the database {0}.", database.string()));
    return 0;
  }
  make_folders(database.parent_path());
  store::create(database, context.authorship());
  context.say(message("Made the database {0}.", database.string()));
  context.tell(message("Next: `gridvisit import areas FILE.csv`, or `gridvisit area add`."));
  return 0;
}

}  // namespace

Command init() {
  return {
      .path = "init",
      .audience = Audience::administrator,
      .summary = translatable("make a new, empty database"),
      .details = {translatable("It is made where the setting `database` says; nobody else may "
                               "read it. An existing file is never touched.")},
      .examples = {{"gridvisit init", translatable("where the settings say")},
                   {"gridvisit init --db /srv/gridvisit/street.db", translatable("elsewhere")}},
      .run = run,
  };
}

}  // namespace gridvisit::cli
