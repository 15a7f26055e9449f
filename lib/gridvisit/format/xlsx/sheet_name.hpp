#pragma once

#include <set>
#include <string>
#include <string_view>

namespace gridvisit::format::xlsx {

/// Makes names for the sheets of one workbook: at most 31 characters, without : \ / ? * [ ], no
/// apostrophe at either end, and no two alike.
class SheetNames {
 public:
  std::string add(std::string_view wanted);

 private:
  std::set<std::string> m_taken;  // folded
};

}  // namespace gridvisit::format::xlsx
