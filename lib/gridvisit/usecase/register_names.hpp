#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/worker.hpp"
#include "gridvisit/usecase/list_register.hpp"

/// What the lists of the register share. Not for other rooms.
namespace gridvisit::usecase {

/// The areas and workers that a list names, and the grids that it is narrowed to.
struct RegisterNames {
  AreaTree areas;
  std::map<WorkerId, Worker> workers;
  std::optional<AreaId> root;
  std::optional<WorkerId> worker;

  RegisterNames(const store::Session& session, const RegisterFilter& filter);

  const Area& area(AreaId id) const { return referred_to(areas.find(id)); }
  bool shows(AreaId area) const { return !root || areas.lies_in(area, *root); }
  bool shows(WorkerId id) const { return !worker || *worker == id; }
};

bool is_shown(const report::Shown& shown, const DayRange& days);

}  // namespace gridvisit::usecase
