#include "pdf/chart.hpp"

#include <algorithm>

#include "pdf/ink.hpp"

namespace gridvisit::pdf {
namespace {

using format::PrintedBar;
using format::PrintedChart;

constexpr Font k_chart_text{8.5}, k_chart_legend{7.5};
constexpr double k_gap = 8;
constexpr double k_most_of_names = 0.3;  // of the width
constexpr double k_thickness = 0.55;     // of a bar, of its band
constexpr double k_mark = 1.2;

/// Where names end, and bars begin and end.
struct Scale {
  double names = 0;
  double first = 0;
  double last = 0;

  double at(std::size_t thousandths) const {
    return first + (last - first) * static_cast<double>(thousandths) / 1000;
  }
};

Scale scale_of(const PrintedChart& chart, double width, Typesetter& typesetter) {
  double names = 0, shown = 0;
  for (const auto& bar : chart.bars) {
    names = std::max(names, typesetter.width_of(bar.name, k_chart_text));
    shown = std::max(shown, typesetter.width_of(bar.shown, k_chart_text));
  }
  names = std::min(names, width * k_most_of_names);
  shown = std::min(shown, width * k_most_of_names);
  return {names, names + k_gap, width - shown - k_gap};
}

Band band_of(const PrintedBar& bar, const Scale& scale, double width, Typesetter& typesetter) {
  const auto left = scale.last + k_gap;
  const Box name{bar.name, k_chart_text, scale.names}, shown{bar.shown, k_chart_text, width - left};
  Band band{{{name}, {shown, left}}, {}};
  band.height = std::max(typesetter.height_of(name), typesetter.height_of(shown)) + 1;
  const auto ink = bar.tone == format::Tone::plain ? Ink::gray : ink_of(bar.tone);
  band.blocks.push_back({scale.first, scale.at(bar.length) - scale.first, k_thickness, ink});
  if (bar.mark > 0) band.blocks.push_back({scale.at(bar.mark) - k_mark / 2, k_mark});
  return band;
}

}  // namespace

Section chart_section(const PrintedChart& chart, double width, Typesetter& typesetter) {
  Section section;
  const Box title{chart.title, k_part_title, width}, legend{chart.legend, k_chart_legend, width};
  section.head.push_back({{{title}}, {}, typesetter.height_of(title), k_part_space});
  section.head.push_back({{{legend, 0, 0, Ink::gray}}, {}, typesetter.height_of(legend) + 2});
  const auto scale = scale_of(chart, width, typesetter);
  for (const auto& bar : chart.bars)
    section.bands.push_back(band_of(bar, scale, width, typesetter));
  return section;
}

}  // namespace gridvisit::pdf
