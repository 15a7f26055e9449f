#pragma once

#include <string>
#include <string_view>

#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/format/encoding.hpp"

namespace gridvisit::format {

struct CsvStyle {
  Encoding encoding = Encoding::utf8;
  bool byte_order_mark = false;  ///< only with UTF-8
  bool crlf = false;
  bool raw = false;  ///< free text goes out as it is, without the guard against formulas
};

/// Whether a spreadsheet might take `text` for a formula, or a reader for guarded text: it
/// begins, after spaces, with = + - @ (also full-width), tab, CR, LF or '.
bool needs_guard(std::string_view text);
/// Free text as it leaves: with one ' in front if it needs the guard.
std::string guarded(std::string_view text);
/// Free text as it was before guarded(); text that never was guarded stays.
std::string_view without_guard(std::string_view text);

/// Writes CSV (RFC 4180), rows ended by LF, quotes only where they are needed: also for a row's
/// only field if it is empty. Memory is bounded.
class CsvWriter {
 public:
  explicit CsvWriter(ByteSink sink, CsvStyle style = {});

  /// A field that can't be a formula: codes, days, numbers, words of closed sets.
  void field(std::string_view text);
  /// A field that people fill: guarded unless the style is raw.
  void free_text(std::string_view text);
  void end_row();
  /// Hands the last rows to the sink. Nothing may be written afterwards.
  void finish();

 private:
  void flush();

  ByteSink m_sink;
  CsvStyle m_style;
  std::string m_pending;  // UTF-8
  bool m_row_begun = false;
  std::size_t m_row_start = 0;  // in m_pending
};

}  // namespace gridvisit::format
