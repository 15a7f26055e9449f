#pragma once

#include <string>

#include "gridvisit/report/document.hpp"
#include "gridvisit/usecase/restore.hpp"

namespace gridvisit::cli {

/// What restoring `backup` would change.
report::Document comparison_document(const usecase::Restoration& restoration,
                                     const std::string& backup);

}  // namespace gridvisit::cli
