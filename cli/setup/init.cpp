#include <cerrno>

#include <sys/stat.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"
#include "gridvisit/usecase/demo_register.hpp"

#include "ask.hpp"
#include "context.hpp"
#include "setup/first_steps.hpp"
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

/// What goes into the new database.
struct Beginning {
  bool demo = false;
  std::optional<usecase::FirstPost> post;
  bool remember = false;  ///< the worker of the post, in the config file
};

Beginning beginning_of(const Arguments& arguments, Context& context) {
  Beginning beginning{arguments.has("demo"), post_given(arguments, context),
                      arguments.has("remember")};
  if (beginning.demo && beginning.post)
    throw Error{ErrorKind::usage, message("--demo has workers and grids of its own."),
                message("Leave out --demo, or --worker, --name and --grid.")};
  const bool is_settled = beginning.demo || beginning.post || context.settings.dry_run;
  if (!is_settled && can_ask(context) && !fs::exists(context.settings.database)) {
    beginning.post = post_asked(context);
    if (beginning.post) beginning.remember = is_to_be_remembered(*beginning.post, context);
  }
  if (beginning.remember && !beginning.post)
    throw Error{ErrorKind::usage, message("There is no worker to remember."),
                message("Name one with --worker, --name and --grid.")};
  if (beginning.post) usecase::check_first_post(*beginning.post);
  return beginning;
}

void fill(const Beginning& beginning, Context& context) {
  if (!beginning.demo && !beginning.post) return;
  try {
    const auto store = context.open_store();
    const usecase::Desk desk{*store, context.authorship()};
    if (beginning.demo)
      usecase::add_demo_register(desk, context.now.today);
    else
      usecase::add_first_post(desk, *beginning.post);
  } catch (const Error& error) {
    throw Error{error.kind(), error.message(), message("The database is made, and empty.")};
  }
}

void say_filled(const Beginning& beginning, Context& context) {
  if (beginning.demo)
    context.say(message("It holds an invented community with two grids, workers W01 and W02."));
  if (const auto& post = beginning.post)
    context.say(message("Worker {0} {1} answers for grid {2} from {3} on.", post->worker,
                        post->name, post->grid, to_string(post->from)));
}

void remember(const std::string& worker, Context& context) {
  write_setting(context.settings.config_file, "worker", worker);
  context.say(
      message("Set {0} = {1} in {2}.", "worker", worker, context.settings.config_file.string()));
}

int run_init(const Arguments& arguments, Context& context) {
  const auto& database = context.settings.database;
  const auto beginning = beginning_of(arguments, context);
  if (context.settings.dry_run) {
    context.say(message("Would make the database {0}.", database.string()));
    return 0;
  }
  make_folders(database.parent_path());
  store::create(database, context.authorship());
  context.say(message("Made the database {0}.", database.string()));
  fill(beginning, context);
  say_filled(beginning, context);
  if (beginning.remember) remember(beginning.post->worker, context);
  if (beginning.demo)
    context.tell(
        message("Try `gridvisit status --as W01`, `gridvisit due --as W01` and `gridvisit "
                "round --as W01`."));
  else
    tell_next_steps(beginning.post.has_value(), context);
  return 0;
}

}  // namespace

Command init() {
  return {
      .path = "init",
      .audience = Audience::administrator,
      .summary = translatable("make a new database"),
      .details = {translatable("It is made where the setting `database` says; nobody else may "
                               "read it. An existing file is never touched."),
                  translatable("On a terminal it asks who you are and which grid is yours; options "
                               "say it without being asked, and without either it stays empty.")},
      .options = {{"worker", '\0', translatable("CODE"), translatable("your code as a worker")},
                  {"name", '\0', translatable("NAME"), translatable("your name")},
                  {"grid", '\0', translatable("CODE"), translatable("the code of your grid")},
                  {"grid-name", '\0', translatable("NAME"), translatable("its name")},
                  {"from", '\0', translatable("DAY"), translatable("in post since (today)")},
                  {"remember",
                   '\0',
                   {},
                   translatable("set `worker` in the config file, so that you are who types")},
                  {"demo", '\0', {}, translatable("with a small invented register, to try it")}},
      .examples = {{"gridvisit init", translatable("where the settings say")},
                   {"gridvisit init --worker W01 --name 张安 --grid G01 --remember",
                    translatable("ready for a worker's register")},
                   {"gridvisit init --demo --db demo.db", translatable("to look around")}},
      .run = run_init,
  };
}

}  // namespace gridvisit::cli
