#include "gridvisit/format/csv_reader.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace gridvisit::format {
namespace {

constexpr std::size_t k_first_buffer = 65536;

char* find_byte(char* from, char* until, char wanted) {
  return static_cast<char*>(std::memchr(from, wanted, static_cast<std::size_t>(until - from)));
}

std::string_view between(const char* from, const char* until) {
  return {from, static_cast<std::size_t>(until - from)};
}

std::string_view without_carriage_return(std::string_view text) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

void set_defect(Record& record, Message reason, Message mend) {
  record.fields.clear();
  record.defect = Problem{record.line, {}, {}, std::move(reason), std::move(mend)};
}

void set_unterminated(Record& record) {
  set_defect(record, message("A quotation mark is opened here and never closed."),
             message("Close it, or write a quotation mark within text twice (\"\")."));
}

void set_too_long(Record& record, std::size_t longest) {
  set_defect(record, message("The row has more than {0} bytes.", longest),
             message("Shorten it, or look for a quotation mark that is never closed."));
}

/// Where in a record a byte stands. A quotation mark opens a field only as its first byte.
enum class Place { field_start, plain, quoted, closing_quote, rest_of_line };

/// Where the byte behind `c` stands; a line break outside of quotes ends the record instead.
Place place_after(Place place, char c) {
  switch (place) {
    case Place::quoted:
      return c == '"' ? Place::closing_quote : Place::quoted;
    case Place::closing_quote:
      if (c == '"') return Place::quoted;
      return c == ',' ? Place::field_start : Place::rest_of_line;
    case Place::field_start:
    case Place::plain:
      if (c == '"' && place == Place::field_start) return Place::quoted;
      return c == ',' ? Place::field_start : Place::plain;
    case Place::rest_of_line:
      break;
  }
  return Place::rest_of_line;
}

}  // namespace

CsvReader::CsvReader(ByteSource source, std::size_t longest_record)
    : m_source{std::move(source)}, m_longest_record{longest_record}, m_buffer(k_first_buffer) {}

bool CsvReader::next(Record& record) {
  record.fields.clear();
  record.defect.reset();
  if (!skip_empty_lines()) return false;
  record.line = m_line;
  for (;;) {
    const auto start = m_moved + m_begin;
    const auto scanned = scan(record);
    if (scanned == Scan::unterminated)
      set_unterminated(record);
    else if (scanned != Scan::needs_more && m_moved + m_begin - start > m_longest_record)
      set_too_long(record, m_longest_record);
    if (scanned != Scan::needs_more) return true;
    record.fields.clear();
    if (m_end - m_begin > m_longest_record) {
      skip_long_record(record);
      return true;
    }
    read_more();
  }
}

/// Keeps what has not been handed out. False at the end of the source.
bool CsvReader::read_more() {
  if (m_ended) return false;
  std::copy(begin(), end(), m_buffer.begin());
  m_moved += m_begin;
  m_end -= m_begin;
  m_begin = 0;
  if (m_end == m_buffer.size()) m_buffer.resize(2 * m_buffer.size());
  const auto count = m_source({end(), m_buffer.size() - m_end});
  m_end += count;
  m_ended = count == 0;
  return !m_ended;
}

bool CsvReader::skip_empty_lines() {
  for (;;) {
    const auto left = m_end - m_begin;
    if (left >= 1 && *begin() == '\n') {
      consume(begin() + 1);
    } else if (left >= 2 && begin()[0] == '\r' && begin()[1] == '\n') {
      consume(begin() + 2);
    } else if (left >= 2 || (left == 1 && *begin() != '\r')) {
      return true;
    } else if (!read_more()) {
      return left > 0;
    }
  }
}

CsvReader::Scan CsvReader::scan(Record& record) {
  char* line_end = find_byte(begin(), end(), '\n');
  if (!line_end && !m_ended) return Scan::needs_more;
  if (!line_end) line_end = end();
  if (find_byte(begin(), line_end, '"')) return scan_quoted(record);
  split_plain(line_end, record);
  m_begin = std::min(static_cast<std::size_t>(line_end + 1 - m_buffer.data()), m_end);
  ++m_line;
  return Scan::complete;
}

void CsvReader::split_plain(const char* line_end, Record& record) {
  auto line = without_carriage_return(between(begin(), line_end));
  for (;;) {
    const auto comma = line.find(',');
    record.fields.push_back(line.substr(0, comma));
    if (comma == line.npos) return;
    line.remove_prefix(comma + 1);
  }
}

CsvReader::Scan CsvReader::scan_quoted(Record& record) {
  m_at = begin();
  m_last_field = false;
  m_doubled.clear();
  while (!m_last_field) {
    const bool quoted = m_at < end() && *m_at == '"';
    const auto taken = quoted ? take_quoted_field(record) : take_plain_field(record);
    if (taken != Scan::complete) return taken;
  }
  consume(m_at);
  remove_doubled_quotes(record);
  return Scan::complete;
}

CsvReader::Scan CsvReader::take_plain_field(Record& record) {
  char* const newline = find_byte(m_at, end(), '\n');
  if (!newline && !m_ended) return Scan::needs_more;
  char* const line_end = newline ? newline : end();
  char* const comma = find_byte(m_at, line_end, ',');
  m_last_field = comma == nullptr;
  const auto text = between(m_at, comma ? comma : line_end);
  record.fields.push_back(m_last_field ? without_carriage_return(text) : text);
  m_at = std::min((comma ? comma : line_end) + 1, end());
  return Scan::complete;
}

CsvReader::Scan CsvReader::take_quoted_field(Record& record) {
  bool doubled = false;
  for (char* from = m_at + 1;;) {
    char* const quote = find_byte(from, end(), '"');
    if (!m_ended && (!quote || quote + 1 == end())) return Scan::needs_more;
    if (!quote) {
      consume(end());
      return Scan::unterminated;
    }
    if (quote + 1 == end() || quote[1] != '"') {
      const auto content = between(m_at + 1, quote);
      m_at = quote + 1;
      return end_quoted_field(content, doubled, record);
    }
    doubled = true;
    from = quote + 2;
  }
}

/// `m_at` stands after the closing quotation mark: a comma or the end of the line must follow.
CsvReader::Scan CsvReader::end_quoted_field(std::string_view content, bool doubled,
                                            Record& record) {
  char* after = m_at;
  if (after < end() && *after == '\r') ++after;
  if (after == end() && !m_ended) return Scan::needs_more;
  const bool comma = m_at < end() && *m_at == ',';
  m_last_field = after == end() || *after == '\n';
  if (!comma && !m_last_field) {
    set_defect(record, message("Text follows a closing quotation mark."),
               message("Put the whole field in quotation marks, and write those within it twice."));
    consume(m_at);
    skip_rest_of_line();
    return Scan::defective;
  }
  if (doubled) m_doubled.push_back(record.fields.size());
  record.fields.push_back(content);
  m_at = comma ? m_at + 1 : std::min(after + 1, end());
  return Scan::complete;
}

void CsvReader::remove_doubled_quotes(Record& record) {
  for (const auto index : m_doubled) {
    auto& field = record.fields[index];
    char* const start = m_buffer.data() + (field.data() - m_buffer.data());
    char* to = start;
    for (const char* from = start; from < start + field.size(); ++from) {
      if (*from == '"') ++from;  // the second of the two stays
      *to++ = *from;
    }
    field = between(start, to);
  }
}

void CsvReader::skip_rest_of_line() {
  for (;;) {
    if (char* const newline = find_byte(begin(), end(), '\n')) return consume(newline + 1);
    consume(end());
    if (!read_more()) return;
  }
}

/// Passes over a record that would not fit, holding none of it.
void CsvReader::skip_long_record(Record& record) {
  set_too_long(record, m_longest_record);
  auto place = Place::field_start;
  do {
    for (const char* at = begin(); at < end(); ++at) {
      if (*at == '\n' && place != Place::quoted) return consume(at + 1);
      place = place_after(place, *at);
    }
    consume(end());
  } while (read_more());
  if (place == Place::quoted) set_unterminated(record);
}

void CsvReader::consume(const char* until) {
  m_line += std::count(static_cast<const char*>(begin()), until, '\n');
  m_begin = static_cast<std::size_t>(until - m_buffer.data());
}

RecordSource csv_records(ByteSource source) {
  const auto reader = std::make_shared<CsvReader>(std::move(source));
  return {[reader](Record& record) { return reader->next(record); }};
}

}  // namespace gridvisit::format
