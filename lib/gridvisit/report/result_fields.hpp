#pragma once

#include <string_view>
#include <vector>

#include "gridvisit/compliance/results.hpp"
#include "gridvisit/report/document.hpp"

namespace gridvisit::report {

/// One value of how a rule stands in a row. Whatever prints the values one by one takes them from
/// fields_of(), so that no two of them can drift apart.
struct ResultField {
  std::string_view key;  ///< stable, for machines
  TextId label;
  Cell value;
};

/// In the order of the columns of the tidy rows; none where the rule does not apply.
std::vector<ResultField> fields_of(const compliance::RuleResult& result);

}  // namespace gridvisit::report
