#include "faults/scene.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/store/store.hpp"

#include "cli/register.hpp"
#include "store/sqlite/raw.hpp"

namespace gridvisit::faults {
namespace {

namespace fs = std::filesystem;

void use_disk_in_memory() {
  constexpr auto* k_disk = "/dev/shm";
  if (::access(k_disk, W_OK) == 0) ::setenv("TMPDIR", k_disk, 0);
}

std::string content_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

const store::Authorship& author() {
  static const store::Authorship author{"tester", "", std::chrono::sys_seconds{}};
  return author;
}

}  // namespace

Files files_in(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator{folder})
    if (!entry.is_directory())
      files[entry.path().lexically_relative(folder)] = content_of(entry.path());
  return files;
}

void put_files(const fs::path& folder, const Files& files) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  for (const auto& [name, bytes] : files) {
    const auto file = folder / name;
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary}.write(bytes.data(),
                                                static_cast<std::streamsize>(bytes.size()));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  }
}

Scene::Scene() {
  use_disk_in_memory();
  m_sandbox.emplace();
  tests::add_register(*m_sandbox);
  put_files(town(), {{"town.db", content_of(m_sandbox->folder() / "town.db")}});
  for (const auto* name : {"town.db", "town.db-journal", "town.db-queue"})
    fs::remove(m_sandbox->folder() / name);
  m_sandbox->set("GRIDVISIT_DB", database());
  m_sandbox->set("GRIDVISIT_BUSY_TIMEOUT", "0");  // nobody else is there to wait for
  // The leak checker can't work in a traced process. A code of its own for what the others find.
  m_sandbox->set("ASAN_OPTIONS", "detect_leaks=0:exitcode=99");
  m_sandbox->set("UBSAN_OPTIONS", "exitcode=99");
  m_sandbox->must("add 1-1-101 平安");
  m_sandbox->must("leave add W02 --from 2026-10-12 --until 2026-10-16");
  keep();
}

CommandLine Scene::command_line(std::string_view line) const {
  auto words = tests::words_of(line);
  words.insert(words.begin(), GRIDVISIT_PROGRAM);
  return {std::move(words), m_sandbox->environment(), m_sandbox->folder()};
}

std::optional<std::int64_t> last_entry(const fs::path& database) {
  if (!fs::exists(database)) return std::nullopt;
  if (!store::schema_versions(database).is_newest())
    return std::stoll(store::testing::raw_value(database, "SELECT max(sequence) FROM audit"));
  return store::open(database)->read()->audit().head().sequence;
}

std::string damage_in(const fs::path& database) {
  const auto said = store::testing::raw_value(database, "PRAGMA integrity_check");
  return said == "ok" ? "" : said;
}

void write_again(const fs::path& database) {
  const auto session = store::open(database)->write(author());
  session->areas().add({{}, "G99", "九十九", "grid", {}});
  session->commit({"area add", "G99"});
}

}  // namespace gridvisit::faults
