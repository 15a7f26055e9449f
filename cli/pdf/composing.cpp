#include "pdf/composing.hpp"

#include <algorithm>

#include "pdf/chart.hpp"
#include "pdf/cutting.hpp"
#include "pdf/grid.hpp"
#include "pdf/table.hpp"

namespace gridvisit::pdf {
namespace {

using format::Printout;

constexpr Font k_title{15, true}, k_text{9}, k_small{7.5};
constexpr double k_space = 10;            // between parts
constexpr double k_room_for_number = 90;  // of a page, beside the footer
constexpr double k_label_share = 0.4;     // of the width, for the longest label at most

Band paragraph(std::string_view text, const Font& font, double width, Typesetter& typesetter) {
  const Box box{text, font, width};
  return {{{box}}, {}, typesetter.height_of(box)};
}

void add_facts(const Printout& printout, double width, Section& section, Typesetter& typesetter) {
  double labels = 0;
  for (const auto& fact : printout.facts)
    labels = std::max(labels, typesetter.width_of(fact.label, k_text));
  labels = std::min(labels, width * k_label_share);
  bool is_first = true;
  for (const auto& [label, value] : printout.facts) {
    const auto left = labels + k_space;
    const Box said{value, k_text, width - left}, name{label, k_text, labels};
    const auto height = std::max(typesetter.height_of(said), typesetter.height_of(name));
    section.bands.push_back({{{name, 0, 0, Ink::gray}, {said, left}}, {}, height});
    if (is_first) section.bands.back().space_above = k_space;
    is_first = false;
  }
}

Section opening(const Printout& printout, double width, Typesetter& typesetter) {
  Section section;
  if (!printout.title.empty())
    section.bands.push_back(paragraph(printout.title, k_title, width, typesetter));
  add_facts(printout, width, section, typesetter);
  return section;
}

Section notes(const Printout& printout, double width, Typesetter& typesetter) {
  Section section;
  for (const auto& note : printout.notes) {
    section.bands.push_back(paragraph(note, k_text, width, typesetter));
    section.bands.back().space_above = section.bands.size() == 1 ? k_space : 2;
  }
  return section;
}

/// Upright unless a table reads better across.
Paper paper_for(const Printout& printout, Typesetter& typesetter) {
  const Paper upright;
  for (const auto& table : printout.tables)
    if (comfortable_width(table, typesetter) > upright.room_across()) return turned(upright);
  return upright;
}

}  // namespace

Composition composed(const Printout& printout, Typesetter& typesetter) {
  auto paper = paper_for(printout, typesetter);
  const auto width = paper.room_across();
  const Box footer{printout.footer, k_small, width - k_room_for_number};
  paper.foot = typesetter.height_of(footer) + k_space;
  Composition result{paper, {}, footer};
  result.sections.push_back(opening(printout, width, typesetter));
  for (const auto& chart : printout.charts)
    result.sections.push_back(chart_section(chart, width, typesetter));
  for (const auto& table : printout.tables)
    result.sections.push_back(table_section(table, width, typesetter));
  result.sections.push_back(notes(printout, width, typesetter));
  for (auto& section : result.sections) cut_to(section, paper.room_down(), typesetter);
  return result;
}

}  // namespace gridvisit::pdf
