#include "csv.hpp"

#include <stdexcept>

namespace town {

CsvFile::CsvFile(const std::filesystem::path& path, std::string_view header)
    : m_path{path.string()}, m_file{path, std::ios::binary} {
  m_file << header << '\n';
}

void CsvFile::append(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    m_line += cell;
    return;
  }
  m_line += '"';
  for (const char byte : cell) {
    if (byte == '"') m_line += '"';
    m_line += byte;
  }
  m_line += '"';
}

void CsvFile::row(std::initializer_list<std::string_view> cells) {
  m_line.clear();
  for (const auto& cell : cells) {
    if (&cell != cells.begin()) m_line += ',';
    append(cell);
  }
  m_line += '\n';
  m_file << m_line;
}

void CsvFile::close() {
  m_file.close();
  if (!m_file) throw std::runtime_error("cannot write " + m_path);
}

}  // namespace town
