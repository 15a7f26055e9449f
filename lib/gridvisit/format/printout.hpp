#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What gridvisit hands to gridvisit-pdf: a document that is nothing but text, in the reader's
/// language, and how it stands on a page. Both programs know it from here.
namespace gridvisit::format {

/// What a word says, for the reader's eye as well.
enum class Tone : std::uint8_t { plain, good, open, bad };

struct PrintedCell {
  std::string text;  ///< may have several lines
  Tone tone = Tone::plain;
  friend bool operator==(const PrintedCell&, const PrintedCell&) = default;
};

struct PrintedColumn {
  std::string head;
  std::string group;       ///< neighbours of the same group stand under one head; may be empty
  bool is_number = false;  ///< stands at the right
  friend bool operator==(const PrintedColumn&, const PrintedColumn&) = default;
};

struct PrintedTable {
  std::string title;  ///< may be empty
  std::vector<PrintedColumn> columns;
  std::vector<std::vector<PrintedCell>> rows;  ///< as many cells as columns
  bool has_total = false;                      ///< the last row is one
  friend bool operator==(const PrintedTable&, const PrintedTable&) = default;
};

struct PrintedFact {
  std::string label;
  std::string value;
  friend bool operator==(const PrintedFact&, const PrintedFact&) = default;
};

/// Lengths are thousandths of the longest one.
struct PrintedBar {
  std::string name;
  std::string shown;  ///< what stands beside the bar
  std::size_t length = 0;
  std::size_t mark = 0;  ///< how long it should be; 0: nothing is said
  Tone tone = Tone::plain;
  friend bool operator==(const PrintedBar&, const PrintedBar&) = default;
};

struct PrintedChart {
  std::string title;
  std::string legend;
  std::vector<PrintedBar> bars;
  friend bool operator==(const PrintedChart&, const PrintedChart&) = default;
};

struct Printout {
  std::string language;  ///< as BCP 47 names it: en, zh-CN
  std::string created;   ///< as ISO 8601 writes it; empty: nothing is said
  std::string title;
  std::vector<PrintedFact> facts;
  std::vector<PrintedChart> charts;
  std::vector<PrintedTable> tables;
  std::vector<std::string> notes;
  std::string footer;       ///< on every page
  std::string page_number;  ///< `page {0} of {1}`
  friend bool operator==(const Printout&, const Printout&) = default;
};

/// The bytes that pass from one program to the other.
std::string packed(Printout printout);
/// Nothing if the bytes are not whole, hold more than a printout, or text that is not UTF-8.
std::optional<Printout> unpacked(std::string_view bytes);

/// How gridvisit-pdf ends. Its standard output is a PDF only where it is done.
enum class Typeset : std::uint8_t {
  done = 0,
  no_font = 3,      ///< none with Chinese characters
  no_printout = 4,  ///< what it was given is none, or of another version
  failed = 6,       ///< no memory, or the output can't be written
};

/// More bytes are no printout.
inline constexpr std::size_t k_largest_printout = std::size_t{1} << 28U;

}  // namespace gridvisit::format
