#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "gridvisit/report/render/html.hpp"

namespace gridvisit::report {
namespace {

/// Where the picture's lines lie, in units of its view box.
constexpr std::int64_t k_left = 44, k_right = 12, k_top = 10, k_bottom = 24;
constexpr std::int64_t k_width = 640, k_height = 220;
constexpr std::int64_t k_steps = 4;  // between the bottom of the scale and its top

/// The numbers from the bottom to the top of the scale, in tenths.
struct Scale {
  std::int64_t top = 1;
};

/// The least of 1, 2, 5 × 10ⁿ steps that holds `highest`.
Scale scale_of(const LineChart& chart) {
  constexpr std::int64_t k_whole = 1000;
  if (chart.unit == Unit::percent) return {k_whole};
  std::int64_t highest = 0;
  for (const auto& line : chart.lines)
    for (const auto& value : line.values)
      if (value) highest = std::max(highest, value->value);
  for (std::int64_t power = 10;; power *= 10)
    for (const auto step : {power, 2 * power, 5 * power})
      if (step * k_steps >= highest) return {step * k_steps};
}

std::int64_t x_of(std::size_t at, const LineChart& chart) {
  constexpr auto k_room = k_width - k_left - k_right;
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(chart.names.size(), 1));
  return k_left + (2 * static_cast<std::int64_t>(at) + 1) * k_room / (2 * count);
}

std::int64_t y_of(std::int64_t tenths, const Scale& scale) {
  constexpr auto k_room = k_height - k_top - k_bottom;
  return k_height - k_bottom - std::clamp<std::int64_t>(tenths, 0, scale.top) * k_room / scale.top;
}

/// Parts of the line that have values stand apart where one is missing.
std::string path_of(const Line& line, const LineChart& chart, const Scale& scale) {
  std::string path;
  bool is_drawing = false;
  for (std::size_t at = 0; at < line.values.size(); ++at) {
    const auto& value = line.values[at];
    if (value)
      path += fmt::format("{}{} {}", is_drawing ? 'L' : 'M', x_of(at, chart),
                          y_of(value->value, scale));
    is_drawing = value.has_value();
  }
  return path;
}

/// Lines differ in the shape of their points as well as in colour.
std::string point_of(std::size_t line, std::int64_t x, std::int64_t y) {
  switch (line % 4) {
    case 0:
      return fmt::format("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", x - 4, y);
    case 1:
      return fmt::format("M{} {}h7v7h-7z", x - 3, y - 3);
    case 2:
      return fmt::format("M{} {}l5 9h-10z", x, y - 5);
    default:
      return fmt::format("M{} {}l5 5l-5 5l-5 -5z", x, y - 5);
  }
}

std::string points_of(const LineChart& chart, std::size_t number, const Scale& scale) {
  std::string path;
  const auto& values = chart.lines[number].values;
  for (std::size_t at = 0; at < values.size(); ++at)
    if (values[at]) path += point_of(number, x_of(at, chart), y_of(values[at]->value, scale));
  return path;
}

std::string class_of_line(const LineChart& chart, std::size_t number) {
  return chart.lines[number].is_goal ? "goal" : fmt::format("line{}", number % 4);
}

std::string number_text(std::int64_t tenths, Unit unit) {
  return fmt::format("{}{}", tenths / 10, unit == Unit::percent ? "%" : "");
}

void write_axes(const LineChart& chart, const Scale& scale, const Page& page) {
  auto& markup = page.markup;
  for (std::int64_t step = 0; step <= k_steps; ++step) {
    const auto value = scale.top * step / k_steps;
    const auto y = y_of(value, scale);
    markup.empty(
        "path", {{"class", "axis"}, {"d", fmt::format("M{} {}H{}", k_left, y, k_width - k_right)}});
    markup.element(
        "text", number_text(value, chart.unit),
        {{"class", "end"}, {"x", fmt::format("{}", k_left - 6)}, {"y", fmt::format("{}", y + 4)}});
  }
  for (std::size_t at = 0; at < chart.names.size(); ++at)
    markup.element("text", page.text(chart.names[at]),
                   {{"class", "middle"},
                    {"x", fmt::format("{}", x_of(at, chart))},
                    {"y", fmt::format("{}", k_height - 6)}});
  markup.break_line();
}

void write_picture(const LineChart& chart, const Figure& figure, const Page& page) {
  auto& markup = page.markup;
  markup.open("svg", {{"class", "lines"},
                      {"role", "img"},
                      {"viewBox", fmt::format("0 0 {} {}", k_width, k_height)}});
  write_picture_title(figure, page);
  const auto scale = scale_of(chart);
  write_axes(chart, scale, page);
  for (std::size_t number = 0; number < chart.lines.size(); ++number) {
    const auto class_name = class_of_line(chart, number);
    markup.empty("path",
                 {{"class", class_name}, {"d", path_of(chart.lines[number], chart, scale)}});
    markup.empty("path",
                 {{"class", class_name + " point"}, {"d", points_of(chart, number, scale)}});
    markup.break_line();
  }
  markup.close().break_line();
}

/// The sign of a line before its name.
void write_sign(const LineChart& chart, std::size_t number, const Page& page) {
  const auto class_name = class_of_line(chart, number);
  page.markup.open("svg", {{"class", "sign"}, {"aria-hidden", "true"}, {"viewBox", "0 0 26 12"}})
      .empty("path", {{"class", class_name}, {"d", "M0 6H26"}})
      .empty("path", {{"class", class_name + " point"}, {"d", point_of(number, 13, 6)}})
      .close();
}

std::string value_text(const Quantity& value, Unit unit, const Page& page) {
  if (!value) return page.text(Cell{});
  if (unit == Unit::count && value->value % 10 == 0) return page.text(Cell{value->value / 10});
  return page.text(Cell{*value});
}

/// What is drawn, in numbers: also the key to the signs.
void write_numbers(const LineChart& chart, const Figure& figure, const Page& page) {
  auto& markup = page.markup;
  markup.open("div", {{"class", "sheet"}}).open("table", {{"class", "numbers"}}).break_line();
  markup.element("caption", page.text(figure.title), {{"class", "unseen"}}).break_line();
  markup.open("thead").open("tr").element("td", "");
  for (const auto& name : chart.names)
    markup.element("th", page.text(name), {{"scope", "col"}, {"class", "n"}});
  markup.close().close().open("tbody").break_line();
  for (std::size_t number = 0; number < chart.lines.size(); ++number) {
    const auto& line = chart.lines[number];
    markup.open("tr").open("th", {{"scope", "row"}});
    write_sign(chart, number, page);
    markup.text(page.text(line.name)).close();
    for (const auto& value : line.values)
      markup.element("td", value_text(value, chart.unit, page), {{"class", "n"}});
    markup.close().break_line();
  }
  markup.close().close().close().break_line();
}

}  // namespace

void write_chart(const LineChart& chart, const Figure& figure, const Page& page) {
  write_picture(chart, figure, page);
  write_numbers(chart, figure, page);
}

}  // namespace gridvisit::report
