#pragma once

#include <filesystem>

#include "gridvisit/store/sqlite/connection.hpp"

namespace gridvisit::store::testing {

/// Makes a database of a version of the schema from the embedded migrations, with a small town
/// and its audit chain: all that this version has columns for.
void make_old_database(const std::filesystem::path& file, std::size_t version);

void run_pragma(sqlite::Connection& connection, const char* pragma);

}  // namespace gridvisit::store::testing
