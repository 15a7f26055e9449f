#include "gridvisit/l10n/mo_file.hpp"

namespace gridvisit::l10n {
namespace {

// Where a .mo says how many messages it holds and where its two tables begin.
constexpr std::size_t k_count_field = 8;
constexpr std::size_t k_originals_field = 12;
constexpr std::size_t k_translations_field = 16;
constexpr std::size_t k_table_row = 8;  // length, offset

}  // namespace

std::size_t MoFile::number_at(std::size_t offset) const {
  std::size_t number = 0;
  for (std::size_t byte = 0; byte < 4; ++byte)
    number |= std::size_t{m_bytes[offset + byte]} << (8 * byte);
  return number;
}

std::string_view MoFile::string_at(std::size_t table_field, std::size_t index) const {
  const auto row = number_at(table_field) + index * k_table_row;
  const auto bytes = m_bytes.subspan(number_at(row + 4), number_at(row));
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::size_t MoFile::size() const {
  return number_at(k_count_field);
}

std::string_view MoFile::original(std::size_t index) const {
  return string_at(k_originals_field, index);
}

std::string_view MoFile::translation(std::size_t index) const {
  return string_at(k_translations_field, index);
}

std::optional<std::string_view> MoFile::find(std::string_view wanted) const {
  std::size_t first = 0, last = size();
  while (first < last) {
    const auto middle = first + (last - first) / 2;
    const auto order = original(middle).compare(wanted);
    if (order == 0) return translation(middle);
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return std::nullopt;
}

}  // namespace gridvisit::l10n
