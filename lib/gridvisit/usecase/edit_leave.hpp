#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/usecase/day_choice.hpp"
#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// What is said of a leave; nothing leaves a field as it is.
struct LeaveEdit {
  DaysEdit days;
  std::optional<std::string> kind;
};

/// Days off that are not counted as days in post. `kind` is any text, also none.
Leave add_leave(const Desk& desk, std::string_view worker, const DayRange& days,
                std::string_view kind);
Leave edit_leave(const Desk& desk, std::string_view worker, const DayChoice& choice,
                 const LeaveEdit& edit);
/// `last` becomes the last day of the leave that holds it.
Leave end_leave(const Desk& desk, std::string_view worker, Day last);

}  // namespace gridvisit::usecase
