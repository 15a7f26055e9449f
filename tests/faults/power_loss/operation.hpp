#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gridvisit::faults {

/// One thing that a program did to the files of a folder, or said to its user.
struct Operation {
  enum class Kind {
    write,        ///< `bytes` at `size` in `file`
    truncate,     ///< `file` to `size`
    sync,         ///< `file`
    name,         ///< `file` has the name `bytes`, whatever had it before
    unname,       ///< nothing has the name `bytes`
    sync_names,   ///< of the folder
    acknowledge,  ///< `bytes` was printed
  };
  Kind kind;
  std::uint64_t file = 0;  ///< its inode
  std::uint64_t size = 0;
  std::string bytes{};
};

using Operations = std::vector<Operation>;

}  // namespace gridvisit::faults
