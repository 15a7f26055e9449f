#include "pdf/drawing.hpp"

#include <array>
#include <memory>

#include <cairo-pdf.h>

#include "gridvisit/base/message.hpp"

#include "pdf/composing.hpp"
#include "pdf/pages.hpp"

namespace gridvisit::pdf {
namespace {

struct Color {
  double red, green, blue;
};

Color color_of(Ink ink) {
  switch (ink) {
    case Ink::gray:
      return {0.35, 0.35, 0.35};
    case Ink::light:
      return {0.72, 0.72, 0.72};
    case Ink::green:
      return {0.05, 0.4, 0.15};
    case Ink::amber:
      return {0.55, 0.33, 0.0};
    case Ink::red:
      return {0.7, 0.05, 0.05};
    case Ink::black:
      break;
  }
  return {0, 0, 0};
}

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Cairo = std::unique_ptr<cairo_t, Destroy>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

Surface surface_for(const format::Printout& printout, const Paper& paper, std::string& bytes) {
  Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, paper.width, paper.height)};
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface.get(), what, text.c_str());
  };
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  say(CAIRO_PDF_METADATA_TITLE, printout.title);
  say(CAIRO_PDF_METADATA_CREATOR, "gridvisit");
  say(CAIRO_PDF_METADATA_CREATE_DATE, printout.created);
  return surface;
}

class Pen {
 public:
  Pen(cairo_t* cairo, Typesetter& typesetter) : m_cairo{cairo}, m_typesetter{typesetter} {}

  void draw(const Band& band, double left, double top) {
    for (const auto& block : band.blocks) fill(block, left, top, band.height);
    for (const auto& piece : band.pieces)
      write(piece.box, left + piece.left, top + piece.top, piece.ink);
    for (const auto& stroke : band.strokes) line(stroke, left, top + band.height);
  }
  void write(const Box& box, double left, double top, Ink ink) {
    set(ink);
    cairo_move_to(m_cairo, left, top);
    m_typesetter.draw(m_cairo, box);
  }
  void line(const Stroke& stroke, double left, double top) {
    set(stroke.ink);
    cairo_set_line_width(m_cairo, stroke.weight);
    cairo_move_to(m_cairo, left + stroke.left, top);
    cairo_line_to(m_cairo, left + stroke.left + stroke.width, top);
    cairo_stroke(m_cairo);
  }

 private:
  void fill(const Block& block, double left, double top, double height) {
    set(block.ink);
    const auto space = height * (1 - block.share) / 2;
    cairo_rectangle(m_cairo, left + block.left, top + space, block.width, height - 2 * space);
    cairo_fill(m_cairo);
  }
  void set(Ink ink) {
    const auto [red, green, blue] = color_of(ink);
    cairo_set_source_rgb(m_cairo, red, green, blue);
  }

  cairo_t* m_cairo;
  Typesetter& m_typesetter;
};

void draw_foot(Pen& pen, const Composition& composition, std::string_view number) {
  constexpr double k_space = 3;
  const auto& paper = composition.paper;
  const auto top = paper.height - paper.margin - paper.foot + 2 * k_space;
  pen.line({0, paper.room_across(), 0.25}, paper.margin, top);
  pen.write(composition.footer, paper.margin, top + k_space, Ink::gray);
  const auto left = composition.footer.width;
  pen.write({number, composition.footer.font, paper.room_across() - left, Align::right},
            paper.margin + left, top + k_space, Ink::gray);
}

}  // namespace

std::string drawn(const format::Printout& printout, Typesetter& typesetter) {
  const auto composition = composed(printout, typesetter);
  const auto pages = paginated(composition.sections, composition.paper.room_down());
  std::string bytes;
  const auto surface = surface_for(printout, composition.paper, bytes);
  const Cairo cairo{cairo_create(surface.get())};
  Pen pen{cairo.get(), typesetter};
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const auto& margin = composition.paper.margin;
    for (const auto& [band, top] : pages[page]) pen.draw(*band, margin, margin + top);
    draw_foot(pen, composition,
              fill_places(printout.page_number,
                          {std::to_string(page + 1), std::to_string(pages.size())}));
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
  return bytes;
}

}  // namespace gridvisit::pdf
