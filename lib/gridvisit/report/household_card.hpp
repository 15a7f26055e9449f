#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/category.hpp"
#include "gridvisit/report/due_list.hpp"
#include "gridvisit/report/journal.hpp"
#include "gridvisit/report/register_cells.hpp"

namespace gridvisit::report {

/// One household as its worker needs to know it at the door.
struct HouseholdCard {
  struct Tagged {
    Category category;
    DayRange days;
  };
  struct PastVisit {
    Visit visit;
    std::string worker;  ///< code and name
    std::optional<Void> voided;
  };

  Household household;
  std::string grid;          ///< code and name where it lives today; empty: it has moved out
  std::string responsible;   ///< code and name; empty: nobody
  std::vector<Tagged> tags;  ///< of today
  std::vector<OwedRule> owed;
  std::vector<PastVisit> visits;  ///< newest first
};

Document household_card_document(const HouseholdCard& card, PersonalData data,
                                 l10n::Language language);

struct ListedHousehold {
  Household household;
  PersonalData data = PersonalData::masked;
};

/// Households one a line, as a search gives them.
Document household_list_document(const std::vector<ListedHousehold>& households, std::size_t total,
                                 const std::string& searched);

}  // namespace gridvisit::report
