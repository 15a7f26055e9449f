#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/usecase/day_choice.hpp"
#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// Which household, in which category, by their codes.
struct TagName {
  std::string household;
  std::string category;
};

/// What is said of a tag; nothing leaves a field as it is.
struct TagEdit {
  DaysEdit days;
  std::optional<std::string> note;
};

Tag add_tag(const Desk& desk, const TagName& name, const DayRange& days, std::string_view note);
Tag edit_tag(const Desk& desk, const TagName& name, const DayChoice& choice, const TagEdit& edit);
/// `last` becomes the last day of the tag that holds it.
Tag end_tag(const Desk& desk, const TagName& name, Day last);

/// A kind of household of one's own; the id in the argument is ignored. It needs a name in Chinese
/// or English, which stands for the other one too.
Category add_category(const Desk& desk, const Category& category);

}  // namespace gridvisit::usecase
