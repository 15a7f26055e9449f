#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/usecase/register_desk.hpp"

namespace gridvisit::usecase {

/// What is said of an area; nothing leaves a field as it is.
struct AreaFields {
  std::optional<std::string> name;
  std::optional<std::string> kind;    ///< 街道 社区 网格 are kept as street community grid
  std::optional<std::string> parent;  ///< code of the area it lies in; empty: none
};

/// A new area needs a name; its kind is grid unless another one is given.
Area add_area(const Desk& desk, std::string_view code, const AreaFields& fields);
Area edit_area(const Desk& desk, std::string_view code, const AreaFields& fields);

}  // namespace gridvisit::usecase
