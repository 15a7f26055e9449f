#include "import_source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <istream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/csv_reader.hpp"

namespace gridvisit::cli {
namespace {

format::InputFile opened(const std::string& name, std::istream& input) {
  if (name == "-") return format::InputFile::spool(input);
  return format::InputFile::open(name);
}

Message save_as_xlsx() {
  return message("Save it as .xlsx or \"CSV UTF-8\" in the spreadsheet program, and import that.");
}

/// A table that some systems write as a web page or as text and name like a workbook.
void refuse_false_name(const std::string& name) {
  constexpr std::array<std::string_view, 5> k_endings{".xlsx", ".xlsm", ".xls", ".et", ".ods"};
  const auto ending = fold(std::filesystem::path{name}.extension().string());
  if (std::ranges::find(k_endings, ending) == k_endings.end()) return;
  throw Error{ErrorKind::refused,
              message("{0} is named like a workbook, but its content is none.", name),
              save_as_xlsx()};
}

}  // namespace

ImportSource::ImportSource(const SourceWanted& wanted, std::istream& input,
                           const Onlooker& onlooker)
    : m_file{opened(wanted.name, input)} {
  switch (format::kind_of(m_file.random_bytes())) {
    case format::FileKind::archive:
      open_workbook(wanted, onlooker);
      return;
    case format::FileKind::old_workbook:
      throw Error{ErrorKind::refused,
                  message("{0} is a workbook of the old kind (.xls, .et), or protected with a "
                          "password.",
                          wanted.name),
                  message("Save it as .xlsx without a password, and import that.")};
    case format::FileKind::text:
      open_csv(wanted);
      m_reading.emplace(onlooker, translatable("Reading"), WorkUnit::bytes,
                        m_file.random_bytes().size);
  }
}

void ImportSource::open_workbook(const SourceWanted& wanted, const Onlooker& onlooker) {
  if (wanted.encoding)
    throw Error{ErrorKind::usage,
                message("--encoding is for CSV files; {0} is a workbook.", wanted.name),
                message("Leave out --encoding.")};
  m_workbook = std::make_unique<format::XlsxReader>(m_file.random_bytes(), wanted.sheet, onlooker);
}

void ImportSource::open_csv(const SourceWanted& wanted) {
  refuse_false_name(wanted.name);
  if (wanted.sheet)
    throw Error{ErrorKind::usage, message("--sheet is for workbooks; {0} is none.", wanted.name),
                message("Leave out --sheet.")};
  m_encoding = format::detect_encoding(m_file.bytes(), wanted.encoding);
}

format::RecordSource ImportSource::records() {
  if (m_reading)
    return format::csv_records(as_utf8(format::counted(m_file.bytes(), *m_reading), m_encoding));
  return {[this](format::Record& record) { return m_workbook->next(record); },
          format::Layout::sheet};
}

format::CsvStyle ImportSource::style_of_rejects() const {
  // Spreadsheet programs know UTF-8 by its mark.
  return {.encoding = m_encoding, .byte_order_mark = m_workbook != nullptr};
}

}  // namespace gridvisit::cli
