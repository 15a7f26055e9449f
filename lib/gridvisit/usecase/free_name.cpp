#include "gridvisit/usecase/free_name.hpp"

#include <system_error>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/system_reason.hpp"

namespace gridvisit::usecase {

namespace fs = std::filesystem;

bool is_there(const fs::path& name) {
  std::error_code failed;
  const auto type = fs::symlink_status(name, failed).type();
  if (type == fs::file_type::none)
    throw Error{ErrorKind::io,
                message("{0} can't be read: {1}.", name.string(), system_reason(failed.value()))};
  return type != fs::file_type::not_found;
}

fs::path free_name(const fs::path& name) {
  auto free = name;
  for (int number = 2; is_there(free); ++number) free = fmt::format("{}-{}", name.string(), number);
  return free;
}

}  // namespace gridvisit::usecase
