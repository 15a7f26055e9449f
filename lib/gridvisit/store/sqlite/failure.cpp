#include "gridvisit/store/sqlite/failure.hpp"

#include <cerrno>

#include "gridvisit/store/refusals.hpp"

namespace gridvisit::store::sqlite {

bool is_disk_failure(sqlite3* database) {
  int last = 0;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &last);
  return last == EIO || last == ENXIO;
}

namespace {

/// Translatable words for what users meet, the library's own for the rest.
Message::Argument reason_of(int code) {
  if (code == SQLITE_READONLY_ROLLBACK)
    return to_argument(translatable("a change was interrupted and has to be undone first"));
  switch (code & 0xff) {
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return to_argument(translatable("permission is denied"));
    case SQLITE_READONLY:
      return to_argument(translatable("it may be read only"));
    case SQLITE_CANTOPEN:
      return to_argument(translatable("it can't be opened"));
    case SQLITE_CORRUPT:
      return to_argument(translatable("its parts don't fit together"));
    case SQLITE_IOERR:
      return to_argument(translatable("the disk reports an error, or that a quota is used up"));
    case SQLITE_NOMEM:
      return to_argument(translatable("there is not enough memory"));
    default:
      return to_argument(sqlite3_errstr(code));
  }
}

}  // namespace

Error failure(int code) {
  const auto reason = reason_of(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::busy, message("Another program holds the database."),
              message("Nothing was changed. Try again.")};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return {ErrorKind::permission,
              message("The database or its folder can't be written or "
                      "read: {0}.",
                      reason),
              message("Check who owns the database and its folder.")};
    case SQLITE_CORRUPT:
      return {ErrorKind::damaged, message("The database is damaged: {0}.", reason),
              message("Keep the file as it is and go back to a backup.")};
    case SQLITE_NOTADB:
      return {ErrorKind::version, message("This is not a gridvisit database."),
              message("Name a file that gridvisit made.")};
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
      return record_refused();
    case SQLITE_FULL:
      return {ErrorKind::io, message("The disk is full."),
              message("Nothing was changed. Make room and try again.")};
    default:
      return {ErrorKind::io, message("The database can't be read or written: {0}.", reason),
              message("Look whether the disk is full or failing, and try again.")};
  }
}

Error failure(sqlite3* database) {
  const int code = sqlite3_extended_errcode(database);
  const bool unreadable = (code & 0xff) == SQLITE_CORRUPT && is_disk_failure(database);
  return failure(unreadable ? SQLITE_IOERR_READ : code);
}

}  // namespace gridvisit::store::sqlite
