#include "gridvisit/report/register_cells.hpp"

#include <fmt/format.h>

#include "gridvisit/domain/masking.hpp"

namespace gridvisit::report {

Cell text_cell(const std::string& text) {
  return text.empty() ? Cell{} : Cell{text};
}

Cell first_day_cell(const DayRange& days) {
  return days.first == k_beginning ? Cell{} : Cell{days.first};
}

Cell last_day_cell(const DayRange& days) {
  return days.last == k_forever ? Cell{} : Cell{days.last};
}

Cell people_cell(const Household& household) {
  return household.people ? Cell{std::int64_t{*household.people}} : Cell{};
}

Cell role_cell(Role role) {
  return Word{to_string(role), role == Role::responsible ? translatable_in("role", "responsible")
                                                         : translatable_in("role", "assistant")};
}

Cell half_day_cell(HalfDay half) {
  return Word{to_string(half),
              half == HalfDay::am ? translatable("morning") : translatable("afternoon")};
}

Cell labels_cell(const std::vector<std::string>& labels) {
  if (labels.empty()) return {};
  Message row;
  const auto append = [&](const auto& value) {
    row.text += fmt::format("{{{}}}", row.arguments.size());
    row.arguments.push_back(to_argument(value));
  };
  for (const auto& label : labels) {
    if (!row.text.empty()) append(translatable(", "));
    append(label);
  }
  return row;
}

Cell kind_cell(std::string_view kind) {
  if (kind == "street") return Word{"street", translatable_in("area kind", "street")};
  if (kind == "community") return Word{"community", translatable_in("area kind", "community")};
  if (kind == "grid") return Word{"grid", translatable_in("area kind", "grid")};
  return std::string{kind};
}

Cell leave_kind_cell(std::string_view kind) {
  if (kind == "sick") return Word{"sick", translatable_in("leave", "sick")};
  if (kind == "holiday") return Word{"holiday", translatable_in("leave", "holiday")};
  if (kind == "course") return Word{"course", translatable_in("leave", "course")};
  return text_cell(std::string{kind});
}

Cell name_cell(const std::string& name, PersonalData data) {
  return text_cell(data == PersonalData::masked ? masked_name(name) : name);
}

Cell phone_cell(const std::string& phone, PersonalData data) {
  return text_cell(data == PersonalData::shown ? phone : masked_phone(phone));
}

Cell address_cell(const std::string& address, PersonalData data) {
  return text_cell(data == PersonalData::masked ? masked_address(address) : address);
}

Cell note_cell(const std::string& text, PersonalData data) {
  return text_cell(data != PersonalData::masked || text.empty() ? text : "*");
}

}  // namespace gridvisit::report
