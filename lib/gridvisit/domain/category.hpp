#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/day.hpp"
#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// A kind of household that a norm singles out. Categories are data: more can be added.
struct Category {
  CategoryId id;
  std::string code;  ///< unique in the database
  std::string name_zh;
  std::string name_en;
  std::vector<std::string> groups;  ///< special, hardship, key, or any other word
};

/// The categories that a new database holds (norms V3, V4, V7–V9); their ids are empty.
std::vector<Category> built_in_categories();

/// A household belongs to a category on these days.
struct Tag {
  TagId id;
  HouseholdId household;
  CategoryId category;
  DayRange days;
  std::string note;
};

}  // namespace gridvisit
