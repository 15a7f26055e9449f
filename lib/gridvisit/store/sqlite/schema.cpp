#include "gridvisit/store/sqlite/schema.hpp"

#include <array>
#include <stdexcept>
#include <vector>

#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/household_pairs.hpp"
#include "gridvisit/store/sqlite/migrations.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr std::int64_t k_application_id = 0x47564953;  // "GVIS"

/// What belongs to a script: the fingerprint of the schema after it, and what fills the tables that
/// no script can fill.
struct Completion {
  std::string_view fingerprint;
  void (*fill)(Statements&) = nullptr;
};

/// Of each of the migrations. A new migration brings a new line; those of released versions never
/// change.
constexpr std::array k_completions{
    Completion{"281ef1d082d059ce859957ef4e70d1d6d65ffb5638535648db216a0c8bd20f65"},
    Completion{"71e30a3768ce1cf7cc31099150ca221b6f7f691548d65e116a6be067a8ab3b91"},
    Completion{"dc6b3a504333997c1ff74f22fc2643aa2baf89d6bf1b579031208ef280acc4f6"},
    Completion{"140f7395d8226740ae01c9a2178044c4f841ed519e0c9dc9af590e1609bf7042"},
    Completion{"01d56e358c72183ab89bf63b789adb9f8ff719b247798fe8b2a7b5b876aa9783"},
    Completion{"667d6fcbc73aa167b66c0edac6b5fe0a7c6225df8784e20d3dad9001056e16a9", fill_pairs},
    Completion{"8ffe4b18c7e414fd75fa3a6aa517748ea8b041ab203a4764362a0658ee354cf5"},
};

constexpr auto* k_read_application_id = "PRAGMA application_id";
constexpr auto* k_check_foreign_keys = "PRAGMA foreign_key_check";
constexpr auto* k_read_version = "PRAGMA user_version";
constexpr auto* k_read_schema = R"sql(
  SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name)sql";

void run_script(Statements& statements, const char* script) {
  if (sqlite3_exec(statements.database(), script, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw failure(statements.database());
}

std::int64_t single_number(Statements& statements, const char* sql) {
  Query query{statements, sql};
  query.next();
  return query.number();
}

Error wrong_version(std::int64_t found, std::int64_t expected) {
  if (found < expected)
    return {ErrorKind::version,
            message("The database has schema {0}; this program works with {1}.", found, expected),
            message("`gridvisit migrate` brings it up to date.")};
  return {ErrorKind::version,
          message("The database has schema {0}; this program only knows {1}.", found, expected),
          message("Use a newer version of gridvisit.")};
}

std::vector<SchemaStep> completed(std::span<const char* const> scripts) {
  if (scripts.size() != k_completions.size())
    throw std::logic_error{"each migration has its fingerprint"};
  std::vector<SchemaStep> steps;
  for (std::size_t at = 0; at < scripts.size(); ++at) {
    const auto& [fingerprint, fill] = k_completions.at(at);
    steps.push_back({scripts[at], fingerprint, fill});
  }
  return steps;
}

void check_is_ours(Statements& statements) {
  if (single_number(statements, k_read_application_id) != k_application_id)
    throw failure(SQLITE_NOTADB);
}

void check_fingerprint(Statements& statements, const SchemaStep& step) {
  if (schema_fingerprint(statements) != step.fingerprint)
    throw Error{ErrorKind::damaged,
                message("The database's tables or triggers were changed by another program."),
                message("Keep the file as it is and go back to a backup.")};
}

void set_version(Statements& statements, std::size_t version) {
  run_script(statements, fmt::format("PRAGMA user_version = {}", version).c_str());
}

}  // namespace

SchemaSteps schema_steps() {
  static const auto steps = completed(migrations());
  return steps;
}

std::string content_of_migration(const SchemaStep& newest) {
  return ContentHash{}.add(newest.fingerprint).hexadecimal();
}

void make_schema(Statements& statements, SchemaSteps steps) {
  for (const auto& step : steps) run_script(statements, step.script);
  run_script(statements, fmt::format("PRAGMA application_id = {}", k_application_id).c_str());
  set_version(statements, steps.size());
}

void check_schema(Statements& statements) {
  check_is_ours(statements);
  const auto steps = schema_steps();
  const auto found = single_number(statements, k_read_version);
  const auto expected = static_cast<std::int64_t>(steps.size());
  if (found != expected) throw wrong_version(found, expected);
  check_fingerprint(statements, steps.back());
}

std::int64_t check_any_schema(Statements& statements, SchemaSteps steps) {
  check_is_ours(statements);
  const auto found = single_number(statements, k_read_version);
  const auto newest = static_cast<std::int64_t>(steps.size());
  if (found < 1 || found > newest) throw wrong_version(found, newest);
  check_fingerprint(statements, steps[static_cast<std::size_t>(found) - 1]);
  return found;
}

void take_missing_steps(Statements& statements, SchemaSteps steps) {
  const auto found = static_cast<std::size_t>(check_any_schema(statements, steps));
  for (const auto& step : steps.subspan(found)) {
    run_script(statements, step.script);
    if (step.fill) step.fill(statements);
  }
  set_version(statements, steps.size());
  check_fingerprint(statements, steps.back());
  if (Query{statements, k_check_foreign_keys}.next())
    throw Error{ErrorKind::damaged,
                message("Records of the database name others that are not there."),
                message("Nothing was changed. Go back to a backup.")};
}

std::string schema_fingerprint(Statements& statements) {
  ContentHash hash;
  Query query{statements, k_read_schema};
  while (query.next())
    for (int column = 0; column < 4; ++column) hash.add(query.text());
  return hash.hexadecimal();
}

}  // namespace gridvisit::store::sqlite
