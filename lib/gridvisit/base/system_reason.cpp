#include "gridvisit/base/system_reason.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace gridvisit {
namespace {

struct Reason {
  int code;
  TextId words;
};

constexpr auto k_reasons = std::to_array<Reason>({
    {EACCES, translatable("permission is denied")},
    {EPERM, translatable("permission is denied")},
    {ENOENT, translatable("there is no such file or folder")},
    {EEXIST, translatable("it exists already")},
    {ENOSPC, translatable("the disk is full")},
    {EDQUOT, translatable("the disk quota is used up")},
    {EFBIG, translatable("the file may not grow any larger")},
    {EIO, translatable("the disk reports an error")},
    {EROFS, translatable("the disk is read-only")},
    {EMFILE, translatable("too many files are open")},
    {ENFILE, translatable("too many files are open")},
    {ENAMETOOLONG, translatable("the name is too long")},
    {ELOOP, translatable("its symbolic links lead in a circle")},
    {ENOTDIR, translatable("a part of the path is no folder")},
    {EISDIR, translatable("it is a folder")},
    {EBUSY, translatable("it is in use")},
    {ENOLCK, translatable("no more locks can be had")},
    {ENOMEM, translatable("there is not enough memory")},
    {EBADF, translatable("it is closed")},
    {EPIPE, translatable("nobody reads it any more")},
    {ENXIO, translatable("there is no such device")},
    {ENODEV, translatable("there is no such device")},
});

}  // namespace

Message::Argument system_reason(int code) {
  const auto known = std::ranges::find(k_reasons, code, &Reason::code);
  if (known != k_reasons.end()) return to_argument(known->words);
  return to_argument(std::generic_category().message(code));
}

}  // namespace gridvisit
