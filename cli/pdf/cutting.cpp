#include "pdf/cutting.hpp"

#include <algorithm>
#include <iterator>

namespace gridvisit::pdf {
namespace {

std::string_view without_line_end(std::string_view text) {
  return text.starts_with('\n') ? text.substr(1) : text;
}

/// Takes the lines that fit into `height` from the band and gives them; nothing moves if not one
/// line fits.
Band taken_from(Band& band, double height, Typesetter& typesetter) {
  Band part = band;
  double left = 0;
  for (std::size_t i = 0; i < band.pieces.size(); ++i) {
    auto& box = band.pieces[i].box;
    const auto bytes = typesetter.bytes_within(box, height - band.pieces[i].top);
    part.pieces[i].box.text = box.text.substr(0, bytes);
    box.text = without_line_end(box.text.substr(bytes));
    if (!box.text.empty())
      left = std::max(left, typesetter.height_of(box) + 2 * band.pieces[i].top);
  }
  part.height = height;
  part.strokes.clear();
  part.stays_with_next = false;
  band.height = left;
  band.space_above = 0;
  return part;
}

std::size_t bytes_of(const Band& band) {
  std::size_t bytes = 0;
  for (const auto& piece : band.pieces) bytes += piece.box.text.size();
  return bytes;
}

std::vector<Band> cut(const std::vector<Band>& bands, double room, Typesetter& typesetter) {
  std::vector<Band> result;
  for (auto band : bands) {
    while (band.height > room) {
      const auto bytes = bytes_of(band);
      auto part = taken_from(band, room, typesetter);
      if (bytes_of(band) == bytes) break;
      result.push_back(std::move(part));
    }
    if (bytes_of(band) > 0 || band.pieces.empty()) result.push_back(std::move(band));
  }
  return result;
}

}  // namespace

void cut_to(Section& section, double room, Typesetter& typesetter) {
  if (height_of(section.head) > room / 2) {
    section.head.insert(section.head.end(), std::make_move_iterator(section.bands.begin()),
                        std::make_move_iterator(section.bands.end()));
    section.bands = std::move(section.head);
    section.head.clear();
  }
  section.bands = cut(section.bands, room - height_of(section.head), typesetter);
}

}  // namespace gridvisit::pdf
