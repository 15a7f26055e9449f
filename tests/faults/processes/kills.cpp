// SIGKILL at any moment of a command, also while it recovers what another one left behind.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <doctest/doctest.h>

#include "gridvisit/store/store.hpp"

#include "compliance/dice.hpp"
#include "faults/injection/faults.hpp"
#include "faults/processes/started.hpp"
#include "faults/scene.hpp"

using namespace gridvisit;
using namespace gridvisit::faults;

namespace {

constexpr std::string_view k_line = "add 1-1-102 被打断的";
constexpr int k_killed = 128 + SIGKILL;

/// Starts the command and kills it after some time. The times are chosen from a span that follows
/// how long the command takes here and now, so that most kills come while it is at work.
class Killer {
 public:
  int run_and_kill(const CommandLine& line) {
    const pid_t process = started(line);
    std::this_thread::sleep_for(std::chrono::microseconds{m_dice.below(m_span)});
    ::kill(process, SIGKILL);
    const int code = ended(process);
    if (code == k_killed) ++m_killed;
    m_span = code == k_killed ? m_span + m_span / 64 + 1 : m_span - m_span / 16;
    return code;
  }
  int killed() const { return m_killed; }

 private:
  town::Dice m_dice{4};
  int m_span = 10'000;
  int m_killed = 0;
};

/// What a kill in the middle of a commit leaves: a journal that the next command rolls back.
Files half_committed(const Scene& scene) {
  Program program{scene.command_line(k_line)};
  Listener listener;
  REQUIRE(program.run(listener) == 0);
  for (auto position = listener.calls().size(); position-- > 0;) {
    if (kind_of(listener.calls()[position]).name != "pwrite") continue;
    scene.restore();
    Injector injector{{Fault::kill_before, position}};
    REQUIRE(program.run(injector) == k_killed);
    auto files = files_in(scene.town());
    if (!files["town.db-journal"].empty()) return files;
  }
  FAIL("no journal is left");
  return {};
}

int kills_wanted() {
  constexpr int k_usual = 250, k_long = 10'000;
  return std::getenv("GRIDVISIT_LONG") != nullptr ? k_long : k_usual;
}

void check_kills(const Scene& scene, const Files& found) {
  put_files(scene.town(), found);
  const auto before = last_entry(scene.database()).value();
  Killer killer;
  int runs = 0, saved = 0;
  for (; killer.killed() < kills_wanted(); ++runs) {
    put_files(scene.town(), found);
    const int code = killer.run_and_kill(scene.command_line(k_line));
    const auto after = last_entry(scene.database()).value();
    INFO("run ", runs, ", ended with ", code);
    CHECK((code == 0 || code == k_killed));
    CHECK((after == before + 1 || (after == before && code != 0)));
    CHECK(damage_in(scene.database()) == "");
    write_again(scene.database());
    if (after > before) ++saved;
  }
  MESSAGE(runs, " runs, ", killer.killed(), " killed, ", saved, " saved");
}

}  // namespace

TEST_SUITE_BEGIN("kills");

TEST_CASE("a kill at any moment leaves all or nothing") {
  const Scene scene;
  check_kills(scene, scene.kept());
}

TEST_CASE("a kill during recovery leaves what a further recovery mends") {
  const Scene scene;
  check_kills(scene, half_committed(scene));
}

TEST_SUITE_END();
