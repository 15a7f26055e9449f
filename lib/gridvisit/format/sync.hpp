#pragma once

#include <filesystem>

namespace gridvisit::format {

/// Has the disk keep what the open file holds. 0, or the errno of what failed; a signal is waited
/// out.
int sync_file(int descriptor);

/// Has the disk keep the names in the folder. A file system that can't sync folders passes.
int sync_folder(const std::filesystem::path& folder);

}  // namespace gridvisit::format
