#include <array>
#include <chrono>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/sqlite/queue.hpp"

#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;
using store::sqlite::WriterTurn;

namespace {

/// Runs `work` in a process of its own, which ends with 0 if nothing was thrown.
pid_t in_process(const std::function<void()>& work) {
  const auto child = fork();
  REQUIRE(child >= 0);
  if (child > 0) return child;
  try {
    work();
    _exit(0);
  } catch (...) {
    _exit(1);
  }
}

int exit_code(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A process that holds the turn until it is killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& database) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    m_child = in_process([&] {
      const WriterTurn turn{database, std::chrono::seconds{60}};
      if (::write(ends[1], "x", 1) != 1) _exit(2);
      while (true) pause();
    });
    char ready = 0;
    REQUIRE(::read(ends[0], &ready, 1) == 1);
    close(ends[0]);
    close(ends[1]);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { end(); }

  pid_t process() const { return m_child; }
  void end() {
    if (m_child == 0) return;
    kill(m_child, SIGKILL);
    exit_code(m_child);
    m_child = 0;
  }

 private:
  pid_t m_child = 0;
};

}  // namespace

TEST_CASE("sixteen processes that write at once all succeed") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  Town town;
  write(*store::create(file, author()),
        [&](store::Session& session) { town = make_town(session); });
  std::vector<pid_t> children;
  for (int number = 0; number < 16; ++number) {
    children.push_back(in_process([&] {
      for (int round = 0; round < 4; ++round)
        write(*store::open(file), [&](store::Session& session) {
          session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-05")),
                               instant("2026-10-05T08:00:00Z"));
        });
    }));
  }
  for (const auto child : children) CHECK(exit_code(child) == 0);
  CHECK(raw_value(file, "SELECT count(*) || ' ' || max(id) FROM visit") == "64 64");
  CHECK(store::open(file)->read()->audit().head().sequence == 66);
}

TEST_CASE("a turn that does not come is an error that names the holder") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  store::create(file, author());
  const Holder holder{file};
  try {
    const WriterTurn turn{file, std::chrono::milliseconds{1}};
    FAIL("the turn came");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::busy);
    const std::string sentence = error.what();
    CHECK(sentence.find(std::to_string(holder.process())) != std::string::npos);
  }
}

TEST_CASE("a turn comes when its holder dies") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  store::create(file, author());
  Holder holder{file};
  const auto waiting = in_process([&] { const WriterTurn turn{file, std::chrono::seconds{60}}; });
  holder.end();
  CHECK(exit_code(waiting) == 0);
}

TEST_CASE("a writer that dies before it commits leaves nothing behind") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  write(*store::create(file, author()), [](store::Session& session) { make_town(session); });
  const auto child = in_process([&] {
    const auto session = store::open(file)->write(author());
    session->areas().add({{}, "G99", "never", "grid", {}});
    _exit(3);
  });
  CHECK(exit_code(child) == 3);
  const auto session = store::open(file)->read();
  CHECK_FALSE(session->areas().find("G99"));
  CHECK(session->audit().head().sequence == 2);
}

TEST_CASE("a session may outlive its store") {
  const TemporaryFolder folder;
  auto opened = store::create(folder / "town.db", author());
  write(*opened, [](store::Session& session) { make_town(session); });
  const auto session = opened->read();
  opened.reset();
  CHECK(session->workers().find("W01"));
}

TEST_CASE("no session stands beside another while a writer waits for the readers") {
  const TemporaryFolder folder;
  const auto store = store::create(folder / "town.db", author());
  auto reader = store->read();
  std::thread writer{[&] { write(*store, [](store::Session& session) { make_town(session); }); }};
  bool stood_beside = true;
  for (int look = 0; look < 20'000 && stood_beside; ++look) {
    stood_beside = reader->beside() != nullptr;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  CHECK_FALSE(stood_beside);
  CHECK_FALSE(reader->workers().find("W01"));
  reader.reset();
  writer.join();
  CHECK(store->read()->workers().find("W01"));
}
