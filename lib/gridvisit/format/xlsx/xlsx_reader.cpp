#include "gridvisit/format/xlsx/xlsx_reader.hpp"

#include <algorithm>
#include <array>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/xlsx/sheet_rows.hpp"
#include "gridvisit/format/xlsx/workbook.hpp"

namespace gridvisit::format {
namespace {

using xlsx::SheetEntry;

const SheetEntry* first_visible(const std::vector<SheetEntry>& sheets) {
  const auto found = std::ranges::find(sheets, false, &SheetEntry::is_hidden);
  return found == sheets.end() ? nullptr : &*found;
}

/// Also a hidden one; a name in other case or width if none is spelt so.
const SheetEntry* sheet_named(const std::vector<SheetEntry>& sheets, const std::string& name) {
  const auto exact = std::ranges::find(sheets, name, &SheetEntry::name);
  if (exact != sheets.end()) return &*exact;
  const auto alike = std::ranges::find(
      sheets, fold(name), [](const SheetEntry& sheet) { return fold(trim(sheet.name)); });
  return alike == sheets.end() ? nullptr : &*alike;
}

std::vector<std::string> visible_names(const std::vector<SheetEntry>& sheets) {
  std::vector<std::string> names;
  for (const auto& sheet : sheets)
    if (!sheet.is_hidden) names.push_back(sheet.name);
  return names;
}

SheetEntry sheet_wanted(const std::vector<SheetEntry>& sheets,
                        const std::optional<std::string>& name) {
  const auto* sheet = name ? sheet_named(sheets, *name) : first_visible(sheets);
  if (sheet != nullptr) return *sheet;
  if (name)
    throw Error{ErrorKind::not_found, message("The workbook has no sheet {0}.", *name),
                message("Its sheets are:"), visible_names(sheets)};
  throw Error{ErrorKind::refused, message("The workbook has no sheet that is not hidden."),
              message("Name one with --sheet, or show it in the spreadsheet program.")};
}

xlsx::SharedStrings strings_of(xlsx::ZipArchive& archive, const std::string& part,
                               const Onlooker& onlooker) {
  Stage opening{onlooker, translatable("Opening the workbook"), WorkUnit::bytes,
                archive.size(part)};
  return {counted(archive.open(part), opening), part};
}

}  // namespace

struct XlsxReader::State {
  xlsx::ZipArchive archive;
  xlsx::CellContext context;
  SheetEntry sheet;
  std::vector<std::string> visible;
  std::optional<Stage> reading;
  std::unique_ptr<xlsx::SheetRows> rows;
};

XlsxReader::XlsxReader(RandomBytes bytes, const std::optional<std::string>& sheet,
                       const Onlooker& onlooker)
    : m_state{new State{xlsx::ZipArchive{std::move(bytes)}, {}, {}, {}, {}, {}}} {
  auto& [archive, context, wanted, visible, reading, rows] = *m_state;
  const auto workbook = xlsx::read_workbook(archive);
  wanted = sheet_wanted(workbook.sheets, sheet);
  visible = visible_names(workbook.sheets);
  context.day_count = workbook.day_count;
  if (!workbook.styles_part.empty())
    context.styles = xlsx::read_styles(archive, workbook.styles_part);
  if (!workbook.strings_part.empty())
    context.strings = strings_of(archive, workbook.strings_part, onlooker);
  reading.emplace(onlooker, translatable("Reading"), WorkUnit::bytes, archive.size(wanted.part));
  rows = std::make_unique<xlsx::SheetRows>(counted(archive.open(wanted.part), *reading),
                                           wanted.part, context);
}

XlsxReader::~XlsxReader() = default;

const std::string& XlsxReader::sheet() const {
  return m_state->sheet.name;
}

const std::vector<std::string>& XlsxReader::visible_sheets() const {
  return m_state->visible;
}

bool XlsxReader::next(Record& record) {
  return m_state->rows->next(record);
}

FileKind kind_of(const RandomBytes& bytes) {
  constexpr std::string_view k_archive{"PK\x03\x04"}, k_empty_archive{"PK\x05\x06"};
  constexpr std::string_view k_old{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"};
  std::array<char, k_old.size()> buffer{};
  const std::string_view beginning{buffer.data(), bytes.read(0, buffer)};
  if (beginning.starts_with(k_archive) || beginning.starts_with(k_empty_archive))
    return FileKind::archive;
  return beginning == k_old ? FileKind::old_workbook : FileKind::text;
}

}  // namespace gridvisit::format
