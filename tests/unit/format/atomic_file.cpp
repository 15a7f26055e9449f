#include "gridvisit/format/atomic_file.hpp"

#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/byte_source.hpp"

#include "temporary_folder.hpp"

using namespace gridvisit;
using namespace gridvisit::format;
namespace fs = std::filesystem;

namespace {

struct Folder : tests::TemporaryFolder {
  std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator{path()}, {}); }
};

std::string content(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void put(const fs::path& path, const std::string& text) {
  std::ofstream{path} << text;
}

ErrorKind refusal(const fs::path& path, Existing existing) {
  try {
    AtomicFile file{path, existing};
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("was accepted");
  return {};
}

}  // namespace

TEST_CASE("a file appears only when it is whole and is its owner's alone") {
  const Folder folder;
  const auto path = folder / "out.csv";
  AtomicFile file{path, Existing::refuse};
  file.write("a,b\n");
  CHECK_FALSE(fs::exists(path));
  file.commit();
  CHECK(content(path) == "a,b\n");
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(folder.entries() == 1);
}

TEST_CASE("without commit the old file stays and nothing else is left") {
  const Folder folder;
  const auto path = folder / "out.csv";
  put(path, "old");
  {
    AtomicFile file{path, Existing::replace};
    file.write("half");
  }
  CHECK(content(path) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a temporary file is taken away on demand, or it is told that it stays") {
  const Folder folder;
  AtomicFile file{folder / "out.db", Existing::refuse};
  file.discard();
  CHECK(std::filesystem::exists(file.temporary()));
  file.discard();
  CHECK(folder.entries() == 0);
  AtomicFile other{folder / "other.db", Existing::refuse};
  const auto stays = other.temporary();
  std::filesystem::remove(stays);
  std::filesystem::create_directory(stays);
  try {
    other.discard();
    FAIL("a folder was taken away");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::io);
    CHECK(in_english(error.message()).find(stays.string()) != std::string::npos);
  }
}

TEST_CASE("nothing has a name before commit so that a kill leaves nothing") {
  const Folder folder;
  AtomicFile file{folder / "out.csv", Existing::refuse};
  file.write("half");
  CHECK(folder.entries() == 0);
}

TEST_CASE("what a kill left in the middle of a replacement goes with the next one") {
  const Folder folder;
  const auto path = folder / "out.csv";
  put(path, "old");
  put(folder / ".out.csv.new", "of a program that was killed");
  AtomicFile file{path, Existing::replace};
  file.write("new");
  file.commit();
  CHECK(content(path) == "new");
  CHECK(folder.entries() == 1);
}

TEST_CASE("an existing file is replaced only on demand") {
  const Folder folder;
  const auto path = folder / "out.csv";
  put(path, "old");
  CHECK(refusal(path, Existing::refuse) == ErrorKind::refused);
  CHECK(content(path) == "old");
  AtomicFile file{path, Existing::replace};
  file.write("new");
  file.commit();
  CHECK(content(path) == "new");
}

TEST_CASE("a write that fails is an error and leaves the old file whole") {
  const Folder folder;
  const auto path = folder / "out.csv";
  put(path, "old");
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit tight{8, before.rlim_max};
  std::signal(SIGXFSZ, SIG_IGN);
  {
    AtomicFile file{path, Existing::replace};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    CHECK_THROWS_AS(file.write("more than eight bytes"), Error);
    ::setrlimit(RLIMIT_FSIZE, &before);
  }
  std::signal(SIGXFSZ, SIG_DFL);
  CHECK(content(path) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that somebody makes meanwhile is not replaced") {
  const Folder folder;
  const auto path = folder / "out.csv";
  {
    AtomicFile file{path, Existing::refuse};
    put(path, "theirs");
    CHECK_THROWS_AS(file.commit(), Error);
  }
  CHECK(content(path) == "theirs");
  CHECK(folder.entries() == 1);
}

TEST_CASE("links and folders and devices are refused even with force") {
  const Folder folder;
  put(folder / "target", "kept");
  fs::create_symlink(folder / "target", folder / "link");
  fs::create_symlink(folder / "nowhere", folder / "dangling");
  for (const auto* name : {"link", "dangling", "."})
    CHECK(refusal(folder / name, Existing::replace) == ErrorKind::permission);
  CHECK(refusal("/dev/null", Existing::replace) == ErrorKind::permission);
  CHECK(content(folder / "target") == "kept");
  CHECK(refusal(folder / "no" / "out.csv", Existing::refuse) == ErrorKind::not_found);
}

TEST_CASE("an input file reads the same twice and only plain files are taken") {
  const Folder folder;
  const auto path = folder / "in.csv";
  put(path, "abc");
  const auto file = InputFile::open(path);
  for (int time = 0; time < 2; ++time) {
    char bytes[8];
    const auto source = file.bytes();
    CHECK(std::string_view{bytes, source(bytes)} == "abc");
    CHECK(source(bytes) == 0);
  }
  CHECK_THROWS_AS(InputFile::open(folder.path()), Error);
  CHECK_THROWS_AS(InputFile::open(folder / "missing"), Error);
}
