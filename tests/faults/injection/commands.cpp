#include "faults/injection/commands.hpp"

namespace gridvisit::faults {
namespace {

constexpr WritingCommand k_daily[]{
    {"add 1-1-102 '血压偏高，约周五复查'"},
    {"add 1-1-102 --absent --on yesterday"},
    {"amend 1 --mode phone --reason 只通了电话"},
    {"void 1 --reason 记错户"},
    {"undo"},
    {"patrol add G01 am"},
    {.line = "show G01-1-1-101 --unmask --reason 上门核对", .records_first = true},
};

constexpr WritingCommand k_register[]{
    {"area add G03 三网格 --parent S1"},
    {"area edit G02 --name 新二网格"},
    {"worker add W04 员四 --phone 13900000004"},
    {"worker edit W02 --phone 13900000005"},
    {"worker end W02 --on 2026-10-14"},
    {"household add G01-5-5-505 G01 --name 丁一 --address 示例路5栋505"},
    {"household edit G01-1-1-102 --name 甲二二 --phone 13900000006"},
    {"household move G01-1-1-102 G02 --on 2026-10-10"},
    {"household end G01-1-1-102 --on 2026-10-14"},
    {"household erase G01-1-1-101 --reason 本人要求 --yes"},
    {"tag add G01-1-1-102 disabled"},
    {"tag edit G01-1-1-101 empty-nest --from 2026-03-01"},
    {"tag end G01-1-1-101 empty-nest --on 2026-10-14"},
    {"tag category add pregnant --zh 孕产妇"},
    {"assign add W03 G01 --role assistant"},
    {"assign edit W01 G01 --from 2026-02-01"},
    {"assign end W01 G01 --on 2026-10-31"},
    {"leave add W01 --from 2026-10-12 --until 2026-10-16"},
    {"leave edit W02 --on 2026-10-12 --until 2026-10-20"},
    {"leave end W02 --on 2026-10-14"},
    {"month close 2026-09"},
};

constexpr WritingCommand k_setup[]{
    {"import areas areas.csv"},
    {"import workers workers.csv"},
    {"import assignments assignments.csv"},
    {"import households households.csv"},
    {"import leave leave.csv"},
    {"import households theirs.csv"},
    {"import tags tags.csv"},
    {"import visits visits.csv"},
    {"import patrols patrols.csv"},
    {"import holidays holidays.csv"},
    {"policy load policy.toml"},
    {"init --db town/new.db", "new.db"},
    {.line = "backup town/copy.bak", .output = "copy.bak", .works_on_copy = true},
    {.line = "backup town/copy.bak --force",
     .output = "copy.bak",
     .over_old_output = true,
     .works_on_copy = true},
    {.line = "restore before.bak --yes", .works_on_copy = true},
};

constexpr WritingCommand k_administration[]{
    {"member add helper coordinator"},
    {"member edit clerk --role administrator"},
    {"member end clerk"},
    {"retention apply --reason 年度清理 --yes"},
    {"config set worker W02", "gridvisit/config.toml"},
    {.line = "migrate --db town/old.db", .output = "old.db", .works_on_copy = true},
    {.line = "backup town/sealed.bak --encrypt --passphrase-file phrase.txt",
     .output = "sealed.bak",
     .works_on_copy = true},
    {.line = "restore before.sealed --passphrase-file phrase.txt --yes", .works_on_copy = true},
};

constexpr WritingCommand k_outputs[]{
    {"export visits -o town/visits.csv", "visits.csv", false, true},
    {"export visits -o town/visits.csv --force", "visits.csv", true, true},
    {"export households --format ndjson -o town/h.ndjson --force", "h.ndjson", true, true},
    {"export workers --unmask --reason 报送 -o town/w.csv", "w.csv", false, true},
    {"report month -o town/month.md --force", "month.md", true},
    {"report month --format csv -o town/month.csv", "month.csv"},
    {"import visits bad.csv --skip-bad --rejects town/rejects.csv", "rejects.csv"},
};

}  // namespace

std::span<const WritingCommand> daily_commands() {
  return k_daily;
}

std::span<const WritingCommand> register_commands() {
  return k_register;
}

std::span<const WritingCommand> setup_commands() {
  return k_setup;
}

std::span<const WritingCommand> administration_commands() {
  return k_administration;
}

std::span<const WritingCommand> output_commands() {
  return k_outputs;
}

}  // namespace gridvisit::faults
