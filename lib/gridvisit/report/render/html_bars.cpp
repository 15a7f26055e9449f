#include <algorithm>

#include <fmt/format.h>

#include "gridvisit/report/render/html.hpp"

namespace gridvisit::report {
namespace {

std::int64_t tenths_of(const Quantity& quantity) {
  return quantity ? quantity->value : 0;
}

/// The number that fills the whole width; never 0.
std::int64_t scale_of(const BarChart& chart) {
  constexpr std::int64_t k_whole = 1000;  // 100.0 %
  if (chart.unit == Unit::percent) return k_whole;
  std::int64_t scale = 1;
  for (const auto& bar : chart.bars)
    scale = std::max({scale, tenths_of(bar.value), tenths_of(bar.goal)});
  return scale;
}

/// `part` of `whole` as a width: "84.1%".
std::string share(std::int64_t part, std::int64_t whole) {
  const auto tenths = std::clamp<std::int64_t>(part, 0, whole) * 1000 / whole;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

/// What is drawn is also written beside it.
void write_bar(const Bar& bar, std::int64_t scale, const Page& page) {
  auto& markup = page.markup;
  markup.open("svg", {{"class", "bar"}, {"aria-hidden", "true"}});
  if (bar.value) {
    const auto state = class_of(bar.state.key);
    markup.empty("rect", {{"class", state.empty() ? "is-plain" : state},
                          {"width", share(bar.value->value, scale)},
                          {"height", "100%"}});
  }
  if (bar.goal && bar.goal->value > 0)
    markup.open("svg", {{"x", share(bar.goal->value, scale)}, {"overflow", "visible"}})
        .empty("rect", {{"class", "goal"}, {"x", "-2"}, {"width", "2"}, {"height", "100%"}})
        .close();
  markup.close();
}

bool has_states(const BarChart& chart) {
  return std::ranges::any_of(chart.bars,
                             [](const Bar& bar) { return !bar.state.label.text.empty(); });
}

void write_row(const Bar& bar, std::int64_t scale, bool with_state, const Page& page) {
  auto& markup = page.markup;
  markup.open("tr").element("th", page.text(bar.name), {{"scope", "row"}});
  markup.open("td", {{"class", "drawn"}});
  write_bar(bar, scale, page);
  markup.close().element("td", page.text(bar.shown), {{"class", "n"}});
  if (with_state)
    markup.element("td", bar.state.label.text.empty() ? "" : page.text(bar.state.label),
                   {{"class", class_of(bar.state.key)}});
  markup.close().break_line();
}

/// What a bar and its mark stand for.
void write_key(const BarChart& chart, const Page& page) {
  auto& markup = page.markup;
  markup.open("p", {{"class", "key"}});
  markup.element("span", page.text(chart.value_label), {{"class", "swatch"}});
  if (!chart.goal_label.text.empty())
    markup.element("span", page.text(chart.goal_label), {{"class", "mark"}});
  markup.close().break_line();
}

}  // namespace

void write_chart(const BarChart& chart, const Figure& figure, const Page& page) {
  auto& markup = page.markup;
  write_key(chart, page);
  markup.open("table", {{"class", "bars"}}).break_line();
  markup.element("caption", page.text(figure.title), {{"class", "unseen"}}).break_line();
  markup.open("tbody").break_line();
  const auto scale = scale_of(chart);
  const bool with_state = has_states(chart);
  for (const auto& bar : chart.bars) write_row(bar, scale, with_state, page);
  markup.close().close().break_line();
}

}  // namespace gridvisit::report
