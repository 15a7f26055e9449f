#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>

namespace town {

/// A CSV file (RFC 4180, UTF-8, LF) that is written row by row.
class CsvFile {
 public:
  CsvFile(const std::filesystem::path& path, std::string_view header);

  void row(std::initializer_list<std::string_view> cells);
  /// Throws std::runtime_error if something of the file could not be written.
  void close();

 private:
  void append(std::string_view cell);

  std::string m_path;
  std::string m_line;
  std::ofstream m_file;
};

}  // namespace town
