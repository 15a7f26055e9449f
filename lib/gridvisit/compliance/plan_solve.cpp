#include <algorithm>
#include <array>
#include <tuple>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/compliance/plan_parts.hpp"
#include "gridvisit/compliance/schedule.hpp"

namespace gridvisit::compliance {
namespace {

Day deadline_of(const PlanJob& job, const Task& task) {
  Day result = k_forever;
  for (const auto at : job.serves) result = std::min(result, task.demands[at].owed.period.last);
  return result;
}

/// Earliest deadline first; then along the houses or, where not everything fits, by priority.
enum class Order { by_place, by_priority };

void sort_jobs(std::vector<PlanJob>& jobs, const Task& task, Order order) {
  const auto urgency = [&](const PlanJob& job) {
    const bool is_ranked = order == Order::by_priority;
    const int priority = is_ranked ? referred_to(task.priorities, job.household) : 0;
    return std::tuple{deadline_of(job, task), priority};
  };
  std::ranges::stable_sort(jobs, [&](const PlanJob& left, const PlanJob& right) {
    const auto first = urgency(left), second = urgency(right);
    if (first != second) return first < second;
    return compare_places(referred_to(*task.places, left.household),
                          referred_to(*task.places, right.household)) < 0;
  });
}

std::vector<std::optional<std::size_t>> days_of(const std::vector<PlanJob>& jobs,
                                                const std::vector<std::int64_t>& capacity) {
  std::vector<Job> plain;
  for (const auto& job : jobs)
    plain.push_back({static_cast<std::size_t>(job.household.value), job.days});
  return schedule(plain, capacity);
}

/// Whether the visit, on the day it takes place, may settle the demand as well.
bool settles_too(const PlanJob& job, std::size_t day, const OpenDemand& demand, std::size_t index) {
  return job.household == demand.household && std::ranges::count(job.serves, index) == 0 &&
         std::ranges::count(demand.days, day) > 0 &&
         std::ranges::find_first_of(job.modes, demand.modes) != job.modes.end();
}

/// Where the visit meant for a demand was left out, others of the household may do.
void settle_by_others(Solution& solution, const OpenDemand& demand, std::size_t index,
                      std::size_t& served) {
  for (std::size_t at = 0; at < solution.jobs.size() && served < demand.missing; ++at) {
    auto& job = solution.jobs[at];
    if (!solution.days[at] || !settles_too(job, *solution.days[at], demand, index)) continue;
    std::erase_if(job.modes,
                  [&](Mode mode) { return std::ranges::count(demand.modes, mode) == 0; });
    job.serves.push_back(index);
    ++served;
  }
}

void find_unmet(Solution& solution, const Task& task) {
  std::vector<std::size_t> served(task.demands.size());
  for (std::size_t at = 0; at < solution.jobs.size(); ++at)
    if (solution.days[at])
      for (const auto index : solution.jobs[at].serves) ++served[index];
  for (std::size_t index = 0; index < task.demands.size(); ++index) {
    const auto& demand = task.demands[index];
    if (demand.obstacle) continue;
    if (served[index] < demand.missing) settle_by_others(solution, demand, index, served[index]);
    if (served[index] < demand.missing) solution.unmet.push_back(index);
  }
}

Solution attempt(const Task& task, Sharing sharing, Order order) {
  Solution result;
  result.jobs = jobs_of(task.demands, sharing);
  sort_jobs(result.jobs, task, order);
  result.days = days_of(result.jobs, task.capacity);
  find_unmet(result, task);
  return result;
}

}  // namespace

Solution solve(const Task& task) {
  for (const auto sharing : {Sharing::always, Sharing::free})
    if (auto result = attempt(task, sharing, Order::by_place); result.unmet.empty()) return result;
  auto result = attempt(task, Sharing::always, Order::by_priority);
  auto other = attempt(task, Sharing::free, Order::by_priority);
  return other.unmet.size() < result.unmet.size() ? other : result;
}

}  // namespace gridvisit::compliance
