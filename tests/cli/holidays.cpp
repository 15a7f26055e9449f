#include <filesystem>

#include <doctest/doctest.h>

#include "cli/register.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

constexpr auto k_patrols = R"(
name = "patrols"
from = 2026-01-01
[[rules]]
id = "daily-patrol"
title = "巡查"
title_en = "Patrol"
subject = "grid"
at_least = 2
every = "month"
)";

}  // namespace

TEST_CASE_FIXTURE(Town, "a holiday table comes in, is listed, corrected and goes out again") {
  write("h.csv", "day,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,国庆节\n");
  write("zh.csv", "日期,类型,节日\n2026-10-01,上班,国庆节\n2026-10-02,放假,\n");
  const Case cases[] = {
      {"holiday list", 0, "The table has no day of 2026: Monday to Friday are worked.", ""},
      {"import holidays h.csv --dry-run", 0, "It would be: 2 new", nothing},
      {"import holidays h.csv", 0, "Imported: 2 new, 0 changed, 0 already there.", nothing},
      {"import holidays h.csv", 0, "Imported: 0 new, 0 changed, 2 already there.", nothing},
      {"holiday list --format csv", 0,
       "day,weekday,kind,name\n2026-10-01,thu,holiday,国庆节\n2026-10-10,sat,workday,国庆节\n", ""},
      {"import holidays zh.csv", 0, "Imported: 1 new, 1 changed, 0 already there.", nothing},
      {"holiday list 2026 --lang zh", 0, "周六", ""},
      {"export holidays", 0, "day,kind,name,changed_at\n2026-10-01,workday,国庆节,", ""},
      {"export holidays --from 2026-10-03 --format ndjson", 0,
       "{\"day\":\"2026-10-10\",\"kind\":\"workday\",\"name\":\"国庆节\",", ""},
      {"export holidays --from 2026-10-02 --to 2026-10-02", 0, "\n2026-10-02,holiday,,", ""},
      {"holiday list 2025", 0, "no day of 2025", ""},
      {"holiday list 26", 2, nothing, ""},
      {"verify", 0, "", ""},
  };
  check(*this, cases);
  const auto out = must("export holidays").out;
  write("again.csv", out);
  CHECK(must("import holidays again.csv").out == "Imported: 0 new, 0 changed, 3 already there.\n");
}

TEST_CASE_FIXTURE(Town, "a bad row of a holiday table is told with how to mend it") {
  write("bad.csv", "day,kind\n2026-02-30,holiday\n2026-10-10,调休\n2026-10-11,\n");
  write("headless.csv", "day,name\n2026-10-01,x\n");
  const Case cases[] = {
      {"import holidays bad.csv", 4, nothing, "line 2, column day, \"2026-02-30\""},
      {"import holidays bad.csv", 4, nothing,
       "\"调休\": The word is not one of those known here. Write one of: holiday, workday."},
      {"import holidays bad.csv --lang zh", 4, nothing, "holiday 放假、workday 上班"},
      {"import holidays bad.csv", 4, nothing, "line 4, column kind"},
      {"import holidays headless.csv", 4, nothing, "kind"},
      {"import feasts bad.csv", 2, nothing, "holidays."},
      {"holiday list", 0, "no day of 2026", ""},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(Town, "patrols are asked for on working days by the holiday table") {
  write("p.toml", k_patrols);
  must("policy load p.toml");
  fs::copy_file(fs::path{GRIDVISIT_EXAMPLES} / "holidays/china-2026.csv", folder() / "h.csv");
  const Case cases[] = {
      {"report rule daily-patrol 2026-05 --by grid --format csv", 0, "daily-patrol,missed,0,42,"},
      {"import holidays h.csv", 0, "Imported: 39 new"},
      {"report rule daily-patrol 2026-05 --by grid --format csv", 0, "daily-patrol,missed,0,38,"},
      {"explain daily-patrol G01 2026-05", 0, "38"},
      {"holiday list", 0, "248"},
  };
  check(*this, cases);
}
