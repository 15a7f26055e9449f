#pragma once

#include <string>

#include "gridvisit/l10n/catalog.hpp"

/// The manual, made of the same descriptions as the help.
namespace gridvisit::cli {

/// The whole of it in man(7), for section 1.
std::string manual_page(const l10n::Catalog& catalog);

}  // namespace gridvisit::cli
