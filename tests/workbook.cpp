#include "workbook.hpp"

#include <fmt/format.h>
#include <zlib.h>

namespace gridvisit::tests {
namespace {

constexpr std::string_view k_package = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view k_office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

void append_number(std::string& bytes, std::uint64_t number, int size) {
  for (; size > 0; --size, number >>= 8) bytes += static_cast<char>(number & 0xff);
}

std::string packed(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string result(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

/// What the local header and the directory say alike.
std::string facts_of(const Part& part, std::size_t stored_size) {
  std::string bytes;
  append_number(bytes, 20, 2);  // version that can unpack it
  append_number(bytes, 0, 2);   // flags
  append_number(bytes, part.is_packed ? 8 : 0, 2);
  append_number(bytes, 0, 4);  // time
  const auto* text = reinterpret_cast<const Bytef*>(part.text.data());
  append_number(bytes, crc32(0, text, static_cast<uInt>(part.text.size())), 4);
  append_number(bytes, stored_size, 4);
  append_number(bytes, part.text.size(), 4);
  append_number(bytes, part.name.size(), 2);
  append_number(bytes, 0, 2);  // extra field
  return bytes;
}

std::string relationship(int id, std::string_view kind, std::string_view target) {
  return fmt::format("<Relationship Id=\"rId{}\" Type=\"{}{}\" Target=\"{}\"/>", id, k_office, kind,
                     target);
}

std::string relationships(std::string_view content) {
  return fmt::format("<Relationships xmlns=\"{}relationships\">{}</Relationships>", k_package,
                     content);
}

/// An element of the workbook's namespace that holds `content`.
std::string element(const WorkbookXml& workbook, std::string_view name, std::string_view content) {
  const auto& prefix = workbook.prefix;
  const auto space = prefix.empty() ? prefix : ":" + prefix.substr(0, prefix.size() - 1);
  return fmt::format("{}<{}{} xmlns{}=\"{}\" xmlns:r=\"{}\">{}</{}{}>", workbook.declaration,
                     prefix, name, space, workbook.space, k_office.substr(0, k_office.size() - 1),
                     content, prefix, name);
}

}  // namespace

std::string zip_of(const std::vector<Part>& parts) {
  std::string bytes, directory;
  for (const auto& part : parts) {
    const auto stored = part.is_packed ? packed(part.text) : part.text;
    const auto facts = facts_of(part, stored.size());
    directory += std::string{"PK\x01\x02\x14\x00", 6} + facts + std::string(10, '\0');
    append_number(directory, bytes.size(), 4);
    directory += part.name;
    bytes += std::string{"PK\x03\x04", 4} + facts + part.name + stored;
  }
  const auto begin = bytes.size();
  bytes += directory + std::string{"PK\x05\x06\0\0\0\0", 8};
  append_number(bytes, parts.size(), 2);
  append_number(bytes, parts.size(), 2);
  append_number(bytes, directory.size(), 4);
  append_number(bytes, begin, 4);
  append_number(bytes, 0, 2);
  return bytes;
}

std::vector<Part> parts_of(const WorkbookXml& workbook) {
  const auto& p = workbook.prefix;
  std::string sheets, targets;
  std::vector<Part> parts{
      {"_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml"))}};
  int number = 0;
  for (const auto& sheet : workbook.sheets) {
    ++number;
    const auto file = fmt::format("worksheets/sheet{}.xml", number);
    sheets += fmt::format("<{}sheet name=\"{}\" sheetId=\"{}\" {} r:id=\"rId{}\"/>", p, sheet.name,
                          number, sheet.attributes, number);
    targets += relationship(number, "worksheet", file);
    parts.push_back(
        {"xl/" + file, element(workbook, "worksheet",
                               fmt::format("<{0}dimension ref=\"A1:XFD1048576\"/><{0}sheetData>{1}"
                                           "</{0}sheetData>{2}",
                                           p, sheet.rows, sheet.behind))});
  }
  if (!workbook.strings.empty()) {
    targets += relationship(101, "sharedStrings", "sharedStrings.xml");
    parts.push_back({"xl/sharedStrings.xml", element(workbook, "sst", workbook.strings)});
  }
  if (!workbook.styles.empty()) {
    targets += relationship(102, "styles", "/xl/styles.xml");
    const auto styles = fmt::format(
        "<{0}numFmts>{1}</{0}numFmts><{0}cellStyleXfs><{0}xf numFmtId=\"14\"/></{0}cellStyleXfs>"
        "<{0}cellXfs>{2}</{0}cellXfs>",
        p, workbook.formats, workbook.styles);
    parts.push_back({"xl/styles.xml", element(workbook, "styleSheet", styles)});
  }
  parts.push_back({"xl/_rels/workbook.xml.rels", relationships(targets)});
  parts.push_back(
      {"xl/workbook.xml", element(workbook, "workbook",
                                  fmt::format("<{0}workbookPr {1}/><{0}sheets>{2}</{0}sheets>", p,
                                              workbook.properties, sheets))});
  return parts;
}

std::string file_of(const WorkbookXml& workbook) {
  return zip_of(parts_of(workbook));
}

std::string file_of_rows(std::string_view rows) {
  return file_of({{{"Sheet1", std::string{rows}}}});
}

std::string inline_rows(const std::vector<std::vector<std::string>>& rows) {
  std::string xml;
  for (const auto& row : rows) {
    xml += "<row>";
    for (const auto& cell : row)
      xml += fmt::format("<c t=\"inlineStr\"><is><t>{}</t></is></c>", cell);
    xml += "</row>";
  }
  return xml;
}

}  // namespace gridvisit::tests
