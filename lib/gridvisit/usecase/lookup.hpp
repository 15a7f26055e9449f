#pragma once

#include <string_view>

#include "gridvisit/store/store.hpp"

/// What a typed code names. An unknown code is Error(not_found) with the nearest ones.
namespace gridvisit::usecase {

Area area_coded(const store::Session& session, std::string_view code);
/// An area that may hold households; Error(refused) if it has areas below it.
Area grid_coded(const store::Session& session, std::string_view code);
Worker worker_coded(const store::Session& session, std::string_view code);
Household household_coded(const store::Session& session, std::string_view code);
/// By its code, or by its name in either language.
Category category_coded(const store::Session& session, std::string_view code);

}  // namespace gridvisit::usecase
