// SQL that another program runs on a good database before this one opens it.
#include <memory>

#include <sqlite3.h>

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"
#include "fuzz/town_file.hpp"

namespace gridvisit::fuzz {
namespace {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

/// Nothing but the file itself may be changed: no other file, no code loaded.
int allow(void*, int action, const char* first, const char*, const char*, const char*) {
  const std::string_view name{first ? first : ""};
  const bool elsewhere = action == SQLITE_ATTACH || action == SQLITE_DETACH ||
                         (action == SQLITE_PRAGMA && name.ends_with("_directory"));
  return elsewhere ? SQLITE_DENY : SQLITE_OK;
}

int stop(void*) {
  return 1;
}

void run_as_another_program(const TownFile& town, const std::string& sql) {
  constexpr int k_most_steps = 200'000, k_longest_value = 100'000;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open(town.path().c_str(), &opened);
  const std::unique_ptr<sqlite3, Closer> database{opened};
  expect(code == SQLITE_OK, "another program opens a good database");
  sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, k_longest_value);
  sqlite3_set_authorizer(opened, allow, nullptr);
  sqlite3_progress_handler(opened, k_most_steps, stop, nullptr);
  sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr);
}

}  // namespace

void schema(std::string_view input) {
  const auto& town = TownFile::shared();
  town.replace_by(town.bytes());
  run_as_another_program(town, std::string{input});
  town.expect_harmless();
}

}  // namespace gridvisit::fuzz
