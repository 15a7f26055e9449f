#pragma once

#include <string>

#include "gridvisit/store/sqlite/query.hpp"

namespace gridvisit::store::sqlite {

/// Makes the tables in an empty database, inside the caller's transaction.
void make_schema(Statements& statements);

/// Error(version) unless this is a database of this program and of this version of its schema;
/// Error(damaged) if a table, index or trigger was added, changed or dropped.
void check_schema(Statements& statements);

/// A hash over the definitions of all tables, indexes and triggers.
std::string schema_fingerprint(Statements& statements);

}  // namespace gridvisit::store::sqlite
