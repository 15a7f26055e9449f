#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// What is said of a worker; nothing leaves a field as it is.
struct WorkerFields {
  std::optional<std::string> name;
  std::optional<std::string> phone;
};

/// A new worker needs a name.
Worker add_worker(const Desk& desk, std::string_view code, const WorkerFields& fields);
Worker edit_worker(const Desk& desk, std::string_view code, const WorkerFields& fields);

/// The worker leaves the service: `last` becomes the last day of every assignment that runs on
/// beyond it, and these are given back. Error(refused) if none does, or if one begins after `last`.
std::vector<Assignment> end_worker(const Desk& desk, std::string_view code, Day last);

}  // namespace gridvisit::usecase
