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

/// What a search found.
struct HouseholdList {
  std::string searched;
  std::vector<ListedHousehold> exact;
  std::size_t total = 0;              ///< how many fit exactly without the limit
  std::vector<ListedHousehold> near;  ///< fit but for a slip in the spelling
};

/// Households one a line, those that fit only nearly apart.
Document household_list_document(const HouseholdList& list);

}  // namespace gridvisit::report
