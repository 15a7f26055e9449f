#include "gridvisit/store/sqlite/schema.hpp"

#include <string_view>

#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/migrations.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr std::int64_t k_application_id = 0x47564953;  // "GVIS"

/// Of the schema that all migrations make.
constexpr std::string_view k_fingerprint =
    "5bff9830c2e35d5a0b8fdbe8ed3a0c542e339422341abb5bbb722178ec692b78";

constexpr auto* k_read_application_id = "PRAGMA application_id";
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

}  // namespace

void make_schema(Statements& statements) {
  const auto scripts = migrations();
  for (const auto* script : scripts) run_script(statements, script);
  run_script(statements, fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                     k_application_id, scripts.size())
                             .c_str());
}

void check_schema(Statements& statements) {
  if (single_number(statements, k_read_application_id) != k_application_id)
    throw failure(SQLITE_NOTADB);
  const auto found = single_number(statements, k_read_version);
  const auto expected = static_cast<std::int64_t>(migrations().size());
  if (found != expected) throw wrong_version(found, expected);
  if (schema_fingerprint(statements) != k_fingerprint)
    throw Error{ErrorKind::damaged,
                message("The database's tables or triggers were changed by another program."),
                message("Keep the file as it is and go back to a backup.")};
}

std::string schema_fingerprint(Statements& statements) {
  ContentHash hash;
  Query query{statements, k_read_schema};
  while (query.next())
    for (int column = 0; column < 4; ++column) hash.add(query.text());
  return hash.hexadecimal();
}

}  // namespace gridvisit::store::sqlite
