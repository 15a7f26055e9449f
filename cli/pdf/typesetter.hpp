#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gridvisit/base/display.hpp"

using cairo_t = struct _cairo;
using PangoLayout = struct _PangoLayout;

namespace gridvisit::pdf {

struct Font {
  double size = 9;
  bool bold = false;
  friend bool operator==(const Font&, const Font&) = default;
};

/// A text in a box: as wide as that, broken into lines between words and Han characters.
struct Box {
  std::string_view text;
  Font font;
  double width = 0;
  Align align = Align::left;
};

/// Measures and draws text in the one family of fonts, the same on paper as it was measured.
class Typesetter {
 public:
  /// `language` tells which of the forms of a Han character is meant.
  explicit Typesetter(const std::string& language);

  /// Whether the family, which has Chinese characters, is installed.
  bool has_font() const { return m_has_font; }

  /// Of the longest line, when lines end only where the text has an end of line.
  double width_of(std::string_view text, const Font& font);
  /// Of the longest word that is never broken.
  double longest_word(std::string_view text, const Font& font);
  double height_of(const Box& box);
  /// How many bytes of the text are in the lines that fit into `height`.
  std::size_t bytes_within(const Box& box, double height);
  /// The current point of `cairo` is where the box begins.
  void draw(cairo_t* cairo, const Box& box);

 private:
  struct Free {
    void operator()(PangoLayout* layout) const;
  };
  struct Measures {
    double line_height = 0;
    std::unordered_map<std::string, double> widths;  // of texts that came before
  };

  void set(std::string_view text, const Font& font, double width);
  Measures& measures_of(const Font& font);

  std::unique_ptr<PangoLayout, Free> m_layout;
  std::unordered_map<long, Measures> m_measures;  // by font
  bool m_has_font = false;
};

}  // namespace gridvisit::pdf
