#include <algorithm>
#include <iterator>
#include <tuple>

#include "gridvisit/compliance/plan_parts.hpp"

namespace gridvisit::compliance {
namespace {

using Indices = std::vector<std::size_t>;

template <class Value>
std::vector<Value> common(const std::vector<Value>& left, const std::vector<Value>& right) {
  std::vector<Value> result;
  std::ranges::set_intersection(left, right, std::back_inserter(result));
  return result;
}

/// Whether a job that is there anyway may serve the demand too.
bool can_serve(const PlanJob& job, const OpenDemand& demand, Sharing sharing) {
  if (common(job.modes, demand.modes).empty()) return false;
  if (sharing == Sharing::free) return std::ranges::includes(demand.days, job.days);
  return !common(job.days, demand.days).empty();
}

void serve(PlanJob& job, const OpenDemand& demand, std::size_t index) {
  job.modes = common(job.modes, demand.modes);
  job.days = common(job.days, demand.days);
  job.serves.push_back(index);
}

/// The household's jobs that may serve the demand, best first: those that lose no day, then those
/// with the fewest modes, which serve the fewest others.
Indices candidates(const std::vector<PlanJob>& jobs, const OpenDemand& demand, Sharing sharing) {
  Indices result;
  for (std::size_t at = 0; at < jobs.size(); ++at)
    if (can_serve(jobs[at], demand, sharing)) result.push_back(at);
  std::ranges::stable_sort(result, {}, [&](std::size_t at) {
    const auto& job = jobs[at];
    return std::tuple{!std::ranges::includes(demand.days, job.days), job.modes.size()};
  });
  return result;
}

void add_demand(const OpenDemand& demand, std::size_t index, Sharing sharing,
                std::vector<PlanJob>& jobs) {
  auto missing = demand.missing;
  for (const auto at : candidates(jobs, demand, sharing)) {
    if (missing == 0) break;
    serve(jobs[at], demand, index);
    --missing;
  }
  for (; missing > 0; --missing)
    jobs.push_back({demand.household, demand.modes, demand.days, {index}});
}

/// Inner periods before those around them, the choosier before the others.
auto inner_first(const OpenDemand& demand) {
  return std::tuple{demand.household, demand.owed.period.last, demand.days.size(),
                    demand.modes.size()};
}

}  // namespace

std::vector<PlanJob> jobs_of(const std::vector<OpenDemand>& demands, Sharing sharing) {
  Indices order;
  for (std::size_t at = 0; at < demands.size(); ++at)
    if (!demands[at].obstacle) order.push_back(at);
  std::ranges::stable_sort(order, {}, [&](std::size_t at) { return inner_first(demands[at]); });
  std::vector<PlanJob> result, of_one;
  const auto finish = [&] {
    std::ranges::move(of_one, std::back_inserter(result));
    of_one.clear();
  };
  for (const auto at : order) {
    if (!of_one.empty() && of_one.front().household != demands[at].household) finish();
    add_demand(demands[at], at, sharing, of_one);
  }
  finish();
  return result;
}

}  // namespace gridvisit::compliance
