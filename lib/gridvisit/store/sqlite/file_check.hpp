#pragma once

#include <filesystem>
#include <string_view>

namespace gridvisit::store::sqlite {

/// The absolute path that a database name means. Error(usage) for names that SQLite would take
/// for something else than a file: empty, `:memory:`, `file:…`.
std::filesystem::path plain_path(const std::filesystem::path& name);

/// The path of an existing database with symlinks followed: a regular file with one name on a
/// local file system. Error(not_found) or Error(permission) otherwise. Never opens the file:
/// closing it would drop the locks that SQLite holds on it in this process.
std::filesystem::path checked_file(const std::filesystem::path& path);

/// Whether locks hold on the file system that the file lies on.
bool is_local(const std::filesystem::path& path);

/// Makes a file (0600) with the content, durable, and the folders above it (0700): it appears whole
/// or, also if the program is killed, not at all. Error(refused) if it exists.
void make_private_file(const std::filesystem::path& path, std::string_view content = {});

}  // namespace gridvisit::store::sqlite
