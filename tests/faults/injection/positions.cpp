// A fault at every system call of every command that writes.
#include <algorithm>
#include <cstdlib>

#include <doctest/doctest.h>

#include "gridvisit/store/sqlite/schema.hpp"

#include "compliance/dice.hpp"
#include "faults/injection/trial.hpp"
#include "store/sqlite/old_database.hpp"

using namespace gridvisit;
using namespace gridvisit::faults;

namespace {

constexpr std::string_view k_areas =
    "area,name,kind,parent\nG03,三网格,grid,S1\nG04,四网格,grid,S1\n";
constexpr std::string_view k_workers = "worker,name,phone\nW04,员四,13900000004\nW05,员五,\n";
constexpr std::string_view k_assignments =
    "worker,grid,role,from,until\nW03,G01,assistant,2026-10-01,\nW03,G02,assistant,2026-10-01,\n";
constexpr std::string_view k_households =
    "household,grid,address,name,from\nG01-6-1-101,G01,示例路6栋101,戊一,2026-01-01\n"
    "G01-6-1-102,G01,示例路6栋102,戊二,2026-01-01\n";
constexpr std::string_view k_leave =
    "worker,from,until,kind\nW01,2026-10-12,2026-10-16,病假\nW03,2026-10-12,,事假\n";
/// From another database: one household gets a new phone, and moves.
constexpr std::string_view k_merged_households =
    "household,grid,phone,from,until,changed_at\n"
    "G01-1-1-102,G01,13900000007,,2026-09-30,2099-01-01T00:00:00Z\n"
    "G01-1-1-102,G02,13900000007,2026-10-01,,2099-01-01T00:00:00Z\n";
constexpr std::string_view k_patrols =
    "grid,worker,day,half,note\nG01,W01,2026-10-12,am,一切正常\nG02,W02,2026-10-12,pm,\n";
constexpr std::string_view k_tags =
    "household,tag,from\nG01-1-1-102,disabled,2026-01-01\nG02-1-1-101,low-income,2026-01-01\n";
constexpr std::string_view k_visits =
    "household,worker,day,mode,note\nG01-1-1-101,W01,2026-10-12,door,一\n"
    "G01-1-1-102,W01,2026-10-12,phone,二\nG02-1-1-101,W02,2026-10-09,door,三\n";
constexpr std::string_view k_bad_visits =
    "household,worker,day,mode,note\nG01-1-1-101,W01,2026-10-12,door,一\n"
    "G01-1-1-109,W01,2026-02-30,phone,二\n";
constexpr std::string_view k_holidays =
    "day,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,国庆节\n";
constexpr std::string_view k_policy =
    "name = \"test\"\nfrom = 2026-11-01\n[[rules]]\nid = \"door\"\ntitle = \"上门\"\n"
    "title_en = \"At the door\"\nsubject = \"household\"\nmodes = [\"door\"]\nat_least = 1\n"
    "every = \"year\"\n";

struct Town : Scene {
  Town() {
    for (const auto& [name, text] : {std::pair{"areas.csv", k_areas},
                                     {"workers.csv", k_workers},
                                     {"assignments.csv", k_assignments},
                                     {"households.csv", k_households},
                                     {"leave.csv", k_leave},
                                     {"theirs.csv", k_merged_households},
                                     {"patrols.csv", k_patrols},
                                     {"tags.csv", k_tags},
                                     {"visits.csv", k_visits},
                                     {"holidays.csv", k_holidays},
                                     {"bad.csv", k_bad_visits},
                                     {"policy.toml", k_policy}})
      sandbox().write(name, text);
    sandbox().must("backup before.bak");
    sandbox().write("phrase.txt", k_passphrase);
    sandbox().must("backup before.sealed --encrypt --passphrase-file phrase.txt");
    sandbox().must("member add chief administrator");
    sandbox().must("member add clerk coordinator");
    sandbox().set("XDG_CONFIG_HOME", town());
    sandbox().must("config set keep_moved_out_months 0");
    store::testing::make_old_database(town() / "old.db", store::sqlite::schema_steps().size() - 1);
    sandbox().must("add 1-1-102 备份之后");
    keep();
  }
};

/// So many injections a command, chosen by chance; all if GRIDVISIT_LONG is set.
std::vector<Injection> chosen(std::vector<Injection> all, std::size_t count) {
  if (std::getenv("GRIDVISIT_LONG") != nullptr || all.size() <= count) return all;
  town::Dice dice{all.size()};
  for (std::size_t i = 0; i < count; ++i)
    std::swap(all[i],
              all[i + static_cast<std::size_t>(dice.below(static_cast<int>(all.size() - i)))]);
  all.resize(count);
  return all;
}

/// All, or those that hold the text in GRIDVISIT_COMMAND.
std::vector<WritingCommand> wanted_among(std::span<const WritingCommand> commands) {
  std::vector<WritingCommand> wanted{commands.begin(), commands.end()};
  if (const char* part = std::getenv("GRIDVISIT_COMMAND"))
    std::erase_if(wanted, [&](const WritingCommand& command) {
      return std::string_view{command.line}.find(part) == std::string_view::npos;
    });
  return wanted;
}

void check_commands(std::span<const WritingCommand> all, std::size_t injections_each) {
  const auto commands = wanted_among(all);
  Town town;
  std::size_t positions = 0, hits = 0, failures = 0;
  for (const auto& command : commands) {
    Trial trial{town, command};
    for (const auto& injection : chosen(trial.injections(), injections_each)) {
      const auto complaint = trial.complaint_about(injection);
      CHECK_MESSAGE(complaint.empty(), complaint);
      ++positions;
      if (!complaint.empty()) ++failures;
    }
    hits += trial.hits();
  }
  MESSAGE(commands.size(), " commands, ", positions, " positions, ", hits, " faults injected, ",
          failures, " failures");
  CHECK(hits == positions);
  CHECK(positions >= commands.size());
}

}  // namespace

TEST_SUITE_BEGIN("positions");

TEST_CASE("a fault at any call of a daily command is told and leaves all or nothing") {
  check_commands(daily_commands(), 75);
}

TEST_CASE("a fault at any call of a change to the register is told and leaves all or nothing") {
  check_commands(register_commands(), 40);
}

TEST_CASE("a fault at any call of an import or a set-up is told and leaves all or nothing") {
  check_commands(setup_commands(), 60);
}

TEST_CASE("a fault at any call of an administrator's command is told and leaves all or nothing") {
  check_commands(administration_commands(), 30);
}

TEST_CASE("a failure of writing names the quota as what may have caused it") {
  Town town;
  Trial trial{town, daily_commands().front()};
  std::size_t told = 0;
  for (const auto& injection : trial.injections()) {
    if (injection.fault != Fault::over_quota) continue;
    CHECK(trial.complaint_about(injection) == "");
    const auto said = town.sandbox().read(".err");
    if (said.find("gridvisit: ") == std::string::npos) continue;
    CHECK_MESSAGE(said.find("quota") != std::string::npos, said);
    ++told;
  }
  CHECK(told > 0);
}

TEST_CASE("a fault at any call of an export leaves the old file or the new one") {
  check_commands(output_commands(), 60);
}

TEST_SUITE_END();
