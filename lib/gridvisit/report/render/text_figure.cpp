#include "gridvisit/report/render/text_figure.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "gridvisit/base/display.hpp"
#include "gridvisit/report/render/cells.hpp"
#include "gridvisit/report/render/text_table.hpp"

namespace gridvisit::report {
namespace {

constexpr std::int64_t k_full = 1000;  ///< 100 % in tenths
constexpr std::size_t k_usual_width = 80;
constexpr std::size_t k_narrowest_bar = 8;
constexpr std::size_t k_widest_bar = 50;
constexpr std::size_t k_figure_gap = 2;

/// What stands around a bar.
struct Beside {
  std::string name;
  std::string shown;
  std::string state;
};

struct Widths {
  std::size_t name = 0;
  std::size_t shown = 0;
  std::size_t state = 0;
  std::size_t bar = 0;
  bool name_above = false;  ///< on a line of its own
};

Beside beside(const Bar& bar, const l10n::Catalog& catalog) {
  return {text_for_people(bar.name, catalog), text_for_people(bar.shown, catalog),
          std::string{catalog.text(bar.state.label)}};
}

Widths widths_of(const std::vector<Beside>& texts, std::size_t columns) {
  Widths widths;
  for (const auto& [name, shown, state] : texts) {
    widths.name = std::max(widths.name, display_width(name));
    widths.shown = std::max(widths.shown, display_width(shown));
    widths.state = std::max(widths.state, display_width(state));
  }
  const auto others = widths.shown + widths.state + 2 * k_figure_gap + 2;  // the bar's two ends
  widths.name_above = widths.name + k_figure_gap + others + 2 * k_narrowest_bar > columns;
  const auto taken = others + (widths.name_above ? 0 : widths.name + k_figure_gap);
  widths.bar = columns > taken ? columns - taken : 0;
  widths.bar = std::clamp(widths.bar, k_narrowest_bar, k_widest_bar);
  return widths;
}

/// How many of `cells` a quantity fills, rounded to the nearest; something is never nothing, and
/// less than all never all.
std::size_t filled(std::int64_t tenths, std::size_t cells) {
  if (tenths >= k_full) return cells;
  if (tenths <= 0) return 0;
  const auto size = static_cast<std::int64_t>(cells);
  const auto nearest = (tenths * size + k_full / 2) / k_full;
  return static_cast<std::size_t>(std::clamp<std::int64_t>(nearest, 1, size - 1));
}

std::string bar_text(const Bar& bar, std::size_t cells) {
  const auto value = bar.value ? bar.value->value : 0;
  const auto done = filled(value, cells);
  auto text = std::string(done, '#') + std::string(cells - done, '-');
  if (value > k_full) text.back() = '>';
  if (bar.goal && bar.goal->value > 0 && bar.goal->value < k_full)
    text[std::min(filled(bar.goal->value, cells), cells - 1)] = '|';
  return "[" + text + "]";
}

}  // namespace

bool is_drawn_as_text(const Figure& figure) {
  const auto* chart = std::get_if<BarChart>(&figure.drawing);
  return chart != nullptr && chart->unit == Unit::percent && !chart->bars.empty();
}

std::vector<std::string> text_figure(const Figure& figure, const Style& style) {
  const auto& bars = std::get<BarChart>(figure.drawing).bars;
  std::vector<Beside> texts;
  for (const auto& bar : bars) texts.push_back(beside(bar, style.catalog));
  const auto columns = style.width == 0 ? k_usual_width : style.width;
  const auto widths = widths_of(texts, columns);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bars.size(); ++at) {
    const auto& [name, shown, state] = texts[at];
    const auto color = color_of(bars[at].state);
    std::string line;
    if (widths.name_above)
      for (const auto& part : wrap_to(name, columns)) lines.push_back(part);
    else
      line = pad_to(name, widths.name + k_figure_gap);
    line += in_color(bar_text(bars[at], widths.bar), color, style);
    line += "  " + pad_to(shown, widths.shown, Align::right);
    if (!state.empty()) line += "  " + in_color(state, color, style);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace gridvisit::report
