#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/store.hpp"

#include "access.hpp"
#include "cli/register.hpp"

using namespace gridvisit;
using namespace gridvisit::tests;

namespace {

/// Users who own nothing here, whoever runs the tests.
const cli::Account k_chief{3'000'000'001, "chief", "/nowhere"};
const cli::Account k_clerk{3'000'000'002, "clerk", "/nowhere"};
const cli::Account k_walker{3'000'000'003, "walker", "/nowhere"};
const cli::Account k_stranger{3'000'000'004, "stranger", "/nowhere"};

/// A shared database: chief is its administrator, clerk a coordinator, walker the worker W01.
struct Office : Town {
  Office() {
    must("member add chief administrator");
    must("member add clerk coordinator");
    must("member add walker worker --worker W01");
  }

  std::filesystem::path database() const { return folder() / "town.db"; }

  /// What the world of `account` is; nothing in its environment but the database.
  cli::World world_of(const cli::Account& account, std::ostream& out, std::ostream& err,
                      std::istream& in) const {
    return {.arguments = {},
            .environment =
                [path = database().string()](std::string_view name) -> std::optional<std::string> {
              if (name == "GRIDVISIT_DB") return path;
              if (name == "HOME") return "/nowhere";
              return std::nullopt;
            },
            .terminal = {.in = in, .out = out, .err = err},
            .clock = parse_instant("2026-10-15T08:00:00Z").value(),
            .uid = account.uid,
            .account = [account] { return account; },
            .sudo_account = [] { return std::nullopt; },
            .output_error = [] { return 0; },
            .start_pager = [] {}};
  }

  /// Runs the words of `line` as `account`, after sudo of `before` if there is one.
  Ran as(const cli::Account& account, std::string_view line,
         const std::optional<cli::Account>& before = {}) const {
    std::istringstream in;
    std::ostringstream out, err;
    auto world = world_of(account, out, err, in);
    for (const auto word : split(line, ' ')) world.arguments.emplace_back(word);
    world.sudo_account = [before] { return before; };
    const int code = cli::run(world);
    return {code, out.str(), err.str()};
  }
};

struct Row {
  const cli::Account& who;
  std::string_view line;
  int code = 0;
  std::string_view out = {};
  std::string_view err = {};
};

void check(const Office& office, std::initializer_list<Row> rows) {
  for (const auto& [who, line, code, out, err] : rows) {
    const auto ran = office.as(who, line);
    INFO(who.name, ": gridvisit ", line);
    INFO("stdout: ", ran.out);
    INFO("stderr: ", ran.err);
    CHECK(ran.code == code);
    CHECK(ran.out.find(out) != std::string::npos);
    CHECK(ran.err.find(err) != std::string::npos);
  }
}

/// Whether the account may run the command at all.
bool may(const Office& office, const cli::Account& account, const cli::Command& command) {
  std::istringstream in;
  std::ostringstream out, err;
  const auto world = office.world_of(account, out, err, in);
  cli::Settings settings;
  settings.database = office.database();
  const auto today = std::chrono::floor<std::chrono::days>(world.clock);
  cli::Context context{.terminal = world.terminal,
                       .catalog = l10n::Catalog{l10n::Language::en},
                       .now = {today, world.clock},
                       .machine_time = world.clock,
                       .actor = [&] { return account.name; },
                       .typeset = {},
                       .settings = settings};
  try {
    cli::authorize(command, {}, cli::caller_of(world), context);
    return true;
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::permission);
    return false;
  }
}

store::AuditEntry last_entry(const Office& office) {
  return store::open(office.database())->read()->audit().head();
}

constexpr std::uint32_t k_nobody = 3'000'000'009;

/// The owner of the file, or who becomes it if root runs the tests.
std::uint32_t keeper_of(const std::filesystem::path& database) {
  if (::getuid() != 0) return ::getuid();
  REQUIRE(::chown(database.c_str(), k_nobody, k_nobody) == 0);
  return k_nobody;
}

/// An account that keeps a database for others: it owns the file, and says so in its config.
cli::Account service_of(const Office& office, const std::string& database = "town.db") {
  const auto path = office.folder() / database;
  office.write("service/.config/gridvisit/config.toml",
               "service_account = \"true\"\ndatabase = \"" + path.string() + "\"\n");
  return {keeper_of(path), "keeper", (office.folder() / "service").string()};
}

}  // namespace

TEST_CASE("each command needs its role and no other opens it") {
  const Office office;
  int refusals = 0;
  for (const auto& entry : cli::all_commands()) {
    CAPTURE(entry.path);
    const auto command = entry.describe();
    const auto needed = cli::authority_needed(entry.path);
    const auto expected = [&](Authority held) { return !needed || held >= *needed; };
    CHECK(may(office, k_walker, command) == expected(Authority::worker));
    CHECK(may(office, k_clerk, command) == expected(Authority::coordinator));
    CHECK(may(office, k_chief, command));
    CHECK(may(office, k_stranger, command) == !needed);
    refusals += !expected(Authority::worker) + !expected(Authority::coordinator);
  }
  CHECK(refusals > 30);
}

TEST_CASE("what the roles may do is as documented") {
  const Office office;
  check(office,
        {
            {k_walker, "status", 0, "W01"},
            {k_walker, "report month", 8, "",
             "needs the role coordinator; walker has the role worker"},
            {k_walker, "household list", 8, "",
             "give you the role with `gridvisit member edit`: chief."},
            {k_walker, "export visits", 8},
            {k_walker, "member list", 8, "", "needs the role administrator"},
            {k_clerk, "report month", 0, "W01"},
            {k_clerk, "household list", 0, "G01-1-1-101"},
            {k_clerk, "export households", 0, "139****0000"},
            {k_clerk, "export households --unmask --reason x", 8, "", "`--unmask` needs the role"},
            {k_clerk, "household list --unmask --reason x", 8},
            {k_clerk, "member add walker2 administrator", 8},
            {k_clerk, "policy load x.toml", 8},
            {k_clerk, "backup copy.db", 8},
            {k_clerk, "report month --today 2026-09-01", 0},
            {k_clerk, "status --as W02 --today 2026-09-30", 0, "W02"},
            {k_chief, "household list --unmask --reason x", 0, "13900000000"},
            {k_chief, "member list", 0, "walker"},
            {k_stranger, "status", 8, "", "stranger is no member of this database."},
            {k_stranger, "status", 8, "",
             "An administrator can add you with `gridvisit member add`: chief."},
        });
}

TEST_CASE("a worker logs and corrects and sees only what is their own") {
  const Office office;
  check(office,
        {
            {k_walker, "add 1-1-101 x", 0, "Saved visit 1"},
            {k_walker, "add 1-1-101 x --as W02", 8, "", "walker is worker W01 in this database"},
            {k_walker, "add 1-1-102 --today 2026-09-01", 8, "",
             "`--today` needs the role coordinator"},
            {k_walker, "patrol add G01 am --as W02", 8},
            {k_walker, "due --as W02", 8},
            {k_walker, "plan", 0, "W01"},
            {k_walker, "plan --worker W02", 8, "", "plans for no other"},
            {k_walker, "plan --area G02", 8, "", "plans for no other"},
            {k_walker, "plan --unmask --reason x", 8},
            {k_clerk, "plan --worker W02", 0, "W02"},
            {k_walker, "status --as W02", 8},
            {k_walker, "journal --as W02", 8},
            {k_clerk, "add G02-1-1-101 y --as W02", 0, "Saved visit 2"},
            {k_walker, "void 2 --reason z", 8, "", "Visit 2 was logged for W02."},
            {k_walker, "amend 2 --mode phone --reason z", 8, "", "Visit 2 was logged for W02."},
            {k_clerk, "amend 2 --mode phone --reason z --as W02", 0, "Saved visit 3"},
            {k_walker, "undo", 0, "Visit 1 is void"},
            {k_walker, "undo", 4},
            {k_walker, "find 丙", 1},
            {k_walker, "find 丙 --everywhere", 8, "", "`--everywhere` needs the role"},
            {k_walker, "show G02-1-1-101", 8, "", "lies in none of your grids"},
            {k_walker, "show 1-1-101", 0, "139****0000"},
            {k_walker, "show 1-1-101 --unmask --reason call", 0, "13900000000"},
            {k_walker, "show G02-1-1-101 --unmask --reason call", 8},
            {k_walker, "journal --unmask --reason x", 8},
            {k_walker, "add G02-9-9-909", 0, "Saved visit 4"},
        });
}

TEST_CASE("a worker sees only the own patrols and without a grid nothing") {
  const Office office;
  office.must("patrol add G01 am --as W01");
  office.must("patrol add G02 am --as W02");
  const auto patrols = office.as(k_walker, "patrol list --format csv");
  CHECK(patrols.out.find("G01,W01") != std::string::npos);
  CHECK(patrols.out.find("W02") == std::string::npos);
  CHECK(office.as(k_walker, "patrol list --worker W02 --format csv").out == patrols.out);
  office.must("member edit walker --worker W03");
  check(office, {{k_walker, "find 甲", 8, "", "W03 holds no grid today"},
                 {k_walker, "show G01-1-1-101", 8},
                 {k_walker, "due", 0, "no household owes a visit"}});
}

TEST_CASE("the audit names the user of the operating system and the worker") {
  const Office office;
  CHECK(office.as(k_walker, "add 1-1-101 x").code == 0);
  CHECK(last_entry(office).actor == "walker");
  CHECK(last_entry(office).worker == "W01");
}

TEST_CASE("members are changed with care and nothing is forgotten") {
  const Office office;
  check(
      office,
      {
          {k_chief, "member add walker worker --worker W02", 4, "", "walker is a member already."},
          {k_chief, "member add newone worker", 4, "", "Add --worker CODE."},
          {k_chief, "member add newone worker --worker W77", 3, "", "There is no worker W77."},
          {k_chief, "member add newone coordinator --worker W01", 4, "", "Only a worker"},
          {k_chief, "member add newone boss", 2, "", "`boss` is no role of a member."},
          {k_chief, "member add %sudo worker --worker W01", 4, "", "can't be the name of a user"},
          {k_chief, "member add a:b worker --worker W01", 4},
          {k_chief, "member add newone 网格员 --worker W03 -n", 0, "Dry run"},
          {k_chief, "member end newone", 3, "", "newone is no member of this database."},
          {k_chief, "member end wlaker", 3, "", "walker"},
          {k_chief, "member end chief", 4, "", "There would be no administrator."},
          {k_chief, "member edit chief --role coordinator", 4, "",
           "There would be no administrator."},
          {k_chief, "member edit clerk --role coordinator", 4, "", "has that role already"},
          {k_chief, "member edit clerk", 2},
          {k_chief, "member edit walker --role coordinator", 0, "walker is a member: coordinator."},
          {k_walker, "report month", 0},
          {k_chief, "member end walker", 0, "walker is no member any more."},
          {k_walker, "status", 8, "", "walker is no member of this database."},
          {k_chief, "member add walker worker --worker W03", 0, "worker W03"},
          {k_walker, "status", 0, "W03"},
          {k_chief, "member list --all --format csv", 0, "walker,worker,W01,2026-"},
          {k_chief, "member list --format json", 0, R"("user":"clerk","role":"coordinator")"},
      });
  CHECK(lines(office.as(k_chief, "member list --format csv").out).size() == 4);
  CHECK(lines(office.as(k_chief, "member list --all --format csv").out).size() == 6);
}

TEST_CASE("the first member is an administrator and before that everyone may do everything") {
  Sandbox sandbox;
  add_register(sandbox);
  const Case cases[] = {
      {"household list --unmask --reason x", 0, "13900000000"},
      {"member list", 0, "There are no members"},
      {"member add li worker --worker W01", 4, nothing, "There would be no administrator."},
      {"member add li administrator", 0, "li is a member: administrator."},
  };
  check(sandbox, cases);
}

TEST_CASE("who owns the file and root stay administrators") {
  const Office office;
  CHECK(office.as({::getuid(), "owner", "/nowhere"}, "member list").code == 0);
  CHECK(office.as({0, "root", "/nowhere"}, "member list").code == 0);
  CHECK(office.as({::getuid() == 0 ? 7U : ::getuid() + 1, "owner", "/nowhere"}, "status").code ==
        8);
}

TEST_CASE("SUDO_UID is believed only by an account that serves others") {
  const Office office;
  const auto service = service_of(office);
  CHECK(office.as(service, "status", k_walker).out.find("W01") != std::string::npos);
  CHECK(office.as(service, "add 1-1-101 x", k_walker).code == 0);
  CHECK(last_entry(office).actor == "walker");
  CHECK(office.as(service, "report month", k_walker).code == 8);
  CHECK(office.as(service, "status", k_stranger).code == 8);
  CHECK(office.as(k_stranger, "status", k_chief).code == 8);
  CHECK(office.as(k_walker, "report month", k_chief).code == 8);
  CHECK(
      office.as({::getuid() == 0 ? 7U : ::getuid(), "owner", "/nowhere"}, "status", k_chief).code ==
      8);
}

TEST_CASE("who is served can point the account at nothing else") {
  const Office office;
  const auto service = service_of(office);
  const auto through_sudo = [&](std::string_view line, const cli::Account& who) {
    auto ran = office.as(service, line, who);
    CAPTURE(line);
    CHECK(ran.code == 8);
    return ran.err;
  };
  CHECK(through_sudo("status --db other.db", k_walker).find("--db") != std::string::npos);
  CHECK(through_sudo("member list --db other.db", k_chief).find("--db") != std::string::npos);
  through_sudo("init", k_chief);
  through_sudo("config set worker W01", k_chief);
  through_sudo("policy check /etc/passwd", k_walker);
  through_sudo("export visits -o " + office.database().string() + " --force", k_clerk);
  through_sudo("import visits /etc/passwd", k_clerk);
  through_sudo("import visits - --rejects /tmp/x", k_clerk);
  through_sudo("report month -o x.csv", k_clerk);
  CHECK(office.as(service, "export visits", k_clerk).code == 0);
  CHECK(office.as(service, "import visits -", k_clerk).code == 4);
}

TEST_CASE("no pager is started by an account that serves others") {
  const Office office;
  const auto service = service_of(office);
  const auto pages = [&](const std::optional<cli::Account>& before) {
    std::istringstream in;
    std::ostringstream out, err;
    bool started = false;
    auto world = office.world_of(service, out, err, in);
    world.arguments = {"status", "--as", "W01", "--pager"};
    world.terminal.out_is_terminal = true;
    world.sudo_account = [before] { return before; };
    world.start_pager = [&] { started = true; };
    CHECK(cli::run(world) == 0);
    return started;
  };
  CHECK(pages({}));
  CHECK(!pages(k_walker));
}

TEST_CASE("an account serves only the database that it owns") {
  const Office office;
  auto service = service_of(office);
  ++service.uid;
  CHECK(office.as(service, "status", k_walker).err.find("does not belong") != std::string::npos);
}

TEST_CASE("an account that serves others does so only in a database with members") {
  const Office office;
  office.must("init --db empty.db");
  const auto service = service_of(office, "empty.db");
  CHECK(office.as(service, "status --as W01", k_walker).err.find("no members yet") !=
        std::string::npos);
  office.write("service/.config/gridvisit/config.toml", "service_account = ");
  CHECK(office.as(service, "status", k_walker).code == 2);
}
