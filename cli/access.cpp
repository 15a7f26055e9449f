#include "access.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <sys/stat.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/member_list.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "config_file.hpp"

namespace gridvisit::cli {
namespace {

constexpr auto k_without_database = std::to_array<std::string_view>(
    {"init", "doctor", "config list", "config get", "config set", "policy check", "completion"});

constexpr auto k_for_workers = std::to_array<std::string_view>(
    {"add", "due", "plan", "round", "status", "journal", "find", "show", "amend", "void", "undo",
     "patrol add", "patrol list", "policy show", "policy list", "__complete"});

constexpr auto k_for_coordinators = std::to_array<std::string_view>(
    {"report month",  "report year",    "report household", "report rule",       "explain",
     "feasibility",   "area add",       "area list",        "area show",         "area edit",
     "worker add",    "worker list",    "worker show",      "worker edit",       "worker end",
     "household add", "household list", "household show",   "household edit",    "household move",
     "household end", "tag add",        "tag list",         "tag show",          "tag edit",
     "tag end",       "assign add",     "assign list",      "assign show",       "assign edit",
     "assign end",    "leave add",      "leave list",       "leave show",        "leave edit",
     "leave end",     "import",         "export",           "tag category list", "tag category add",
     "check",         "verify",         "retention list",   "holiday list",      "month close",
     "month diff",    "month list"});

/// An option that needs more than its command; without a command, wherever it stands.
struct OptionNeed {
  std::string_view command;
  std::string_view option;
  Authority needed;
};
constexpr auto k_options = std::to_array<OptionNeed>({
    {"show", "unmask", Authority::worker},  // one household of the own grids
    {"", "unmask", Authority::administrator},
    {"find", "everywhere", Authority::coordinator},
    {"", "today", Authority::coordinator},
});

bool contains(std::span<const std::string_view> commands, std::string_view command) {
  return std::ranges::find(commands, command) != commands.end();
}

/// A word or option that names a file which the program would open.
bool names_file(const TextId& shown) {
  return shown.text.find("FILE") != shown.text.npos || shown.text.find("FOLDER") != shown.text.npos;
}

/// What the account itself, or root, wrote into its config file. One that can't be read may say
/// so: the first look at the settings tells what is wrong with it.
bool serves_others(const Account& account) {
  try {
    const auto file = std::filesystem::path{account.home} / ".config/gridvisit/config.toml";
    return ConfigFile{file}.value("service_account") == "true";
  } catch (const Error&) {
    return true;
  }
}

Error refusal(Message what, Message hint = {}) {
  return {ErrorKind::permission, std::move(what), std::move(hint)};
}

/// The caller would have the service account open what only the account may.
void refuse_files(const Command& command, const Arguments& arguments) {
  const auto check = [&](std::string_view key, const TextId& shown) {
    const auto value = names_file(shown) ? arguments.value(key) : std::nullopt;
    if (value && *value != "-")
      throw refusal(message("`{0}` would be opened by the account that keeps the database, not by "
                            "you.",
                            *value),
                    message("Let your shell open it: `… import visits - < FILE`, "
                            "`… export visits > FILE`."));
  };
  for (const auto& option : command.options) check(option.name, option.value);
  for (const auto& argument : command.arguments) check(argument.key, argument.shown);
}

bool owns(std::uint32_t uid, const std::filesystem::path& database) {
  struct stat file {};
  return ::stat(database.c_str(), &file) == 0 && file.st_uid == uid;
}

std::string administrators_of(std::span<const Member> members) {
  std::vector<std::string> users;
  for (const auto& member : members)
    if (!member.ended && member.authority == Authority::administrator) users.push_back(member.user);
  return join(users, " ");
}

/// Root and whoever owns the file could do everything with other programs as well: for them the
/// record of members says nothing, and need not be read.
bool needs_no_record(const Caller& caller, const std::filesystem::path& database) {
  if (caller.served) return false;
  return caller.uid == 0 || (!caller.by_sudo && owns(caller.uid, database));
}

/// Whose rights the command runs with.
struct Rights {
  Authority authority = Authority::administrator;
  std::optional<WorkerId> worker;
};

Rights rights_of(const Caller& caller, std::span<const Member> members) {
  if (caller.uid == 0) return {};
  const auto account = caller.account();
  if (const auto* member = current_member(members, account.name))
    return {member->authority, member->worker};
  throw refusal(message("{0} is no member of this database.", account.name),
                message("An administrator can add you with `gridvisit member add`: {0}.",
                        administrators_of(members)));
}

void require(Authority needed, Authority held, std::string_view what, const Caller& caller,
             std::span<const Member> members) {
  if (held >= needed) return;
  throw refusal(
      message("`{0}` needs the role {1}; {2} has the role {3}.", what,
              report::word_of(needed).label, caller.account().name, report::word_of(held).label),
      message("An administrator can do it, or give you the role with `gridvisit member "
              "edit`: {0}.",
              administrators_of(members)));
}

/// A worker acts as the worker on record, whom nobody needs to name.
void settle_worker(const Rights& rights, const store::Session& session, const Caller& caller,
                   Context& context) {
  const auto code = rights.worker ? session.workers().get(*rights.worker).code : std::string{};
  auto& named = context.settings.worker;
  if (!named.empty() && named != code)
    throw refusal(message("{0} is worker {1} in this database, and can't act as {2}.",
                          caller.account().name, code, named),
                  message("Leave out --as, and unset GRIDVISIT_WORKER and the setting `worker`."));
  named = code;
}

/// Everything that the run needs, by the records of the members.
void authorize_by_members(const Command& command, const Arguments& arguments, const Caller& caller,
                          const store::Session& session, std::span<const Member> members,
                          Context& context) {
  if (members.empty() && caller.served)
    throw refusal(message("The database has no members yet."),
                  message("Root adds the first one as the account that owns the file; see "
                          "examples/service-account."));
  if (members.empty()) return;
  if (caller.served && !owns(caller.runs_as, context.settings.database))
    throw refusal(message("The database does not belong to the account that should keep it."),
                  message("Root can mend that; see examples/service-account."));
  const auto rights = rights_of(caller, members);
  require(*authority_needed(command.path), rights.authority, command.path, caller, members);
  const auto require_for = [&](std::string_view option) {
    if (const auto more = authority_needed(command.path, option))
      require(*more, rights.authority, "--" + std::string{option}, caller, members);
  };
  for (const auto& option : command.options)
    if (arguments.has(option.name)) require_for(option.name);
  if (context.now.instant != context.machine_time) require_for("today");
  context.authority = rights.authority;
  if (rights.authority == Authority::worker) settle_worker(rights, session, caller, context);
  if (caller.served && rights.authority != Authority::administrator)
    refuse_files(command, arguments);
}

}  // namespace

std::optional<Authority> authority_needed(std::string_view command) {
  if (contains(k_without_database, command)) return std::nullopt;
  if (contains(k_for_workers, command)) return Authority::worker;
  if (contains(k_for_coordinators, command)) return Authority::coordinator;
  return Authority::administrator;
}

std::optional<Authority> authority_needed(std::string_view command, std::string_view option) {
  for (const auto& need : k_options)
    if (need.option == option && (need.command.empty() || need.command == command))
      return need.needed;
  return std::nullopt;
}

Caller caller_of(const World& world) {
  auto before = world.sudo_account();
  if (!before || world.uid == 0 || before->uid == world.uid) return {world.uid, world.account};
  if (!serves_others(world.account())) return {world.uid, world.account, true};
  const auto uid = before->uid;
  return {uid, [user = std::move(*before)] { return user; }, true, true, world.uid};
}

Environment safe_environment(const World& world) {
  return [environment = world.environment,
          home = world.account().home](std::string_view name) -> std::optional<std::string> {
    constexpr auto k_harmless =
        std::to_array<std::string_view>({"LANG", "LC_ALL", "LC_MESSAGES", "TERM", "NO_COLOR"});
    if (name == "HOME") return home;
    return contains(k_harmless, name) ? environment(name) : std::nullopt;
  };
}

void authorize(const Command& command, const Arguments& arguments, const Caller& caller,
               Context& context) {
  const auto needed = authority_needed(command.path);
  if (caller.served && arguments.has("db"))
    throw refusal(message("The database is chosen by the account that keeps it: --db can't be."),
                  message("Leave out --db."));
  if (!needed && caller.served && !command.path.starts_with("config "))
    refuse_files(command, arguments);
  if (!needed && caller.served && (command.path == "init" || command.path == "config set"))
    throw refusal(message("`gridvisit {0}` is not for who comes through sudo.", command.path),
                  message("Root does it as the account that owns the file; see "
                          "examples/service-account."));
  if (!needed || needs_no_record(caller, context.settings.database)) return;
  std::unique_ptr<const store::Session> session;
  std::vector<Member> members;
  try {
    context.opened = context.open_store();
    session = context.opened->read();
    members = session->members().all();
  } catch (const Error&) {
    session.reset();
    context.opened.reset();  // whatever locks a failing disk left held go with the connection
    // A command for administrators may be there to mend what keeps the records from being read:
    // then the file's permissions decide.
    if (caller.served || *needed != Authority::administrator) throw;
    return;
  }
  authorize_by_members(command, arguments, caller, *session, members, context);
  session.reset();
  if (*needed == Authority::administrator) context.opened.reset();
}

}  // namespace gridvisit::cli
