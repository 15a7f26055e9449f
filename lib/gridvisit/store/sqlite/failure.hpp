#pragma once

#include <sqlite3.h>

#include "gridvisit/base/error.hpp"

namespace gridvisit::store::sqlite {

/// What SQLite's last failure on this connection means to the user.
Error failure(sqlite3* database);
/// The same from a result code alone.
Error failure(int code);

}  // namespace gridvisit::store::sqlite
