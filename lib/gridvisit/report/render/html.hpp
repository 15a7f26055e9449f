#pragma once

#include <string>
#include <string_view>

#include "gridvisit/format/markup.hpp"
#include "gridvisit/report/render/cells.hpp"

/// The parts of a page in HTML. Not for other rooms.
namespace gridvisit::report {

/// Where the parts are written, and for whom.
struct Page {
  format::MarkupWriter& markup;
  const l10n::Catalog& catalog;
  std::string title{};  ///< of the whole

  std::string text(const Cell& cell) const { return text_for_people(cell, catalog); }
  std::string text(const Message& message) const { return text_for_people(message, catalog); }
  std::string_view text(const TextId& id) const { return catalog.text(id); }
};

/// page.css.
std::string_view page_style();

/// The class that colours what a word says: "is-met"; empty for a word without a colour.
std::string_view class_of(std::string_view word);

void write_table(const Table& table, const Page& page);

/// A table with a bar in each row: names may be as long as they are, and rows part between pages.
void write_chart(const BarChart& chart, const Figure& figure, const Page& page);
/// A picture with the numbers below it.
void write_chart(const LineChart& chart, const Figure& figure, const Page& page);
/// Pictures of some tens of rows each, side by side.
void write_chart(const HeatMap& map, const Figure& figure, const Page& page);

/// What a screen reader says of a picture.
void write_picture_title(const Figure& figure, const Page& page);

}  // namespace gridvisit::report
