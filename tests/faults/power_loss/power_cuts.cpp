// The power is cut after every operation on the disk.
#include <cstdlib>

#include <doctest/doctest.h>

#include "gridvisit/store/store.hpp"

#include "faults/power_loss/campaign.hpp"
#include "faults/power_loss/recorder.hpp"
#include "store/sqlite/raw.hpp"

using namespace gridvisit;
using namespace gridvisit::faults;
using store::testing::raw_value;
using store::testing::run_raw;

namespace {

std::size_t states_wanted() {
  constexpr std::size_t k_usual = 5'000, k_long = 500'000;
  return std::getenv("GRIDVISIT_LONG") != nullptr ? k_long : k_usual;
}

void record(const Scene& scene, std::string_view line, Recorder& recorder) {
  recorder.inject({});
  INFO(line);
  REQUIRE(Program{scene.command_line(line)}.run(recorder) == 0);
}

/// The last position at which the command writes to the disk; leaves the town as it was.
std::size_t last_write_of(const Scene& scene, std::string_view line) {
  Listener listener;
  REQUIRE(Program{scene.command_line(line)}.run(listener) == 0);
  scene.restore();
  std::size_t last = 0;
  for (std::size_t at = 0; at < listener.calls().size(); ++at)
    if (kind_of(listener.calls()[at]).name == "pwrite") last = at;
  return last;
}

/// Kills the command in the middle of its commit.
void record_killed(const Scene& scene, std::string_view line, std::size_t position,
                   Recorder& recorder) {
  recorder.inject(Injection{Fault::kill_before, position});
  REQUIRE(Program{scene.command_line(line)}.run(recorder) == 128 + 9);
  CHECK(std::filesystem::file_size(scene.database().string() + "-journal") > 0);
}

/// What a state must hold: it opens, every visit that was said to be saved is there, nothing is
/// damaged.
std::string inspect(const std::filesystem::path& database, const Acknowledged& acknowledged) {
  const auto session = store::open(database)->read();
  for (const auto number : acknowledged)
    if (!session->visits().find({number})) return "visit " + std::to_string(number) + " is lost";
  return damage_in(database);
}

struct Words {
  std::string journal_mode;
  std::string synchronous;
};

Findings cut_plain_writer(const Words& words) {
  const Scene scene;
  const auto folder = scene.sandbox().folder() / "plain";
  const auto database = folder / "plain.db";
  put_files(folder, {});
  REQUIRE(run_raw(database, "CREATE TABLE visit (id INTEGER PRIMARY KEY, note TEXT)").empty());
  const Disk disk{folder};
  Recorder recorder{folder};
  auto line = scene.command_line("");
  line.words = {GRIDVISIT_PLAIN_WRITER, database, words.journal_mode, words.synchronous};
  REQUIRE(Program{line}.run(recorder) == 0);
  const auto look = [&](const Acknowledged& acknowledged) -> std::string {
    const auto last = acknowledged.empty() ? 0 : *acknowledged.rbegin();
    const auto there =
        raw_value(database, "SELECT count(*) FROM visit WHERE id <= " + std::to_string(last));
    if (there != std::to_string(last)) return "a row is lost";
    const auto said = raw_value(database, "PRAGMA integrity_check");
    return said == "ok" ? "" : said;
  };
  constexpr std::size_t k_enough = 1'500;
  return cut_everywhere(disk, recorder.operations(), folder, k_enough, look);
}

}  // namespace

TEST_SUITE_BEGIN("power_loss");

TEST_CASE("no power cut loses what was said to be saved") {
  Scene scene;
  scene.sandbox().write("visits.csv",
                        "household,worker,day,mode,note\nG01-1-1-101,W01,2026-10-12,door,一\n"
                        "G01-1-1-102,W01,2026-10-12,phone,二\n");
  const auto folder = scene.sandbox().folder() / "disk";
  constexpr std::string_view k_killed = "add 1-1-102 半途断了";
  const auto position = last_write_of(scene, k_killed);
  const Disk disk{scene.town()};
  Recorder recorder{scene.town()};
  record_killed(scene, k_killed, position, recorder);
  for (const auto* line :
       {"add 1-1-102 一", "add 1-1-101 二 --on yesterday", "amend 1 --mode phone --reason 改",
        "import visits visits.csv", "household edit G01-1-1-102 --name 甲二二", "undo",
        "add 1-1-102 三 --absent"})
    record(scene, line, recorder);
  const auto database = folder / "town.db";
  // Some points have fewer states than their share.
  const auto findings =
      cut_everywhere(disk, recorder.operations(), folder, states_wanted() + states_wanted() / 20,
                     [&](const Acknowledged& told) { return inspect(database, told); });
  MESSAGE(recorder.operations().size(), " operations, power cut at ", findings.points, " points, ",
          findings.states, " states, ", findings.bad, " bad");
  CHECK_MESSAGE(findings.bad == 0, findings.first);
  CHECK(findings.states >= states_wanted());
}

TEST_CASE("the simulator finds the losses of settings that allow them") {
  const auto safe = cut_plain_writer({"TRUNCATE", "EXTRA"});
  MESSAGE("TRUNCATE and EXTRA: ", safe.states, " states, ", safe.bad, " bad");
  CHECK_MESSAGE(safe.bad == 0, safe.first);
  CHECK(safe.states > 500);
  for (const auto& words : {Words{"DELETE", "FULL"}, Words{"TRUNCATE", "OFF"}}) {
    const auto unsafe = cut_plain_writer(words);
    MESSAGE(words.journal_mode, " and ", words.synchronous, ": ", unsafe.states, " states, ",
            unsafe.bad, " bad: ", unsafe.first);
    CHECK(unsafe.bad > 0);
  }
}

TEST_SUITE_END();
