#include "cli/report_town.hpp"

namespace gridvisit::tests {

void add_town(Sandbox& sandbox) {
  sandbox.set("GRIDVISIT_DB", (sandbox.folder() / "town.db").string());
  sandbox.set("GRIDVISIT_TODAY", "2026-11-02");
  sandbox.must("init");
  sandbox.must(
      "import areas -",
      "area,name,kind,parent\nS1,示例街道,street,\nC1,甲社区,community,S1\n"
      "C2,乙社区,community,S1\nG01,一网格,grid,C1\nG02,二网格,grid,C1\nG03,三网格,grid,C2\n");
  sandbox.must("import workers -", "worker,name\nW01,员一\nW02,员二\n");
  sandbox.must("import assignments -",
               "worker,grid,role,from,until\nW01,G01,responsible,2026-01-01,\n"
               "W02,G02,responsible,2026-10-16,\n");
  sandbox.must(
      "import households -",
      "household,grid,address,from,tags\nG01-1,G01,示例路1号楼2单元301,2020-01-01,disabled\n"
      "G01-2,G01,,2020-01-01,\nG01-3,G01,,2020-01-01,\nG01-10,G01,,2020-01-01,\n"
      "G02-1,G02,,2020-01-01,disabled\nG02-2,G02,,2020-01-01,\nG03-1,G03,,2020-01-01,\n");
  sandbox.must("import visits -",
               "household,worker,day,mode,outcome,note\nG01-1,W01,2026-10-05,door,met,a\n"
               "G01-2,W01,2026-10-06,phone,met,b\nG01-1,W01,2026-10-07,door,met,c\n"
               "G01-3,W01,2026-10-07,door,absent,d\nG02-1,W02,2026-10-20,door,met,e\n"
               "G03-1,W02,2026-10-21,door,met,f\n");
}

}  // namespace gridvisit::tests
