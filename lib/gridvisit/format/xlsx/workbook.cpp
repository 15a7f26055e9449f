#include "gridvisit/format/xlsx/workbook.hpp"

#include <filesystem>
#include <map>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/format/xlsx/xml_stream.hpp"

namespace gridvisit::format::xlsx {
namespace {

/// What one part of the archive says about another.
struct Relationship {
  std::string kind;  ///< worksheet, styles, sharedStrings, …
  std::string part;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;  // by id

/// `worksheets/sheet1.xml` as `xl/workbook.xml` says it.
std::string part_named(std::string_view target, const std::string& said_by) {
  const std::filesystem::path path{target};
  if (path.is_absolute()) return path.lexically_normal().relative_path().string();
  return (std::filesystem::path{said_by}.parent_path() / path).lexically_normal().string();
}

std::string last_word(std::string_view address) {
  return std::string{address.substr(address.rfind('/') + 1)};
}

/// Those of `of`, which they stand beside; none if the archive has none.
Relationships relationships_of(ZipArchive& archive, const std::string& of) {
  const std::filesystem::path path{of};
  const auto part = (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string();
  Relationships result;
  if (!archive.has(part)) return result;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& said) {
    constexpr std::size_t k_most = 100'000;
    if (name != "Relationship" || result.size() >= k_most) return;
    result.insert_or_assign(
        std::string{said.value("Id")},
        Relationship{last_word(said.value("Type")), part_named(said.value("Target"), of)});
  };
  XmlStream{archive.open(part), part, std::move(events)}.read();
  return result;
}

std::string part_of_kind(const Relationships& relationships, std::string_view kind) {
  for (const auto& [id, relationship] : relationships)
    if (relationship.kind == kind) return relationship.part;
  return {};
}

[[noreturn]] void throw_other_kind(ZipArchive& archive) {
  if (archive.has("content.xml"))
    throw Error{ErrorKind::refused, message("The file is an OpenDocument sheet."),
                message("Save it as .xlsx or \"CSV UTF-8\", and import that.")};
  throw Error{ErrorKind::refused, message("The file is a ZIP archive, but no workbook."),
              message("Name an .xlsx or CSV file.")};
}

std::string workbook_part(ZipArchive& archive) {
  auto part = part_of_kind(relationships_of(archive, ""), "officeDocument");
  if (part.empty()) throw_other_kind(archive);
  const auto ending = fold(std::filesystem::path{part}.extension().string());
  if (ending == ".xml") return part;
  throw Error{ErrorKind::refused, message("The file is a workbook of the binary kind (.xlsb)."),
              message("Save it as .xlsx or \"CSV UTF-8\", and import that.")};
}

void add_sheet(Workbook& workbook, const XmlAttributes& said, const Relationships& relationships) {
  constexpr std::size_t k_most = 10'000;
  const auto target = relationships.find(said.value("id"));
  if (target == relationships.end() || target->second.kind != "worksheet" ||
      workbook.sheets.size() >= k_most)
    return;
  const auto state = said.value("state");
  workbook.sheets.push_back({std::string{said.value("name")}, target->second.part,
                             state == "hidden" || state == "veryHidden"});
}

/// Gathers the formats that styles.xml spells out, and which style of a cell has which.
class StylesReader {
 public:
  void start(std::string_view name, const XmlAttributes& said) {
    if (name == "cellXfs") m_is_in_cells = true;
    const auto number = parse_integer(said.value("numFmtId"));
    if (!number || m_formats.size() + m_styles.size() >= k_most) return;
    const auto id = static_cast<int>(*number);
    if (name == "numFmt")
      m_formats.insert_or_assign(id, number_format_of(said.value("formatCode")));
    if (name == "xf" && m_is_in_cells) m_styles.push_back(id);
  }
  void end(std::string_view name) {
    if (name == "cellXfs") m_is_in_cells = false;
  }

  std::vector<NumberFormat> formats() const {
    std::vector<NumberFormat> result;
    for (const int id : m_styles) {
      const auto spelt = m_formats.find(id);
      result.push_back(spelt == m_formats.end() ? built_in_format(id) : spelt->second);
    }
    return result;
  }

 private:
  static constexpr std::size_t k_most = 200'000;  // Excel: 65,490 styles

  std::map<int, NumberFormat> m_formats;
  std::vector<int> m_styles;
  bool m_is_in_cells = false;
};

}  // namespace

Workbook read_workbook(ZipArchive& archive) {
  const auto part = workbook_part(archive);
  const auto relationships = relationships_of(archive, part);
  Workbook workbook;
  workbook.strings_part = part_of_kind(relationships, "sharedStrings");
  workbook.styles_part = part_of_kind(relationships, "styles");
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& said) {
    if (name == "workbookPr" && said.is_set("date1904")) workbook.day_count = DayCount::from_1904;
    if (name == "sheet") add_sheet(workbook, said, relationships);
  };
  XmlStream{archive.open(part), part, std::move(events)}.read();
  return workbook;
}

std::vector<NumberFormat> read_styles(ZipArchive& archive, const std::string& part) {
  StylesReader reader;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& said) {
    reader.start(name, said);
  };
  events.end = [&](std::string_view name) { reader.end(name); };
  XmlStream{archive.open(part), part, std::move(events)}.read();
  return reader.formats();
}

}  // namespace gridvisit::format::xlsx
