// First byte: which part of a workbook the rest is (0: the whole file). It is read as the first
// sheet of an otherwise sound workbook.
#include <algorithm>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/cell_name.hpp"
#include "gridvisit/format/xlsx/xlsx_reader.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"
#include "workbook.hpp"

namespace gridvisit::fuzz {
namespace {

struct ReadRow {
  std::int64_t line = 0;
  std::vector<std::string> fields;
  std::vector<std::string> defects;

  friend bool operator==(const ReadRow&, const ReadRow&) = default;
};

struct Reading {
  std::vector<ReadRow> rows;
  std::string failure;

  friend bool operator==(const Reading&, const Reading&) = default;
};

/// A workbook whose cells refer to texts and styles.
tests::WorkbookXml sound() {
  tests::WorkbookXml workbook;
  workbook.sheets = {{"S",
                      "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>46300"
                      "</v></c></row>"}};
  workbook.strings = "<si><t>text</t></si>";
  workbook.styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>";
  workbook.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/>";
  return workbook;
}

std::string file_with(unsigned char which, std::string_view input) {
  if (which == 0) return std::string{input};
  auto workbook = sound();
  if (which == 1) workbook.sheets[0].rows = input;
  if (which == 2) workbook.strings = input;
  if (which == 3) workbook.formats = input;
  if (which <= 3) return file_of(workbook);
  auto parts = tests::parts_of(workbook);
  parts[(which - 4U) % parts.size()].text = input;
  return tests::zip_of(parts);
}

ReadRow copied(const format::Record& record) {
  ReadRow row{record.line, {record.fields.begin(), record.fields.end()}, {}};
  if (record.defect) row.defects.push_back(in_english(record.defect->reason));
  for (const auto& defect : record.cell_defects) {
    expect(!defect.reason.empty() && !defect.mend.empty(), "a defect says what to do");
    row.defects.push_back(format::cell_name(defect.position, row.line) + ": " +
                          in_english(defect.reason));
  }
  return row;
}

void expect_sound(const ReadRow& row) {
  constexpr std::int64_t k_most_rows = 1 << 20;
  constexpr std::size_t k_most_columns = 1 << 14, k_longest = 1 << 20;
  expect(row.line >= 1 && row.line <= k_most_rows, "a row lies in the sheet");
  expect(row.fields.size() <= k_most_columns, "a cell lies in the sheet");
  std::size_t bytes = 0;
  for (const auto& field : row.fields) {
    expect(!find_invalid_utf8(field), "a cell is UTF-8");
    bytes += field.size();
  }
  expect(bytes <= k_longest, "a row is bounded");
  expect(!row.defects.empty() || bytes > 0, "a row says something");
}

Reading read(const std::string& file) {
  Reading reading;
  try {
    format::XlsxReader reader{format::random_bytes_of(file), {}};
    for (format::Record record; reader.next(record);) reading.rows.push_back(copied(record));
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::refused || error.kind() == ErrorKind::damaged,
           "a file is refused or damaged");
    expect(!error.hint().empty(), "an error says what to do");
    reading.failure = error.what();
  }
  return reading;
}

}  // namespace

void xlsx(std::string_view input) {
  const auto which = take_byte(input);
  const auto file = file_with(which, input);
  const auto reading = read(file);
  for (const auto& row : reading.rows) expect_sound(row);
  expect(std::ranges::is_sorted(reading.rows, std::less{}, &ReadRow::line),
         "rows are counted upwards");
  expect(read(file) == reading, "what is read is read again");
}

}  // namespace gridvisit::fuzz
