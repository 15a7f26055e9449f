#pragma once

#include <filesystem>
#include <string>

namespace gridvisit::store::testing {

/// Runs SQL on a database file with SQLite's defaults, as any other program could. Gives SQLite's
/// message, empty if all went well.
std::string run_raw(const std::filesystem::path& file, const std::string& sql);

/// Copies the files of a database in the middle of a change of another program, as a power cut
/// would leave them: part of the change is in the database, the rest in its journal.
void copy_amid_change(const std::filesystem::path& file, const std::filesystem::path& to);

/// The only value that a query gives, read the same way.
std::string raw_value(const std::filesystem::path& file, const std::string& sql);

/// Runs SQL with all triggers out of the way, and leaves the schema as it was.
void tamper(const std::filesystem::path& file, const std::string& sql);

}  // namespace gridvisit::store::testing
