#pragma once

#include <filesystem>

#include "gridvisit/store/maintenance.hpp"

namespace gridvisit::usecase {

/// Error(damaged) naming the first record that is not as its audit entry wrote it.
void prove_chain(const store::Session& session, const Onlooker& onlooker = {});

/// As store::check_copy, and the whole audit chain is recomputed. (Of an older schema only the
/// pages and references are checked: its chain can be read once it is migrated.)
store::SoundCopy require_sound(const std::filesystem::path& copy, const Onlooker& onlooker = {});

}  // namespace gridvisit::usecase
