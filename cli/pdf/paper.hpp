#pragma once

/// A4, in points (1/72 inch), as every length of this program.
namespace gridvisit::pdf {

inline constexpr double k_millimetre = 72 / 25.4;

struct Paper {
  double width = 210 * k_millimetre;
  double height = 297 * k_millimetre;
  double margin = 15 * k_millimetre;
  double foot = 0;  ///< height of what stands at the foot of every page

  /// What lies between the margins, above the foot.
  double room_across() const { return width - 2 * margin; }
  double room_down() const { return height - 2 * margin - foot; }
};

inline Paper turned(const Paper& paper) {
  return {paper.height, paper.width, paper.margin, paper.foot};
}

}  // namespace gridvisit::pdf
