#include "store/sqlite/old_database.hpp"

#include <doctest/doctest.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/store/sqlite/file_check.hpp"
#include "gridvisit/store/sqlite/schema.hpp"

#include "store/sqlite/raw.hpp"
#include "store/stores.hpp"

namespace gridvisit::store::testing {
namespace {

namespace fs = std::filesystem;

void make_newest_database(const fs::path& file) {
  const auto opened = create(file, author());
  Town town;
  write(*opened, [&](Session& session) { town = make_town(session); });
  write(*opened, [&](Session& session) {
    auto draft = visit_of(town.staying, town.first_worker, day("2026-10-05"));
    draft.note = "blood pressure";
    const auto visit = session.visits().add(draft, instant("2026-10-05T08:00:00Z"));
    session.visits().add(Void{visit, instant("2026-10-06T08:00:00Z"), "W01", "twice"});
    session.visits().add(draft, instant("2026-10-05T08:00:00Z"));
  });
}

void make_empty_database(const fs::path& file, std::size_t version) {
  sqlite::make_private_file(file);
  sqlite::Connection connection{file, sqlite::Purpose::make};
  connection.begin_writing();
  sqlite::make_schema(connection.statements(), sqlite::schema_steps().first(version));
  connection.commit();
}

/// The columns of a table that both have, as a list for SQL.
std::string common_columns(const fs::path& newest, const fs::path& old, const std::string& table) {
  const auto columns = [&](const fs::path& file) {
    return raw_value(file, "SELECT group_concat(name) FROM pragma_table_info('" + table + "')");
  };
  const auto there = "," + columns(newest) + ",";
  std::string common;
  const auto here = columns(old);
  for (const auto column : split(here, ',')) {
    if (there.find("," + std::string{column} + ",") == std::string::npos) continue;
    common += (common.empty() ? "" : ",") + std::string{column};
  }
  return common;
}

}  // namespace

void make_old_database(const fs::path& file, std::size_t version) {
  const TemporaryFolder folder;
  const auto newest = folder / "newest.db";
  make_newest_database(newest);
  make_empty_database(file, version);
  const auto tables =
      raw_value(file, "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'");
  std::string script = "ATTACH '" + newest.string() + "' AS newest;";
  for (const auto name : split(tables, ',')) {
    const std::string table{name};
    const auto columns = common_columns(newest, file, table);
    if (columns.empty()) continue;
    script += "INSERT INTO main." + table + " (" + columns + ") SELECT " + columns +
              " FROM newest." + table + ";";
  }
  REQUIRE(run_raw(file, script) == "");
}

void run_pragma(sqlite::Connection& connection, const char* pragma) {
  sqlite::Query{connection.statements(), pragma}.run();
}

}  // namespace gridvisit::store::testing
