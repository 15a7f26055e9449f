#include <algorithm>
#include <cmath>
#include <iostream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

/// Draws how time and memory grow: reads lines of `AGAINST COMMAND SIZE MILLISECONDS MEGABYTES`,
/// separated by tabs, where AGAINST is `households` or `years`, and prints an SVG of four panels.
/// The axes are logarithmic: a command whose cost is in proportion to the size rises as steeply as
/// the dotted line, one that doesn't depend on it is level.
namespace {

struct Point {
  double size = 0;
  double milliseconds = 0;
  double megabytes = 0;
};

struct Line {
  std::string against;
  std::string command;
  std::vector<Point> points;
};

struct Scale {
  double least = 0;
  double most = 0;
  double from = 0;  ///< where the least lies in the picture
  double to = 0;    ///< where the most lies

  [[nodiscard]] double place(double value) const {
    return from + (to - from) * std::log(value / least) / std::log(most / least);
  }
};

struct Panel {
  std::string_view title;
  std::string_view size_name;
  std::string_view against;
  double Point::*value;
  double left;
  double top;
};

struct Label {
  double y = 0;    ///< of the end of the line, then of the text
  double end = 0;  ///< of the line
  std::size_t colour = 0;
  std::string text;
};

constexpr double k_plot_width = 220;
constexpr double k_plot_height = 210;
constexpr double k_label_gap = 15;

constexpr std::string_view k_head =
    R"(<svg xmlns="http://www.w3.org/2000/svg" width="800" height="625" viewBox="0 0 800 625" role="img" aria-label="Time and memory of the main commands against households and years">
<style>
text { font: 12px sans-serif; fill: #24292f; }
.title { font-weight: bold; font-size: 13px; }
.back { fill: #ffffff; }
.grid { stroke: #d0d7de; stroke-width: 1; }
.slope { stroke: #8b949e; stroke-width: 1.5; stroke-dasharray: 2 4; }
polyline { fill: none; stroke-width: 2; }
.lead { stroke-width: 0.8; }
.c0 { stroke: #0969da; } .c1 { stroke: #bc4c00; } .c2 { stroke: #1a7f37; }
.c3 { stroke: #8250df; } .c4 { stroke: #9a6700; } .c5 { stroke: #bf3989; }
.t0 { fill: #0969da; } .t1 { fill: #bc4c00; } .t2 { fill: #1a7f37; }
.t3 { fill: #8250df; } .t4 { fill: #9a6700; } .t5 { fill: #bf3989; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.back { fill: #0d1117; }
.grid { stroke: #30363d; }
.c0 { stroke: #58a6ff; } .c1 { stroke: #f0883e; } .c2 { stroke: #3fb950; }
.c3 { stroke: #bc8cff; } .c4 { stroke: #d29922; } .c5 { stroke: #f778ba; }
.t0 { fill: #58a6ff; } .t1 { fill: #f0883e; } .t2 { fill: #3fb950; }
.t3 { fill: #bc8cff; } .t4 { fill: #d29922; } .t5 { fill: #f778ba; }
}
</style>
<rect class="back" width="800" height="625"/>
)";

std::vector<Line> read_lines(std::istream& input) {
  std::vector<Line> lines;
  for (std::string text; std::getline(input, text);) {
    std::istringstream fields{text};
    std::string against;
    std::string command;
    Point point;
    std::getline(fields, against, '\t');
    std::getline(fields, command, '\t');
    if (!(fields >> point.size >> point.milliseconds >> point.megabytes)) continue;
    const auto line = std::ranges::find_if(lines, [&](const Line& candidate) {
      return candidate.against == against && candidate.command == command;
    });
    if (line == lines.end())
      lines.push_back({against, command, {point}});
    else
      line->points.push_back(point);
  }
  return lines;
}

/// 1, 2, 5, 10, 20, … that lie within the bounds.
std::vector<double> round_numbers(double least, double most) {
  std::vector<double> numbers;
  for (double decade = std::pow(10, std::floor(std::log10(least))); decade <= most; decade *= 10)
    for (const double step : {1.0, 2.0, 5.0})
      if (step * decade >= least * 0.999 && step * decade <= most * 1.001)
        numbers.push_back(step * decade);
  return numbers;
}

/// The bounds of a value, widened to the next round numbers.
Scale value_scale(const std::vector<Line>& lines, const Panel& panel) {
  double least = std::numeric_limits<double>::max();
  double most = 0;
  for (const auto& line : lines)
    for (const auto& point : line.points) {
      least = std::min(least, point.*panel.value);
      most = std::max(most, point.*panel.value);
    }
  const auto numbers = round_numbers(least / 10, most * 10);
  const auto above = std::ranges::find_if(numbers, [&](double number) { return number >= most; });
  const auto past = std::ranges::find_if(numbers, [&](double number) { return number > least; });
  return {*(past - 1), *above, panel.top + k_plot_height, panel.top};
}

Scale size_scale(const std::vector<Line>& lines, const Panel& panel) {
  const auto& points = lines.front().points;
  return {points.front().size, points.back().size, panel.left, panel.left + k_plot_width};
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '&')
      result += "&amp;";
    else if (letter == '<')
      result += "&lt;";
    else
      result += letter;
  }
  return result;
}

std::string number(double value) {
  if (value >= 1000 && std::fmod(value, 1000) == 0) return fmt::format("{:.0f}k", value / 1000);
  return fmt::format("{:g}", value);
}

void draw_axes(const std::vector<Line>& lines, const Panel& panel, const Scale& across,
               const Scale& up) {
  fmt::print("<text class=\"title\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", panel.left,
             panel.top - 12, panel.title);
  // Over three decades a label at each 1, 2 and 5 would be too dense.
  const bool dense = up.most / up.least > 1000;
  for (const double value : round_numbers(up.least, up.most)) {
    if (dense && std::abs(std::remainder(std::log10(value), 1)) > 0.01) continue;
    fmt::print(
        "<path class=\"grid\" d=\"M{:.1f} {:.1f}h{:.1f}\"/>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
        panel.left, up.place(value), k_plot_width, panel.left - 6, up.place(value) + 4,
        number(value));
  }
  for (const auto& point : lines.front().points)
    fmt::print(
        "<path class=\"grid\" d=\"M{:.1f} {:.1f}v{:.1f}\"/>"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
        across.place(point.size), panel.top, k_plot_height, across.place(point.size),
        panel.top + k_plot_height + 16, number(point.size));
  fmt::print("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
             panel.left + k_plot_width / 2, panel.top + k_plot_height + 34, panel.size_name);
}

/// Rises in proportion to the size, as far as the panel allows.
void draw_slope(const Scale& across, const Scale& up) {
  const double growth = std::min(across.most / across.least, up.most / up.least);
  fmt::print("<path class=\"slope\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/>\n", across.from, up.from,
             across.place(across.least * growth), up.place(up.least * growth));
}

Label draw_line(const Line& line, std::size_t colour, const Panel& panel, const Scale& across,
                const Scale& up) {
  std::string corners;
  double end = 0;
  for (const auto& point : line.points) {
    end = up.place(point.*panel.value);
    corners += fmt::format("{:.1f},{:.1f} ", across.place(point.size), end);
  }
  corners.pop_back();
  fmt::print("<polyline class=\"c{}\" points=\"{}\"/>\n", colour, corners);
  return {end, end, colour, escaped(line.command)};
}

/// Moves labels apart that would lie on each other, and back up from the bottom of the panel.
void spread(std::vector<Label>& labels, double bottom) {
  std::ranges::sort(labels, {}, &Label::y);
  for (std::size_t at = 1; at < labels.size(); ++at)
    labels[at].y = std::max(labels[at].y, labels[at - 1].y + k_label_gap);
  for (std::size_t at = labels.size(); at-- > 0; bottom -= k_label_gap)
    labels[at].y = std::min(labels[at].y, bottom);
}

void draw_labels(std::vector<Label> labels, const Panel& panel) {
  spread(labels, panel.top + k_plot_height);
  const double end = panel.left + k_plot_width;
  for (const auto& label : labels)
    fmt::print(
        "<path class=\"lead c{}\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/>"
        "<text class=\"t{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
        label.colour, end, label.end, end + 12, label.y, label.colour, end + 15, label.y + 4,
        label.text);
}

void draw(const std::vector<Line>& all, const Panel& panel) {
  std::vector<Line> lines;
  std::ranges::copy_if(all, std::back_inserter(lines),
                       [&](const Line& line) { return line.against == panel.against; });
  if (lines.empty()) return;
  const auto across = size_scale(lines, panel);
  const auto up = value_scale(lines, panel);
  draw_axes(lines, panel, across, up);
  draw_slope(across, up);
  std::vector<Label> labels;
  for (std::size_t at = 0; at < lines.size(); ++at)
    labels.push_back(draw_line(lines[at], at % 6, panel, across, up));
  draw_labels(std::move(labels), panel);
}

}  // namespace

int main() {
  const auto lines = read_lines(std::cin);
  if (lines.empty()) {
    std::cerr
        << "usage: bench_plot, with lines of AGAINST, COMMAND, SIZE, ms and MB as its input\n";
    return 2;
  }
  constexpr std::string_view k_households = "households, a year of visits";
  constexpr std::string_view k_years = "years of visits to 300 households";
  fmt::print("{}", k_head);
  draw(lines, {"Time, ms", k_households, "households", &Point::milliseconds, 50, 40});
  draw(lines, {"Time, ms", k_years, "years", &Point::milliseconds, 450, 40});
  draw(lines, {"Memory at most, MB", k_households, "households", &Point::megabytes, 50, 340});
  draw(lines, {"Memory at most, MB", k_years, "years", &Point::megabytes, 450, 340});
  fmt::print(
      "<text x=\"50\" y=\"612\">Both axes are logarithmic. Dotted: in proportion to the "
      "size.</text>\n</svg>\n");
}
