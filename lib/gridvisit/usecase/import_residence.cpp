#include "gridvisit/usecase/import_residence.hpp"

#include <algorithm>

namespace gridvisit::usecase {
namespace {

const Residence* find_if_in_grid(const std::vector<Residence>& known, AreaId grid, auto fits) {
  const auto at = std::ranges::find_if(
      known, [&](const Residence& lived) { return lived.grid == grid && fits(lived); });
  return at == known.end() ? nullptr : &*at;
}

/// The residence on record that the row speaks of, if there is one.
const Residence* find_meant(const std::vector<Residence>& known, const SaidResidence& said) {
  const auto begins = [&](const Residence& lived) { return lived.days.first == *said.from; };
  const auto ends = [&](const Residence& lived) { return lived.days.last == *said.until; };
  if (said.from)
    if (const auto* meant = find_if_in_grid(known, said.grid, begins)) return meant;
  if (said.until && !said.from)
    if (const auto* meant = find_if_in_grid(known, said.grid, ends)) return meant;
  if (known.empty() || known.back().grid != said.grid) return nullptr;
  const auto& last = known.back();
  const bool later = said.from && *said.from > last.days.last;
  const bool earlier = said.until && *said.until < last.days.first;
  return later || earlier ? nullptr : &last;
}

void find_clash(ResidencePlan& plan, const std::vector<Residence>& known, ResidenceId own) {
  for (const auto& lived : known) {
    const bool gives_way = lived.id == own || (plan.ended && plan.ended->id == lived.id);
    if (!gives_way && lived.days.overlaps(plan.days)) plan.clash = lived;
  }
}

/// The last residence that runs on when the new one begins ends the day before.
void end_last(ResidencePlan& plan, const std::vector<Residence>& known) {
  if (known.empty()) return;
  const auto& last = known.back();
  if (!last.days.contains(plan.days.first) || last.days.first == plan.days.first) return;
  plan.ended = last;
  plan.ended->days.last = plan.days.first - std::chrono::days{1};
}

}  // namespace

ResidencePlan plan_residence(const std::vector<Residence>& known, const SaidResidence& said,
                             Day today) {
  if (const auto* meant = find_meant(known, said)) {
    auto wanted = *meant;
    wanted.days = {said.from.value_or(meant->days.first), said.until.value_or(meant->days.last)};
    return plan_change(known, *meant, wanted);
  }
  ResidencePlan plan;
  const bool first_of_all = known.empty() || said.until;
  plan.days = {said.from.value_or(first_of_all ? k_beginning : today),
               said.until.value_or(k_forever)};
  if (said.from || !first_of_all) end_last(plan, known);
  plan.added = Residence{{}, said.household, said.grid, plan.days};
  find_clash(plan, known, {});
  return plan;
}

ResidencePlan plan_change(const std::vector<Residence>& known, const Residence& on_record,
                          const Residence& wanted) {
  ResidencePlan plan;
  plan.days = wanted.days;
  if (wanted.days == on_record.days && wanted.grid == on_record.grid) return plan;
  plan.changed = wanted;
  find_clash(plan, known, on_record.id);
  return plan;
}

}  // namespace gridvisit::usecase
