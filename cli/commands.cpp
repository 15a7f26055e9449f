#include <array>

#include "area/area.hpp"
#include "assign/assign.hpp"
#include "command.hpp"
#include "completion/completion.hpp"
#include "config/config.hpp"
#include "daily/daily.hpp"
#include "export.hpp"
#include "holiday/holiday.hpp"
#include "household/household.hpp"
#include "import.hpp"
#include "leave/leave.hpp"
#include "member/member.hpp"
#include "month/month.hpp"
#include "patrol/patrol.hpp"
#include "policy/policies.hpp"
#include "report/reports.hpp"
#include "retention/retention.hpp"
#include "round/round.hpp"
#include "setup/setup.hpp"
#include "tag/tag.hpp"
#include "worker/worker.hpp"

namespace gridvisit::cli {
namespace {

constexpr auto k_commands = std::to_array<CommandEntry>({
    {"add", add, {"log", "走访"}},
    {"due", due, {"待访"}},
    {"plan", plan, {"计划"}},
    {"round", round_command, {"巡访"}},
    {"status", status},
    {"journal", journal, {"日志"}},
    {"find", find},
    {"show", show},
    {"amend", amend, {"更正"}},
    {"void", void_one, {"作废"}},
    {"undo", undo, {"撤销"}},
    {"patrol add", patrol_add},
    {"patrol list", patrol_list},

    {"report month", report_month, {"月报"}},
    {"report year", report_year},
    {"report household", report_household},
    {"report rule", report_rule},
    {"month close", month_close},
    {"month diff", month_diff},
    {"month list", month_list},
    {"explain", explain},
    {"feasibility", feasibility},
    {"policy show", policy_show},
    {"policy list", policy_list},
    {"policy check", policy_check},
    {"policy load", policy_load},

    {"area add", area_add},
    {"area list", area_list},
    {"area show", area_show},
    {"area edit", area_edit},
    {"worker add", worker_add},
    {"worker list", worker_list},
    {"worker show", worker_show},
    {"worker edit", worker_edit},
    {"worker end", worker_end},
    {"household add", household_add},
    {"household list", household_list},
    {"household show", household_show},
    {"household edit", household_edit},
    {"household move", household_move},
    {"household end", household_end},
    {"household erase", household_erase},
    {"tag add", tag_add},
    {"tag list", tag_list},
    {"tag show", tag_show},
    {"tag edit", tag_edit},
    {"tag end", tag_end},
    {"tag category add", tag_category_add},
    {"tag category list", tag_category_list},
    {"assign add", assign_add},
    {"assign list", assign_list},
    {"assign show", assign_show},
    {"assign edit", assign_edit},
    {"assign end", assign_end},
    {"leave add", leave_add},
    {"leave list", leave_list},
    {"leave show", leave_show},
    {"leave edit", leave_edit},
    {"leave end", leave_end},
    {"holiday list", holiday_list},
    {"import", import_file},

    {"check", check},
    {"export", export_table},

    {"init", init},
    {"backup", backup},
    {"restore", restore},
    {"doctor", doctor},
    {"verify", verify},
    {"migrate", migrate},
    {"retention list", retention_list},
    {"retention apply", retention_apply},
    {"member add", member_add},
    {"member list", member_list},
    {"member edit", member_edit},
    {"member end", member_end},
    {"config list", config_list},
    {"config get", config_get},
    {"config set", config_set},
    {"completion", completion},
});

constexpr auto k_inner_commands = std::to_array<CommandEntry>({{"__complete", complete}});

}  // namespace

std::span<const CommandEntry> all_commands() {
  return k_commands;
}

std::span<const CommandEntry> inner_commands() {
  return k_inner_commands;
}

}  // namespace gridvisit::cli
