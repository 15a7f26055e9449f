#pragma once

#include <optional>
#include <vector>

#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

/// What a household's row says about one of its tags. An end that it does not name stays as it is.
struct SaidTag {
  CategoryId category;
  std::optional<Day> from;
  std::optional<Day> until;
  /// The days of a new tag where the row names none.
  DayRange otherwise;
};

/// The tag as it will be: a new one has no id. Nothing if all that is said is on record.
/// `known` are the household's tags, by first day.
std::optional<Tag> plan_tag(const std::vector<Tag>& known, HouseholdId household,
                            const SaidTag& said);

/// Those of one category.
std::vector<Tag> tags_in(std::vector<Tag> tags, CategoryId category);

TagId save_tag(store::Households& households, const Tag& tag);

}  // namespace gridvisit::usecase
