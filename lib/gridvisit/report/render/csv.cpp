#include <ostream>

#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string result{'"'};
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

void write_row(const std::vector<std::string>& fields, std::ostream& out) {
  std::string line;
  for (const auto& field : fields) {
    if (&field != &fields.front()) line += ',';
    line += quoted(field);
  }
  out << line << '\n';
}

}  // namespace

void render_csv(const Document& document, std::ostream& out) {
  const auto& table = machine_table(document);
  if (table.columns.empty()) return;
  std::vector<std::string> fields;
  for (const auto& column : table.columns) fields.emplace_back(column.key);
  write_row(fields, out);
  for (const auto& row : table.rows) {
    fields.clear();
    for (const auto& cell : row) fields.push_back(text_for_machines(cell));
    write_row(fields, out);
  }
}

}  // namespace gridvisit::report
