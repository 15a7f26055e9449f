#include "rejects.hpp"

#include <string>
#include <vector>

#include "gridvisit/base/text.hpp"

namespace gridvisit::cli {
namespace {

/// One cell for all problems of the row.
template <class TextOf>
std::string together(const exchange::Problems& problems, TextOf text_of) {
  std::vector<std::string> texts;
  for (const auto& problem : problems) texts.push_back(text_of(problem));
  return join(texts, "; ");
}

/// Guarded once, whether or not it came with a guard.
void write_as_it_came(format::CsvWriter& csv, std::string_view cell) {
  csv.free_text(format::without_guard(cell));
}

}  // namespace

RejectsFile::RejectsFile(const std::filesystem::path& path, format::Existing existing,
                         const format::CsvStyle& style, const l10n::Catalog& catalog)
    : m_file{path, existing},
      m_csv{[this](std::string_view bytes) { m_file.write(bytes); }, style},
      m_catalog{catalog} {}

void RejectsFile::add_header(const exchange::Header& header) {
  for (const auto& name : header.names) write_as_it_came(m_csv, name);
  for (const auto name : exchange::k_reject_columns) m_csv.field(name);
  m_csv.end_row();
}

void RejectsFile::add(const exchange::Row& row, const exchange::Problems& problems) {
  if (!m_has_rows) add_header(*row.header);
  m_has_rows = true;
  const auto width = row.header->names.size();
  for (std::size_t at = 0; at < width; ++at)
    write_as_it_came(m_csv, at < row.cells.size() ? row.cells[at] : "");
  m_csv.field(std::to_string(row.line));
  m_csv.free_text(together(problems, [](const Problem& problem) { return problem.column; }));
  m_csv.free_text(together(problems, [](const Problem& problem) { return problem.value; }));
  m_csv.free_text(
      together(problems, [&](const Problem& problem) { return m_catalog.text(problem.reason); }));
  m_csv.free_text(
      together(problems, [&](const Problem& problem) { return m_catalog.text(problem.mend); }));
  m_csv.end_row();
}

void RejectsFile::commit() {
  if (!m_has_rows) return;
  m_csv.finish();
  m_file.commit();
}

}  // namespace gridvisit::cli
