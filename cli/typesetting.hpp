#pragma once

#include <string>
#include <string_view>

namespace gridvisit::cli {

/// The bytes of a PDF of a printout (gridvisit/format/printout.hpp), made by gridvisit-pdf. That
/// program of ours lies beside this one or in its libexec folder, and nowhere else; it sees nothing
/// of the environment. Error(io) if it is missing or fails, Error(permission) if others could have
/// changed it, Error(version) if it is of another version.
std::string typeset(std::string_view printout);

}  // namespace gridvisit::cli
