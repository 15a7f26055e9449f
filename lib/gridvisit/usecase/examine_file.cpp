#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/examine.hpp"

namespace gridvisit::usecase {
namespace {

using store::FileExamination;
using store::FileSystem;

constexpr unsigned k_of_others = 07;
constexpr unsigned k_of_group = 070;

std::string path_of(const FileExamination& file) {
  return file.file.string();
}

Check place(const FileExamination& file) {
  Check check{"file", translatable("Database file")};
  check.found = message("{0}, {1} bytes", path_of(file), file.bytes);
  if (!file.exists) {
    check.health = Health::problem;
    check.found = message("There is no database at {0}.", path_of(file));
    check.mend = message(
        "`gridvisit init` makes one, and with --demo an invented one to try; --db or GRIDVISIT_DB "
        "names another place.");
  } else if (!file.is_plain) {
    check.health = Health::problem;
    check.found = message("{0} is a folder or a device.", path_of(file));
    check.mend = message("Name the file with --db FILE.");
  } else if (file.is_link) {
    check.found = message("a link to {0}, {1} bytes", path_of(file), file.bytes);
  }
  return check;
}

Check permissions(const FileExamination& file) {
  Check check{"mode", translatable("Permissions")};
  check.found = message("{0}, owned by {1}", fmt::format("{:04o}", file.mode), file.owner);
  const bool open_to_group = (file.mode & k_of_group) != 0 && !file.folder_is_shared;
  if ((file.mode & k_of_others) != 0) {
    check.health = Health::problem;
    check.mend = message("Everybody on this machine can use it: chmod o-rwx {0}", path_of(file));
  } else if (!file.is_readable || !file.is_writable) {
    check.health = Health::problem;
    check.mend =
        message("You can't read or write it: ask {0}, or use another database.", file.owner);
  } else if (open_to_group) {
    check.health = Health::warning;
    check.mend =
        message("Its group can use it. If that is not meant: chmod g-rwx {0}", path_of(file));
  }
  return check;
}

Check names(const FileExamination& file) {
  Check check{"links", translatable("Hard links")};
  check.found = message("{0} name", file.names);
  if (file.names > 1) {
    check.health = Health::problem;
    check.found = message("{0} names", file.names);
    check.mend = message(
        "Under another name its journal would be another one. Remove the other "
        "name: find {0} -xdev -samefile {1}",
        file.file.parent_path().string(), path_of(file));
  }
  return check;
}

Check file_system(const FileExamination& file) {
  Check check{"file-system", translatable("File system")};
  switch (file.file_system) {
    case FileSystem::local:
      check.found = message("local");
      break;
    case FileSystem::network:
      check.health = Health::problem;
      check.found = message("a network file system, where locks don't hold");
      check.mend = message("Move the database to a local disk; backups may lie there.");
      break;
    case FileSystem::user_space:
      check.health = Health::warning;
      check.found = message("one that a program provides (FUSE): its locks may not hold");
      check.mend = message("A local disk is safer.");
      break;
  }
  return check;
}

Check space(const FileExamination& file) {
  constexpr std::uintmax_t k_megabyte = 1 << 20, k_least = 16 * k_megabyte;
  Check check{"space", translatable("Free space")};
  check.found = message("{0} MB", file.free_bytes / k_megabyte);
  // A change may need the journal of the whole, and a backup before migrating a copy.
  if (file.free_bytes < 2 * file.bytes + k_least) {
    check.health = file.free_bytes < k_least ? Health::problem : Health::warning;
    check.mend = message("Make room: changes and backups need up to twice the database's size.");
  }
  return check;
}

Check leftovers(const FileExamination& file) {
  Check check{"leftovers", translatable("Unfinished files")};
  check.found = message("none");
  if (!file.leftovers.empty()) {
    check.health = Health::warning;
    check.found = as_it_is(join(file.leftovers, " "));
    check.mend = message("Programs that were killed left them in {0}. They can be removed.",
                         file.file.parent_path().string());
  }
  return check;
}

/// A journal with content while nobody writes is what a crash leaves.
Check journal(const FileExamination& file) {
  Check check{"journal", translatable("Journal")};
  check.found = message("empty");
  if (file.has_log) {
    check.health = Health::warning;
    check.found = message("another program has put a write-ahead log beside it");
    check.mend = message("Close that program; the next command of gridvisit ends this mode.");
  } else if (file.journal_bytes > 0 && !file.writer) {
    check.health = Health::warning;
    check.found = message("{0} bytes: a change was broken off", file.journal_bytes);
    check.mend = message("The next command undoes it by itself. Never remove {0}-journal by hand.",
                         path_of(file));
  }
  return check;
}

Check queue(const FileExamination& file) {
  Check check{"queue", translatable("Writers")};
  check.found = message("nobody writes just now");
  if (file.writer) check.found = message("process {0} is writing", *file.writer);
  if (!file.is_queue_usable) {
    check.health = Health::problem;
    check.found = message("{0}-queue can't be written", path_of(file));
    check.mend = message("Give it the owner and the permissions that the database has.");
  }
  return check;
}

}  // namespace

std::vector<Check> file_checks(const FileExamination& file) {
  std::vector<Check> checks{place(file)};
  if (file.is_plain)
    checks.insert(checks.end(), {permissions(file), names(file), file_system(file), space(file),
                                 leftovers(file), journal(file), queue(file)});
  return checks;
}

}  // namespace gridvisit::usecase
