#include "pdf/typesetter.hpp"

#include <cmath>

#include <pango/pangocairo.h>

namespace gridvisit::pdf {
namespace {

// No list of families: what is printed must not depend on which other fonts are there.
constexpr const char* k_family = "Noto Sans CJK SC";

template <class Type, void (*Release)(Type*)>
struct Released {
  void operator()(Type* value) const { Release(value); }
};
using Description = std::unique_ptr<PangoFontDescription,
                                    Released<PangoFontDescription, pango_font_description_free>>;
using Options = std::unique_ptr<cairo_font_options_t,
                                Released<cairo_font_options_t, cairo_font_options_destroy>>;
using Lines = std::unique_ptr<PangoLayoutIter, Released<PangoLayoutIter, pango_layout_iter_free>>;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Context = std::unique_ptr<PangoContext, Unref>;
using LoadedFont = std::unique_ptr<PangoFont, Unref>;

Description description_of(const Font& font) {
  Description description{pango_font_description_new()};
  pango_font_description_set_family_static(description.get(), k_family);
  pango_font_description_set_size(description.get(),
                                  static_cast<int>(std::lround(font.size * PANGO_SCALE)));
  pango_font_description_set_weight(description.get(),
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return description;
}

/// Paper has no pixels: a point is a unit, and nothing is rounded to a grid.
Context context_for_paper(const std::string& language) {
  constexpr double k_points_an_inch = 72;
  Context context{pango_font_map_create_context(pango_cairo_font_map_get_default())};
  const Options options{cairo_font_options_create()};
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_cairo_context_set_resolution(context.get(), k_points_an_inch);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
  pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
  return context;
}

/// Where the font asked for is missing, fontconfig gives another one, or one without characters.
bool is_installed(PangoContext* context) {
  const auto wanted = description_of({});
  const LoadedFont font{pango_context_load_font(context, wanted.get())};
  if (!font || pango_font_has_char(font.get(), U'访') == FALSE) return false;
  const Description found{pango_font_describe(font.get())};
  return std::string_view{pango_font_description_get_family(found.get())} == k_family;
}

double points(int units) {
  return static_cast<double>(units) / PANGO_SCALE;
}

long key_of(const Font& font) {
  constexpr double k_parts = 100;
  return std::lround(font.size * k_parts) * 2 + (font.bold ? 1 : 0);
}

double size_of(PangoLayout* layout, int PangoRectangle::*side) {
  PangoRectangle extents{};
  pango_layout_get_extents(layout, nullptr, &extents);
  return points(extents.*side);
}

constexpr double k_unlimited = -1;

}  // namespace

void Typesetter::Free::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

Typesetter::Typesetter(const std::string& language) {
  const auto context = context_for_paper(language);
  m_has_font = is_installed(context.get());
  m_layout.reset(pango_layout_new(context.get()));
}

void Typesetter::set(std::string_view text, const Font& font, double width) {
  auto* layout = m_layout.get();
  pango_layout_set_font_description(layout, description_of(font).get());
  pango_layout_set_width(layout, width < 0 ? -1 : static_cast<int>(std::ceil(width * PANGO_SCALE)));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
}

Typesetter::Measures& Typesetter::measures_of(const Font& font) {
  const auto [at, is_new] = m_measures.try_emplace(key_of(font));
  if (is_new) {
    set("0", font, k_unlimited);
    at->second.line_height = size_of(m_layout.get(), &PangoRectangle::height);
  }
  return at->second;
}

double Typesetter::width_of(std::string_view text, const Font& font) {
  const auto measured = [&] {
    set(text, font, k_unlimited);
    return size_of(m_layout.get(), &PangoRectangle::width);
  };
  constexpr std::size_t k_longest_kept = 40;
  if (text.size() > k_longest_kept) return measured();
  const auto [at, is_new] = measures_of(font).widths.try_emplace(std::string{text});
  if (is_new) at->second = measured();
  return at->second;
}

double Typesetter::longest_word(std::string_view text, const Font& font) {
  set(text, font, 0);
  pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD);
  return size_of(m_layout.get(), &PangoRectangle::width);
}

double Typesetter::height_of(const Box& box) {
  const bool is_one_line = box.text.find('\n') == box.text.npos;
  if (is_one_line && width_of(box.text, box.font) <= box.width)
    return measures_of(box.font).line_height;
  set(box.text, box.font, box.width);
  return size_of(m_layout.get(), &PangoRectangle::height);
}

std::size_t Typesetter::bytes_within(const Box& box, double height) {
  set(box.text, box.font, box.width);
  const Lines lines{pango_layout_get_iter(m_layout.get())};
  do {
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_yrange(lines.get(), &top, &bottom);
    const auto* line = pango_layout_iter_get_line_readonly(lines.get());
    if (points(bottom) > height) return static_cast<std::size_t>(line->start_index);
  } while (pango_layout_iter_next_line(lines.get()) != FALSE);
  return box.text.size();
}

void Typesetter::draw(cairo_t* cairo, const Box& box) {
  set(box.text, box.font, box.width);
  if (box.align == Align::right) pango_layout_set_alignment(m_layout.get(), PANGO_ALIGN_RIGHT);
  pango_cairo_show_layout(cairo, m_layout.get());
}

}  // namespace gridvisit::pdf
