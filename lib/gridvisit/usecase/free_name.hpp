#pragma once

#include <filesystem>

namespace gridvisit::usecase {

/// Whether anything has the name, be it a link that leads nowhere. Error(io) if the disk can't
/// tell.
bool is_there(const std::filesystem::path& name);

/// The name itself, or with `-2`, `-3` … behind it the first that nothing has.
std::filesystem::path free_name(const std::filesystem::path& name);

}  // namespace gridvisit::usecase
