#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/format/record.hpp"

namespace gridvisit::format {

/// Reads CSV (RFC 4180) from a source of UTF-8: LF or CRLF, quoted fields with line breaks and
/// doubled quotes. Memory is bounded by the longest record allowed; a longer one is a defect, and
/// reading goes on after it. Empty lines are passed over.
class CsvReader {
 public:
  static constexpr std::size_t k_longest_record = 1 << 20;

  explicit CsvReader(ByteSource source, std::size_t longest_record = k_longest_record);

  /// The next record, or false at the end.
  bool next(Record& record);

 private:
  enum class Scan { complete, needs_more, defective, unterminated };

  bool read_more();
  bool skip_empty_lines();
  Scan scan(Record& record);
  void split_plain(const char* line_end, Record& record);
  Scan scan_quoted(Record& record);
  Scan take_plain_field(Record& record);
  Scan take_quoted_field(Record& record);
  Scan end_quoted_field(std::string_view content, bool doubled, Record& record);
  void remove_doubled_quotes(Record& record);
  void skip_rest_of_line();
  void skip_long_record(Record& record);
  void consume(const char* until);

  char* begin() { return m_buffer.data() + m_begin; }
  char* end() { return m_buffer.data() + m_end; }

  ByteSource m_source;
  std::size_t m_longest_record;
  std::vector<char> m_buffer;
  std::size_t m_begin = 0;  // what has not been handed out yet
  std::size_t m_end = 0;
  std::uint64_t m_moved = 0;  // bytes of the source that stood before the buffer
  std::int64_t m_line = 1;
  bool m_ended = false;  // the source has no more

  // While a record with quotes is scanned:
  char* m_at = nullptr;                // the next field, or what follows the last one
  bool m_last_field = false;           // the line ended with the field just taken
  std::vector<std::size_t> m_doubled;  // fields that hold doubled quotes
};

/// What a CsvReader reads.
RecordSource csv_records(ByteSource source);

}  // namespace gridvisit::format
