#pragma once

#include <sqlite3.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::store::sqlite {

/// Whether the disk failed to read or write the database. SQLite calls a file damaged that the disk
/// can't read: what the disk said is the better news.
bool is_disk_failure(sqlite3* database);
/// What SQLite's last failure on this connection means to the user.
Error failure(sqlite3* database);
/// The same from a result code alone.
Error failure(int code);

}  // namespace gridvisit::store::sqlite
