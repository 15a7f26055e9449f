#include <csignal>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;

namespace {

/// For the life of the object no file can grow past the size, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(std::uintmax_t size) : m_handler{std::signal(SIGXFSZ, SIG_IGN)} {
    REQUIRE(getrlimit(RLIMIT_FSIZE, &m_before) == 0);
    const rlimit limit{size, m_before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }

 private:
  rlimit m_before{};
  void (*m_handler)(int);
};

void add_many_visits(store::Session& session, const Town& town) {
  for (int number = 0; number < 5000; ++number)
    session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-05")),
                         instant("2026-10-05T08:00:00Z"));
}

}  // namespace

TEST_CASE("a full disk refuses the write and the data stays readable and writable later") {
  const TemporaryFolder folder;
  const auto file = folder / "town.db";
  Town town;
  auto opened = store::create(file, author());
  write(*opened, [&](store::Session& session) { town = make_town(session); });
  try {
    const FullDisk full{std::filesystem::file_size(file) + 4096};
    write(*opened, [&](store::Session& session) { add_many_visits(session, town); });
    FAIL("it was saved");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::io);
  }
  CHECK(opened->read()->audit().head().sequence == 2);
  CHECK_FALSE(store::open(file)->read()->visits().find({1}));
  write(*opened, [&](store::Session& session) { add_many_visits(session, town); });
  CHECK(store::open(file)->read()->visits().find({5000}));
}
