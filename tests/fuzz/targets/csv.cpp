// First byte: how many bytes the source gives at a time; second: the longest record. The rest is
// the file. What is read doesn't depend on the pieces; what is written is read back the same.
#include <algorithm>
#include <vector>

#include "gridvisit/format/csv_reader.hpp"
#include "gridvisit/format/csv_writer.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"
#include "pieces.hpp"

namespace gridvisit::fuzz {
namespace {

using tests::in_pieces;
using Fields = std::vector<std::string>;

struct Record {
  std::int64_t line = 0;
  Fields fields;
  std::string defect;

  friend bool operator==(const Record&, const Record&) = default;
};

std::vector<Record> read_all(format::ByteSource source, std::size_t longest) {
  std::vector<Record> result;
  format::CsvReader reader{std::move(source), longest};
  for (format::Record record; reader.next(record);) {
    result.push_back({record.line, {record.fields.begin(), record.fields.end()}, {}});
    if (!record.defect) continue;
    expect(record.fields.empty(), "a defective record has no fields");
    expect(record.defect->line == record.line, "a defect is told by the line of its record");
    result.back().defect = in_english(record.defect->reason);
  }
  return result;
}

std::string written(const std::vector<Record>& records, format::CsvStyle style) {
  std::string text;
  format::CsvWriter writer{[&](std::string_view bytes) { text += bytes; }, style};
  for (const auto& record : records) {
    if (!record.defect.empty()) continue;
    for (const auto& field : record.fields) writer.free_text(field);
    writer.end_row();
  }
  writer.finish();
  return text;
}

void expect_round_trip(const std::vector<Record>& records, format::CsvStyle style) {
  const auto text = written(records, style);
  const auto again = read_all(format::source_of(text), format::CsvReader::k_longest_record);
  auto read = again.begin();
  for (const auto& record : records) {
    if (!record.defect.empty()) continue;
    expect(read != again.end(), "every row that is written is read");
    expect(read->defect.empty(), "what is written is CSV");
    expect(read->fields.size() == record.fields.size(), "a row keeps its fields");
    for (std::size_t index = 0; index < record.fields.size(); ++index)
      expect_equal(style.raw ? read->fields[index] : format::without_guard(read->fields[index]),
                   record.fields[index], "a field is read as it was written");
    ++read;
  }
  expect(read == again.end(), "nothing is read that was not written");
}

}  // namespace

void csv(std::string_view input) {
  const std::size_t piece = take_byte(input) % 64 + 1U;
  const std::size_t longest = take_byte(input) % 2 == 0 ? 64 : format::CsvReader::k_longest_record;
  const auto records = read_all(in_pieces(std::string{input}, input.size() + 1), longest);
  expect(read_all(in_pieces(std::string{input}, piece), longest) == records,
         "what is read does not depend on the pieces");
  expect(std::ranges::is_sorted(records, {}, &Record::line), "lines are counted upwards");
  expect_round_trip(records, {.raw = true});
  expect_round_trip(records, {.crlf = true});
}

}  // namespace gridvisit::fuzz
