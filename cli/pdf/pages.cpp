#include "pdf/pages.hpp"

namespace gridvisit::pdf {
namespace {

class Filling {
 public:
  explicit Filling(double room) : m_room{room} {}

  bool has_room_for(double height) const { return m_used + height <= m_room; }
  bool is_empty() const { return m_pages.back().empty(); }
  void turn() {
    m_pages.emplace_back();
    m_used = 0;
  }
  void place(const Band& band) {
    if (!is_empty()) m_used += band.space_above;
    m_pages.back().push_back({&band, m_used});
    m_used += band.height;
  }
  void place(const std::vector<Band>& bands) {
    for (const auto& band : bands) place(band);
  }
  std::vector<Page> pages() && { return std::move(m_pages); }

 private:
  double m_room;
  double m_used = 0;
  std::vector<Page> m_pages{1};
};

/// The band and what stays with it.
double height_at(const std::vector<Band>& bands, std::size_t index) {
  double height = 0;
  for (; index < bands.size(); ++index) {
    height += bands[index].space_above + bands[index].height;
    if (!bands[index].stays_with_next) break;
  }
  return height;
}

void fill(Filling& filling, const Section& section) {
  const auto& bands = section.bands;
  if (!filling.is_empty() && !filling.has_room_for(height_of(section.head) + height_at(bands, 0)))
    filling.turn();
  filling.place(section.head);
  for (std::size_t index = 0; index < bands.size(); ++index) {
    if (index > 0 && !filling.has_room_for(height_at(bands, index))) {
      filling.turn();
      filling.place(section.head);
    }
    filling.place(bands[index]);
  }
}

}  // namespace

std::vector<Page> paginated(std::span<const Section> sections, double room) {
  Filling filling{room};
  for (const auto& section : sections) fill(filling, section);
  return std::move(filling).pages();
}

}  // namespace gridvisit::pdf
