// Many writers at once, each visit entered by a process of its own.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/store/store.hpp"

#include "faults/processes/started.hpp"
#include "faults/scene.hpp"

using namespace gridvisit;
using namespace gridvisit::faults;

namespace {

using Seconds = std::chrono::duration<double>;

/// A worker and a household for each writer: the visits of a household are read by each new one.
void add_writers(const Scene& scene, int writers) {
  std::string workers = "worker,name\n", households = "household,grid,from\n",
              assignments = "worker,grid,role,from\n";
  for (int writer = 0; writer < writers; ++writer) {
    workers += fmt::format("V{},员{}\n", writer, writer);
    households += fmt::format("G01-7-1-{},G01,2020-01-01\n", writer);
    assignments += fmt::format("V{},G01,assistant,2020-01-01\n", writer);
  }
  for (const auto& [table, rows] :
       {std::pair{"workers", workers}, std::pair{"households", households},
        std::pair{"assignments", assignments}}) {
    scene.sandbox().write("writers.csv", rows);
    scene.sandbox().must(fmt::format("import {} writers.csv", table));
  }
}

/// One writer's day.
struct Tally {
  int failures = 0;
  Seconds longest{};
};

Tally write_visits(const Scene& scene, int writer, int visits) {
  Tally tally;
  for (int visit = 0; visit < visits; ++visit) {
    const auto begin = std::chrono::steady_clock::now();
    const auto line = fmt::format("add 7-1-{} {}/{} --as V{}", writer, writer, visit, writer);
    if (ended(started(scene.command_line(line))) != 0) ++tally.failures;
    tally.longest = std::max<Seconds>(tally.longest, std::chrono::steady_clock::now() - begin);
  }
  return tally;
}

std::size_t notes_on_record(const Scene& scene) {
  std::vector<std::string> notes;
  const auto session = store::open(scene.database())->read();
  session->visits().each({}, [&](const store::VisitRecord& record) {
    notes.push_back(record.visit.said.note);
    return true;
  });
  std::ranges::sort(notes);
  const auto doubled = std::adjacent_find(notes.begin(), notes.end());
  CHECK(doubled == notes.end());
  return notes.size();
}

void check_writers(int writers, int visits) {
  Scene scene;
  scene.sandbox().set("GRIDVISIT_BUSY_TIMEOUT", "600");  // of a loaded machine, too
  add_writers(scene, writers);
  const auto before = notes_on_record(scene);
  std::vector<Tally> tallies(static_cast<std::size_t>(writers));
  std::vector<std::thread> threads;
  for (int writer = 0; writer < writers; ++writer)
    threads.emplace_back([&scene, &tally = tallies[static_cast<std::size_t>(writer)], writer,
                          visits] { tally = write_visits(scene, writer, visits); });
  for (auto& thread : threads) thread.join();
  int failures = 0;
  Seconds longest{};
  for (const auto& tally : tallies) {
    failures += tally.failures;
    longest = std::max(longest, tally.longest);
  }
  MESSAGE(writers, " writers, ", visits, " visits each, ", failures, " failures, longest wait ",
          longest.count(), " s");
  CHECK_MESSAGE(failures == 0, scene.sandbox().read(".err"));
  CHECK(notes_on_record(scene) == before + static_cast<std::size_t>(writers * visits));
  CHECK(damage_in(scene.database()).empty());
}

}  // namespace

TEST_SUITE_BEGIN("writers");

TEST_CASE("64 writers at once enter all their visits") {
  const bool is_long = std::getenv("GRIDVISIT_LONG") != nullptr;
  check_writers(64, is_long ? 1'000 : 10);
  if (is_long) check_writers(256, 50);
}

TEST_SUITE_END();
