#include "cli/golden_town.hpp"

#include <fstream>
#include <regex>
#include <sstream>

namespace gridvisit::tests {
namespace {

constexpr std::string_view k_areas =
    "area,name,kind,parent\n"
    "S1,示例街道,street,\n"
    "C1,甲社区,community,S1\n"
    "C2,乙社区,community,S1\n"
    "G01,一网格,grid,C1\n"
    "G02,二网格,grid,C1\n"
    "G03,三网格,grid,C2\n";

constexpr std::string_view k_workers =
    "worker,name,phone\n"
    "W01,员一,13900000001\n"
    "W02,员二,13900000002\n"
    "W03,员三,\n";

constexpr std::string_view k_assignments =
    "worker,grid,role,from,until\n"
    "W01,G01,responsible,2026-01-01,\n"
    "W02,G02,responsible,2026-10-16,\n"
    "W03,G01,assistant,2026-09-01,2026-10-31\n";

constexpr std::string_view k_households =
    "household,grid,address,building,unit,room,name,phone,people,situation,difficulties,needs,"
    "from,until,tags\n"
    "G01-1-1-101,G01,示例路1号楼1单元101,1,1,101,甲一,13900000101,1,独居,行动不便,送餐,"
    "2020-01-01,,elderly-alone;disabled\n"
    "G01-1-1-102,G01,示例路1号楼1单元102,1,1,102,甲二,13900000102,3,在职,,,"
    "2020-01-01,,community-correction\n"
    "G01-1-2-101,G01,示例路1号楼2单元101,1,2,101,甲三,,4,,,,"
    "2020-01-01,,low-income@2026-10-25\n"
    "G01-1-10-101,G01,示例路1号楼10单元101,1,10,101,甲四,,2,,,,2020-01-01,,gas\n"
    "G01-2-1-101,G01,示例路2号楼1单元101,2,1,101,乙一,,2,,,,2020-01-01,2026-10-30,\n"
    "G02-1-1-101,G02,示例路3号楼1单元101,1,1,101,丙一,13900000201,2,,,,"
    "2020-01-01,,disabled\n"
    "G02-1-1-102,G02,示例路3号楼1单元102,1,1,102,丙二,,5,,,,2026-10-10,,\n"
    "G03-1-1-101,G03,示例路5号楼1单元101,1,1,101,丁一,,3,,,,2020-01-01,,\n";

constexpr std::string_view k_visits_of_september =
    "household,worker,day,mode,outcome,note\n"
    "G01-1-1-101,W01,2026-01-20,door,met,节前慰问\n"
    "G01-1-1-102,W01,2026-03-11,door,met,\n"
    "G01-1-1-101,W01,2026-09-08,phone,met,\n"
    "G01-1-2-101,W01,2026-09-08,outside,met,\n";

constexpr std::string_view k_later_visits =
    "household,worker,day,mode,outcome,time,note\n"
    "G01-2-1-101,W01,2026-09-29,door,met,,补录\n"
    "G01-1-1-101,W01,2026-10-05,door,met,09:30,\"血压偏高，约周五复查\"\n"
    "G01-1-1-102,W01,2026-10-06,phone,met,,\n"
    "G01-1-1-101,W01,2026-10-07,door,met,16:00,复查正常\n"
    "G01-1-2-101,W01,2026-10-07,door,absent,,\n"
    "G01-1-2-101,W01,2026-10-13,door,met,,错户\n"
    "G02-1-1-101,W02,2026-10-20,door,met,,\n"
    "G03-1-1-101,W02,2026-10-21,door,met,,\n"
    "G01-1-1-101,W03,2026-10-22,outside,met,,\n"
    "G01-1-1-101,W01,2026-11-03,phone,met,,送餐已联系\n"
    "G01-1-1-102,W01,2026-11-05,door,met,14:00,思想汇报\n"
    "G01-1-10-101,W01,2026-11-10,door,refused,,\n"
    "G02-1-1-101,W02,2026-11-11,phone,met,,\n"
    "G03-1-1-101,W03,2026-09-30,door,met,,\n";

/// The examples of the norms V1 to V7, in force from November on.
std::string later_policy() {
  std::ifstream file{std::string{GRIDVISIT_EXAMPLES} + "/policies/all-norms.toml"};
  std::ostringstream text;
  text << file.rdbuf();
  auto norms = text.str();
  norms.resize(norms.find("# 规范 V8"));
  return std::regex_replace(norms, std::regex{"from = 2026-01-01"}, "from = 2026-11-01");
}

void add_areas_and_people(const Sandbox& sandbox) {
  sandbox.must("import areas -", k_areas);
  sandbox.must("import workers -", k_workers);
  sandbox.must("import assignments -", k_assignments);
  sandbox.must("import households -", k_households);
  sandbox.must("import holidays " + std::string{GRIDVISIT_EXAMPLES} + "/holidays/china-2026.csv");
  sandbox.must("leave add W02 --from 2026-10-26 --until 2026-10-30 --kind sick");
  sandbox.must("leave add W01 --from 2026-11-16 --until 2026-11-17 --kind holiday");
}

void add_visits_and_patrols(const Sandbox& sandbox) {
  sandbox.must("import visits - --today 2026-10-09", k_visits_of_september);
  sandbox.must("month close 2026-09 --today 2026-10-09");
  sandbox.must("import visits -", k_later_visits);
  sandbox.must("void 10 --reason 走错门");
  sandbox.must("amend 14 --mode outside --reason 在楼下见到");
  sandbox.must("patrol add G01 am --on 2026-11-09 --note 楼道堆物");
  sandbox.must("patrol add G01 pm --on 2026-11-09");
  sandbox.must("patrol add G01 am --on 2026-11-12");
}

}  // namespace

void add_golden_town(Sandbox& sandbox) {
  sandbox.set("GRIDVISIT_DB", (sandbox.folder() / "town.db").string());
  sandbox.set("GRIDVISIT_TODAY", "2026-11-12");
  sandbox.set("GRIDVISIT_WORKER", "W01");
  sandbox.must("init");
  add_areas_and_people(sandbox);
  add_visits_and_patrols(sandbox);
  sandbox.write("norms.toml", later_policy());
  sandbox.must("policy load norms.toml");
}

}  // namespace gridvisit::tests
