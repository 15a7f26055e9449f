#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"

#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store::testing;
namespace fs = std::filesystem;

namespace {

/// The kind of Error that opening the path throws; nothing if it opens.
std::optional<ErrorKind> refusal(const fs::path& path) {
  try {
    store::open(path);
    return std::nullopt;
  } catch (const Error& error) {
    CHECK_FALSE(error.message().empty());
    return error.kind();
  }
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream{path, std::ios::binary} << text;
}

mode_t mode_of(const fs::path& path) {
  struct stat file {};
  REQUIRE(stat(path.c_str(), &file) == 0);
  return file.st_mode & 07777;
}

/// For the life of the object the program is an ordinary user, whom permissions bind.
class OrdinaryUser {
 public:
  OrdinaryUser() : m_before{geteuid()} {
    if (m_before == 0) REQUIRE(seteuid(k_nobody) == 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() {
    if (m_before == 0) CHECK(seteuid(m_before) == 0);
  }

  static void give(const fs::path& path) {
    if (geteuid() == 0) REQUIRE(chown(path.c_str(), k_nobody, static_cast<gid_t>(-1)) == 0);
  }

 private:
  static constexpr uid_t k_nobody = 65534;
  uid_t m_before;
};

}  // namespace

TEST_CASE("a name that is not a plain path is a mistake in usage") {
  for (const auto* name : {"", ":memory:", "file:x?mode=memory", "file:/tmp/x.db"}) {
    CAPTURE(name);
    CHECK(refusal(name) == ErrorKind::usage);
    CHECK_THROWS_AS(store::create(name, author()), Error);
  }
}

TEST_CASE("a missing database is not found and the hint names init") {
  const TemporaryFolder folder;
  CHECK(refusal(folder / "no.db") == ErrorKind::not_found);
  CHECK(refusal(folder / "no/no.db") == ErrorKind::not_found);
  try {
    store::open(folder / "no.db");
    FAIL("it opened");
  } catch (const Error& error) {
    CHECK(in_english(error.hint()).find("gridvisit init") != std::string::npos);
  }
  CHECK_FALSE(fs::exists(folder / "no.db"));
}

TEST_CASE("only a regular file with one name is opened") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  fs::create_directory(folder / "folder.db");
  REQUIRE(mkfifo((folder / "pipe.db").c_str(), 0600) == 0);
  fs::create_symlink(database, folder / "link.db");
  CHECK(refusal(folder / "folder.db") == ErrorKind::permission);
  CHECK(refusal(folder / "pipe.db") == ErrorKind::permission);
  CHECK_FALSE(refusal(folder / "link.db"));
  fs::create_hard_link(database, folder / "second.db");
  CHECK(refusal(folder / "second.db") == ErrorKind::permission);
  CHECK(refusal(database) == ErrorKind::permission);
}

TEST_CASE("a file that is no database of this program is refused and stays as it was") {
  const TemporaryFolder folder;
  const auto foreign = folder / "foreign.db";
  const std::string prose(5000, 'x');
  write_file(folder / "empty.db", "");
  write_file(folder / "text.db", prose);
  REQUIRE(run_raw(foreign, "CREATE TABLE visit (id)").empty());
  CHECK(refusal(folder / "empty.db") == ErrorKind::version);
  CHECK(refusal(folder / "text.db") == ErrorKind::version);
  CHECK(refusal(foreign) == ErrorKind::version);
  CHECK(fs::file_size(folder / "empty.db") == 0);
  CHECK(fs::file_size(folder / "text.db") == prose.size());
  CHECK(raw_value(foreign, "SELECT count(*) FROM sqlite_schema") == "1");
}

TEST_CASE("an older schema asks for migrate and a newer one for a newer program") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  REQUIRE(run_raw(database, "PRAGMA user_version = 0").empty());
  try {
    store::open(database);
    FAIL("it opened");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::version);
    CHECK(in_english(error.hint()).find("gridvisit migrate") != std::string::npos);
  }
  REQUIRE(run_raw(database, "PRAGMA user_version = 99").empty());
  CHECK(refusal(database) == ErrorKind::version);
}

TEST_CASE("a planted or dropped or changed part of the schema is damage") {
  for (const auto* tampering :
       {"CREATE TRIGGER planted AFTER INSERT ON visit_void BEGIN DELETE FROM area; END",
        "DROP TRIGGER visit_kept", "DROP INDEX visit_by_grid", "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE area ADD COLUMN extra TEXT"}) {
    CAPTURE(tampering);
    const TemporaryFolder folder;
    store::create(folder / "town.db", author());
    REQUIRE(run_raw(folder / "town.db", tampering).empty());
    CHECK(refusal(folder / "town.db") == ErrorKind::damaged);
  }
}

TEST_CASE("a cut file is damaged or no database and never opens") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  fs::resize_file(database, 8192);
  const auto kind = refusal(database);
  CHECK((kind == ErrorKind::damaged || kind == ErrorKind::version));
}

TEST_CASE("a new database and its folders are for their owner only") {
  const TemporaryFolder folder;
  const auto database = folder / "data/town/town.db";
  write(*store::create(database, author()), [](store::Session&) {});
  CHECK(mode_of(folder / "data") == 0700);
  CHECK(mode_of(folder / "data/town") == 0700);
  CHECK(mode_of(database) == 0600);
  CHECK(mode_of(folder / "data/town/town.db-journal") == 0600);
  CHECK(mode_of(folder / "data/town/town.db-queue") == 0600);
}

TEST_CASE("the queue of a shared database is shared with those who may write it") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  const auto opened = store::create(database, author());
  REQUIRE(chmod(database.c_str(), 0660) == 0);
  write(*opened, [](store::Session&) {});
  CHECK(mode_of(folder / "town.db-queue") == 0660);
}

TEST_CASE("what exists is never made anew") {
  const TemporaryFolder folder;
  write_file(folder / "taken.db", "kept");
  fs::create_symlink(folder / "nowhere.db", folder / "dangling.db");
  CHECK_THROWS_AS(store::create(folder / "taken.db", author()), Error);
  CHECK_THROWS_AS(store::create(folder / "dangling.db", author()), Error);
  CHECK(fs::file_size(folder / "taken.db") == 4);
  CHECK_FALSE(fs::exists(folder / "nowhere.db"));
}

TEST_CASE("a database that can't be read is a matter of permission") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  OrdinaryUser::give(folder / "");
  OrdinaryUser::give(database);
  REQUIRE(chmod(database.c_str(), 0) == 0);
  const OrdinaryUser user;
  CHECK(refusal(database) == ErrorKind::permission);
}

TEST_CASE("a read-only file is read and refuses to be written") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  OrdinaryUser::give(folder / "");
  for (const auto* name : {"town.db", "town.db-journal", "town.db-queue"})
    if (fs::exists(folder / name)) OrdinaryUser::give(folder / name);
  REQUIRE(chmod(database.c_str(), 0400) == 0);
  const OrdinaryUser user;
  const auto opened = store::open(database);
  CHECK(opened->read()->audit().head().sequence == 1);
  try {
    opened->write(author());
    FAIL("it may be written");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::permission);
  }
}

TEST_CASE("a database in a read-only folder is read and refuses to be written") {
  const TemporaryFolder folder;
  const auto database = folder / "town.db";
  store::create(database, author());
  fs::remove(folder / "town.db-journal");
  fs::remove(folder / "town.db-queue");
  OrdinaryUser::give(database);
  OrdinaryUser::give(folder / "");
  REQUIRE(chmod((folder / "").c_str(), 0500) == 0);
  {
    const OrdinaryUser user;
    const auto opened = store::open(database);
    CHECK(opened->read()->audit().head().sequence == 1);
    CHECK_THROWS_AS(opened->write(author()), Error);
  }
  REQUIRE(chmod((folder / "").c_str(), 0700) == 0);
}
