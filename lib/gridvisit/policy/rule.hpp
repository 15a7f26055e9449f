#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/calendar/period.hpp"
#include "gridvisit/domain/visit.hpp"

namespace gridvisit {

enum class Subject { worker, household, grid };

/// What a rule adds up: distinct households, distinct (household, day) pairs, or distinct days.
enum class Count { households, visits, days };

/// Whose visits count. Household rules: anyone, responsible; worker rules: anywhere, own_grids.
enum class Credit { anyone, responsible, anywhere, own_grids };

enum class Prorate { days, none };

/// The words of policy files: worker household grid.
std::string_view to_string(Subject subject);
/// households visits days.
std::string_view to_string(Count count);
/// anyone responsible anywhere own-grids.
std::string_view to_string(Credit credit);
/// days none.
std::string_view to_string(Prorate prorate);

/// One norm as data. The maker of rules is the policy file reader, which checks the combinations.
struct Rule {
  std::string id;
  std::string title;  ///< in Chinese
  std::string title_en;
  std::string source;  ///< the document that asks for it
  Subject subject = Subject::household;
  std::vector<std::string> tagged;  ///< category codes or groups; empty: all households
  std::vector<Mode> modes{k_modes.begin(), k_modes.end()};
  std::vector<Outcome> outcomes{Outcome::met};
  Count count = Count::days;
  int at_least = 1;  ///< at least 1
  PeriodKind every = PeriodKind::month;
  bool average_over_year = false;  ///< worker rules with every = month only
  Credit credit = Credit::anyone;
  int grace_days = 0;               ///< household rules; never negative
  Prorate prorate = Prorate::days;  ///< worker rules
  std::vector<std::string> in;      ///< area codes that the rule holds in; empty: everywhere
};

}  // namespace gridvisit
