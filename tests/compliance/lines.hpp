#pragma once

#include <string>
#include <vector>

#include "compliance/brute_force.hpp"

/// Results as text, a line for each number that must agree; what differs between two readings is
/// then what a failing test prints.
namespace gridvisit::lines {

std::vector<std::string> of(const compliance::Report& report);
std::string of(const compliance::DueHousehold& due);
std::string of(const brute_force::Due& due);
std::string of(const std::optional<compliance::HouseholdJudgement>& judged);
std::string of(const std::optional<brute_force::HouseholdResult>& judged);
std::string of(const std::optional<compliance::WorkerJudgement>& judged);
std::string of(const std::optional<compliance::GridJudgement>& judged);
std::string of(const std::optional<brute_force::Result>& judged);
std::string of(const compliance::YearStanding& year);

/// What stands in only one of two lists, marked - for `left` and + for `right`; the order of the
/// lists counts only if they are otherwise equal. Empty if they are the same.
std::string difference(const std::vector<std::string>& left, const std::vector<std::string>& right);

}  // namespace gridvisit::lines
