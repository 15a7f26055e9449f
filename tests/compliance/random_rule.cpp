#include "compliance/random_rule.hpp"

#include <array>

namespace gridvisit::town {
namespace {

constexpr std::array k_periods{PeriodKind::day,       PeriodKind::week,  PeriodKind::half_month,
                               PeriodKind::month,     PeriodKind::month, PeriodKind::quarter,
                               PeriodKind::half_year, PeriodKind::year};
constexpr std::array k_counts{Count::households, Count::visits, Count::days};

Rule common_part(Dice& dice, const std::string& id) {
  Rule rule;
  rule.id = id;
  rule.at_least = dice.between(1, 4);
  rule.every = dice.one_of(k_periods);
  rule.count = dice.one_of(k_counts);
  if (dice.chance(50)) rule.modes = dice.some_of(k_modes);
  if (dice.chance(30)) rule.outcomes = dice.some_of(k_outcomes);
  return rule;
}

Rule household_rule(Dice& dice, const std::string& id) {
  auto rule = common_part(dice, id);
  rule.subject = Subject::household;
  if (dice.chance(80)) rule.count = Count::days;
  if (dice.chance(30)) rule.at_least = 1;
  rule.credit = dice.chance(40) ? Credit::responsible : Credit::anyone;
  if (dice.chance(40)) rule.grace_days = dice.between(0, 40);
  const std::vector<std::string> tags{"special", "key", "hardship", "gas", "low-income"};
  if (dice.chance(50)) rule.tagged = dice.some_of(tags);
  return rule;
}

Rule worker_rule(Dice& dice, const std::string& id) {
  auto rule = common_part(dice, id);
  rule.subject = Subject::worker;
  rule.credit = dice.chance(40) ? Credit::own_grids : Credit::anywhere;
  rule.prorate = dice.chance(30) ? Prorate::none : Prorate::days;
  return rule;
}

}  // namespace

Rule random_rule(Dice& dice, const std::string& id, const std::vector<Area>& areas) {
  auto rule = id.starts_with("h") ? household_rule(dice, id) : worker_rule(dice, id);
  if (id == k_averaged_rule) {
    rule.every = PeriodKind::month;
    rule.average_over_year = true;
  }
  if (id.starts_with("g")) {
    rule = common_part(dice, id);
    rule.subject = Subject::grid;
    rule.at_least = dice.between(1, 2);
  }
  if (dice.chance(25)) rule.in = {dice.one_of(areas).code};
  return rule;
}

}  // namespace gridvisit::town
