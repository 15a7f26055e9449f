#include "gridvisit/report/basis.hpp"

namespace gridvisit::report {

std::vector<Fact> facts_of(const Basis& basis) {
  std::vector<Fact> facts;
  if (basis.period) facts.push_back({"period", translatable("Period"), to_string(*basis.period)});
  facts.push_back({"reference_day", translatable("Reference day"), basis.reference_day});
  facts.push_back(
      {"policy", translatable("Policy"), policy_message(basis.policy, basis.policy_from)});
  facts.push_back({"data", translatable("Data version"), basis.data_version});
  if (basis.known_on) facts.push_back({"known_on", translatable("Known on"), *basis.known_on});
  return facts;
}

Message policy_message(const std::string& name, Day from) {
  if (from == k_beginning) return message("{0}, in force from the beginning", name);
  return message("{0}, in force since {1}", name, to_string(from));
}

}  // namespace gridvisit::report
