#pragma once

#include <filesystem>

#include "town.hpp"

namespace town {

/// Writes the six tables of the register as CSV files into an existing folder.
void write_town(const Request& request, const std::filesystem::path& folder);

}  // namespace town
