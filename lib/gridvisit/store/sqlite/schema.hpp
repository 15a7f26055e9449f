#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gridvisit/store/sqlite/query.hpp"

namespace gridvisit::store::sqlite {

/// What leads from one version of the schema to the next, and the fingerprint it has then.
struct SchemaStep {
  const char* script;
  std::string_view fingerprint;
  /// Fills what no script can; not needed by most steps.
  void (*fill)(Statements&) = nullptr;
};
/// The n-th step leads from version n - 1 to version n.
using SchemaSteps = std::span<const SchemaStep>;

/// All steps that this program knows.
SchemaSteps schema_steps();

/// The operation of the audit entry that tells of a migration.
inline constexpr auto* k_migration = "migrate";
/// The content of that entry: no facts, but the schema it led to.
std::string content_of_migration(const SchemaStep& newest);

/// Makes the tables in an empty database, inside the caller's transaction.
void make_schema(Statements& statements, SchemaSteps steps = schema_steps());

/// Error(version) unless this is a database of this program and of this version of its schema;
/// Error(damaged) if a table, index or trigger was added, changed or dropped.
void check_schema(Statements& statements);

/// The same, but older versions will do. Gives the version.
std::int64_t check_any_schema(Statements& statements, SchemaSteps steps = schema_steps());

/// Takes the steps that are missing, inside the caller's transaction, with foreign keys off (a
/// table is rebuilt by dropping it). Error(damaged) if what results is not as it should be.
void take_missing_steps(Statements& statements, SchemaSteps steps = schema_steps());

/// A hash over the definitions of all tables, indexes and triggers.
std::string schema_fingerprint(Statements& statements);

}  // namespace gridvisit::store::sqlite
