#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gridvisit/base/message.hpp"

/// Numbers in cells, and what a spreadsheet program shows of them.
namespace gridvisit::format::xlsx {

enum class NumberKind { plain, day, time, day_and_time };

/// As much of a cell's number format as changes what the number says.
struct NumberFormat {
  NumberKind kind = NumberKind::plain;
  bool has_seconds = false;      ///< of a time
  bool is_duration = false;      ///< hours go on beyond a day: [h]:mm
  bool is_utc = false;           ///< the format ends in "Z"
  std::size_t least_digits = 0;  ///< of whole numbers: a format of zeros, as codes have it

  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// What a format code (`yyyy"年"m"月"d"日"`, `h:mm`, `00000`) says; its first section counts.
NumberFormat number_format_of(std::string_view code);
/// What a number below 164 stands for: formats that workbooks don't spell out.
NumberFormat built_in_format(int number);

enum class DayCount { from_1900, from_1904 };

/// What a number in a cell reads, or why it can't be taken.
struct NumberText {
  std::string text;
  Message defect = {};
  Message mend = {};
};

/// `written` as the file has it. Days read 2026-10-05, times 09:30, both 2026-10-05 09:30 (or an
/// instant in UTC); whole numbers have no decimals. A number of 16 digits and more has lost some.
NumberText text_of_number(std::string_view written, const NumberFormat& format, DayCount count);

}  // namespace gridvisit::format::xlsx
