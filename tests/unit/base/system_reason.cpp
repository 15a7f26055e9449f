#include "gridvisit/base/system_reason.hpp"

#include <cerrno>

#include <doctest/doctest.h>

using namespace gridvisit;

TEST_CASE("what the operating system refuses is told in words that can be translated") {
  for (const int code : {EACCES, EPERM, ENOENT, EEXIST, ENOSPC, EDQUOT, EFBIG, EIO, EROFS, EMFILE,
                         ENFILE, ENAMETOOLONG, ELOOP, ENOTDIR, EISDIR, EBUSY, ENOLCK, ENOMEM}) {
    CAPTURE(code);
    CHECK(system_reason(code).translated);
    CHECK_FALSE(system_reason(code).text.empty());
  }
  CHECK(in_english(message("{0}.", system_reason(ENOSPC))) == "the disk is full.");
}

TEST_CASE("what hardly anybody meets is told as the system says it") {
  CHECK_FALSE(system_reason(EXDEV).translated);
  CHECK_FALSE(system_reason(EXDEV).text.empty());
}
