#include <string>

#include <doctest/doctest.h>

#include "gridvisit/format/encoding.hpp"

#include "cli/register.hpp"

using namespace gridvisit::tests;

namespace {

struct ImportRegister : Town {
  std::string numbers_of_visits() const {
    const auto ran = must("export visits");
    return ran.out;
  }
};

constexpr auto k_header = "household,worker,day,mode,note\n";

}  // namespace

TEST_CASE_FIXTURE(ImportRegister,
                  "an imported file is summed up and the same file twice changes nothing") {
  write("v.csv", std::string{k_header} +
                     "G01-1-1-101,W01,2026-10-12,door,one\n"
                     "G01-1-1-102,W01,2026-10-12,phone,two\n");
  const Case cases[] = {
      {"import visits v.csv -n", 0, "Nothing was saved. It would be: 2 new", nothing},
      {"import visits v.csv", 0, "Imported: 2 new, 0 changed, 0 already there.", nothing},
      {"import visits v.csv", 0, "Imported: 0 new, 0 changed, 2 already there.", nothing},
      {"import visits - --lang zh", 0, "已导入：新增 1", nothing,
       "方式,日期,户编号,网格员,内容\n电话,2026-10-13,G01-1-1-101,W01,三\n"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "a bad row is told with line and column and nothing is taken") {
  write("v.csv", std::string{k_header} +
                     "G01-1-1-101,W01,2026-10-12,door,\"two\nlines\"\n"
                     "G01-1-1-109,W01,2026-02-30,door,\n");
  const auto before = numbers_of_visits();
  const Case cases[] = {
      {"import visits v.csv", 4, nothing,
       "line 4, column day, \"2026-02-30\": This is not a day. Write it as year-month-day"},
      {"import visits v.csv", 4, nothing, "Nothing was imported. Rows with a problem: 1 of 2."},
      {"import visits v.csv --skip-bad", 0, "Imported: 1 new", "line 4"},
  };
  check(*this, {cases, 2});
  CHECK(numbers_of_visits() == before);
  check(*this, {cases + 2, 1});
  CHECK(numbers_of_visits() != before);
}

TEST_CASE_FIXTURE(ImportRegister, "the file of rejects can be mended and imported") {
  write("v.csv", std::string{k_header} +
                     "G01-1-1-101,W01,2026-10-12,door,'=1+1\n"
                     "G01-1-1-1O2,W01,2026-10-12,door,=cmd\n");
  CHECK(run("import visits v.csv --rejects bad.csv").code == 4);
  const auto rejects = read("bad.csv");
  CHECK(rejects ==
        "household,worker,day,mode,note,line,column,value,reason,mend\n"
        "G01-1-1-1O2,W01,2026-10-12,door,'=cmd,3,household,G01-1-1-1O2,"
        "There is no household G01-1-1-1O2.,"
        "\"Did you mean G01-1-1-102, G01-1-1-101, G01-1-2-101?\"\n");
  CHECK(run("import visits v.csv --rejects bad.csv").code == 4);
  CHECK(run("import visits v.csv --rejects bad.csv").err.find("exists already") !=
        std::string::npos);
  CHECK(read("bad.csv") == rejects);

  auto mended = rejects;
  mended.replace(mended.find("1O2"), 3, "102");
  write("mended.csv", mended);
  const Case cases[] = {{"import visits mended.csv", 0, "1 new", nothing},
                        {"export visits --unmask --reason test", 0, ",'=cmd,", ""}};
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "a sound file makes no file of rejects") {
  write("v.csv", std::string{k_header} + "G01-1-1-101,W01,2026-10-12,door,\n");
  must("import visits v.csv --rejects bad.csv");
  CHECK_FALSE(std::filesystem::exists(folder() / "bad.csv"));
}

TEST_CASE_FIXTURE(ImportRegister, "files come as UTF-8 with a mark and as GB18030 and with CRLF") {
  const std::string text =
      "户编号,网格员,日期,方式,内容\r\nG01-1-1-101,W01,2026-10-12,上门,血压偏高\r\n";
  write("gb.csv", gridvisit::format::to_gb18030(text));
  write("bom.csv", std::string{gridvisit::format::k_utf8_mark} + text);
  const Case cases[] = {
      {"import visits gb.csv", 0, "1 new", nothing},
      {"import visits bom.csv", 0, "1 already there", nothing},
      {"import visits gb.csv --encoding gb18030", 0, "1 already there", nothing},
      {"import visits gb.csv --encoding utf-8", 4, nothing, "is not UTF-8"},
      {"import visits gb.csv --encoding latin1", 2, nothing, "utf-8 and gb18030"},
      {"export visits --unmask --reason test", 0, "血压偏高", ""},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "bytes that are no text are named by their offset") {
  write("bad.csv", std::string{k_header} + "\xff\n");
  write("nul.csv", std::string{k_header} + std::string(1, '\0'));
  write("esc.csv", std::string{k_header} + "G01-1-1-101,W01,2026-10-12,door,\x1b[2J\n");
  write("bidi.csv", std::string{k_header} + "G01-1-1-101,W01,2026-10-12,door,\u202e\n");
  const Case cases[] = {
      {"import visits bad.csv", 4, nothing, "see byte 31"},
      {"import visits bad.csv", 4, nothing, "--encoding"},
      {"import visits nul.csv", 4, nothing, "Byte 31 of the file is NUL"},
      {"import visits esc.csv", 4, nothing, "column note: A control or text-direction character"},
      {"import visits bidi.csv", 4, nothing, "character stands at byte 0"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "a Chinese reader is told Chinese words and columns") {
  write("words.csv", "户编号,网格员,日期,方式,结果\nG01-1-1-101,W01,2026-10-12,走访,见了\n");
  write("columns.csv", "户编号,网格员,日期,颜色\nG01-1-1-101,W01,2026-10-12,红\n");
  const Case cases[] = {
      {"import visits words.csv --lang zh", 4, nothing, "请写其中之一：上门、面见、来访"},
      {"import visits words.csv --lang zh", 4, nothing, "请写其中之一：见到、不在、拒访、空户"},
      {"import visits columns.csv --lang zh", 4, nothing, "缺少列 mode（方式）。"},
      {"import visits columns.csv --lang zh", 4, nothing, "household 户编号, worker 网格员"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "a file that is missing or no table is refused") {
  write("book.xlsx", "PK");
  write("empty.csv", "");
  write("columns.csv", "household,worker,day\n");
  write("twice.csv", "household,worker,day,mode,日期\n");
  write("extra.csv", "household,worker,day,mode,colour\nG01-1-1-101,W01,2026-10-12,door,red\n");
  write("quote.csv", std::string{k_header} + "G01-1-1-101,W01,2026-10-12,door,\"open\n");
  const Case cases[] = {
      {"import visits none.csv", 3, nothing, "There is no file none.csv."},
      {"import visits .", 4, nothing, "not a plain file"},
      {"import visits book.xlsx", 4, nothing, "named like a workbook"},
      {"import visits empty.csv", 4, nothing, "The file is empty."},
      {"import visits columns.csv", 4, nothing, "The column mode (方式) is missing."},
      {"import visits twice.csv", 4, nothing, "day and 日期 are the same column."},
      {"import visits extra.csv -n", 0, "1 new", "The column colour is not known"},
      {"import visits quote.csv", 4, nothing, "line 2: A quotation mark is opened here"},
      {"import people extra.csv", 2, nothing, "The tables are areas, workers"},
  };
  check(*this, cases);
}

TEST_CASE_FIXTURE(ImportRegister, "a note of 100 MB is refused in bounded memory") {
  const auto ran = shell(
      std::string{k_bounded_memory} +
      "{ printf 'household,worker,day,mode,note\\n"
      "G01-1-1-101,W01,2026-10-12,door,'; head -c 100000000 /dev/zero | tr '\\0' x; echo; } | "
      "gridvisit import visits -");
  CHECK(ran.code == 4);
  CHECK(ran.err.find("The row has more than") != std::string::npos);
}
