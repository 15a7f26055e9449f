#pragma once

#include <string>

#include "gridvisit/format/printout.hpp"

#include "pdf/typesetter.hpp"

namespace gridvisit::pdf {

/// The printout as the bytes of a PDF file, equal for equal printouts. Empty if there is not
/// enough memory.
std::string drawn(const format::Printout& printout, Typesetter& typesetter);

}  // namespace gridvisit::pdf
