#pragma once

#include <string>
#include <vector>

#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// JSON of a record with lists of its own: the only row of `record` as an object, in which each of
/// `lists` is an array under its key.
std::string nested_record(const Table& record, const std::vector<Table>& lists);

}  // namespace gridvisit::report
