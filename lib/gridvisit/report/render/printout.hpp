#pragma once

#include "gridvisit/format/printout.hpp"
#include "gridvisit/report/render/render.hpp"

namespace gridvisit::report {

/// The document in the reader's language, as gridvisit-pdf sets it on pages.
format::Printout printout_of(const Document& document, const l10n::Catalog& catalog);

}  // namespace gridvisit::report
