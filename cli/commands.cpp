#include <array>

#include "area/area.hpp"
#include "assign/assign.hpp"
#include "command.hpp"
#include "config/config.hpp"
#include "export.hpp"
#include "household/household.hpp"
#include "import.hpp"
#include "leave/leave.hpp"
#include "patrol/patrol.hpp"
#include "setup/setup.hpp"
#include "tag/tag.hpp"
#include "worker/worker.hpp"

namespace gridvisit::cli {
namespace {

/// The entry of a command that has no other name.
CommandEntry described(Command (*describe)()) {
  const auto command = describe();
  return {command.path, {}, command.audience, command.summary, describe};
}

const std::array k_commands{
    described(patrol_add),
    described(patrol_list),
    described(area_add),
    described(area_list),
    described(area_show),
    described(area_edit),
    described(worker_add),
    described(worker_list),
    described(worker_show),
    described(worker_edit),
    described(worker_end),
    described(household_add),
    described(household_list),
    described(household_show),
    described(household_edit),
    described(household_move),
    described(household_end),
    described(tag_add),
    described(tag_list),
    described(tag_show),
    described(tag_edit),
    described(tag_end),
    described(tag_category_add),
    described(tag_category_list),
    described(assign_add),
    described(assign_list),
    described(assign_show),
    described(assign_edit),
    described(assign_end),
    described(leave_add),
    described(leave_list),
    described(leave_show),
    described(leave_edit),
    described(leave_end),
    CommandEntry{
        "init", {}, Audience::administrator, translatable("make a new, empty database"), init},
    CommandEntry{"import",
                 {},
                 Audience::coordinator,
                 translatable("take in a CSV file: areas, workers, households, visits, …"),
                 import_file},
    CommandEntry{"export",
                 {},
                 Audience::automation,
                 translatable("write a table as CSV or NDJSON, whole or not at all"),
                 export_table},
    CommandEntry{"config list",
                 {},
                 Audience::administrator,
                 translatable("the settings, and where each comes from"),
                 config_list},
    CommandEntry{
        "config get", {}, Audience::administrator, translatable("one setting"), config_get},
    CommandEntry{"config set",
                 {},
                 Audience::administrator,
                 translatable("write a setting into the config file"),
                 config_set},
};

}  // namespace

std::span<const CommandEntry> all_commands() {
  return k_commands;
}

}  // namespace gridvisit::cli
