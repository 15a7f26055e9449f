#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/report/document.hpp"

/// How values of the register stand in cells. Not for other rooms.
namespace gridvisit::report {

/// How much of personal data is shown. `masked`: 张*, 138****8000, the address up to the building,
/// no free text. `own`: what a worker needs at the doors of their own grids, all but the phone.
enum class PersonalData { masked, own, shown };

Cell text_cell(const std::string& text);    ///< monostate if empty
Cell first_day_cell(const DayRange& days);  ///< monostate if there is no first day
Cell last_day_cell(const DayRange& days);
Cell people_cell(const Household& household);
Cell role_cell(Role role);
Cell half_day_cell(HalfDay half);
/// Names of categories, which may have spaces in them; monostate if there are none.
Cell labels_cell(const std::vector<std::string>& labels);
/// A kind everybody has is a word; any other one stands as it was given.
Cell kind_cell(std::string_view kind);
Cell leave_kind_cell(std::string_view kind);

Cell name_cell(const std::string& name, PersonalData data);
Cell phone_cell(const std::string& phone, PersonalData data);
Cell address_cell(const std::string& address, PersonalData data);
/// Free text about people: a star, unless it is shown.
Cell note_cell(const std::string& text, PersonalData data);

}  // namespace gridvisit::report
