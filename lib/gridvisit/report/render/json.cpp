#include <ostream>

#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {
namespace {

struct ValueWriter {
  format::JsonWriter& json;

  void operator()(std::monostate) const { json.null(); }
  void operator()(std::int64_t number) const { json.number(number); }
  void operator()(bool yes) const { json.boolean(yes); }
  void operator()(const std::vector<std::string>& list) const {
    json.begin_array();
    for (const auto& text : list) json.string(text);
    json.end_array();
  }
  template <class Text>
  void operator()(const Text& text) const {
    json.string(text_for_machines(Cell{text}));
  }
};

std::string json_object(const Table& table, const std::vector<Cell>& row) {
  format::JsonWriter json;
  json.begin_object();
  write_members(table, row, json);
  json.end_object();
  return json.text();
}

}  // namespace

void write_members(const Table& table, const std::vector<Cell>& row, format::JsonWriter& json) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    json.key(table.columns[column].key);
    std::visit(ValueWriter{json}, row[column]);
  }
}

void render_json(const Document& document, std::ostream& out) {
  if (!document.nested_json.empty()) {
    out << document.nested_json << '\n';
    return;
  }
  const auto& table = machine_table(document);
  std::string separator = "\n";
  out << '[';
  for (const auto& row : table.rows) {
    out << separator << json_object(table, row);
    separator = ",\n";
  }
  out << "\n]\n";
}

void render_ndjson(const Document& document, std::ostream& out) {
  const auto& table = machine_table(document);
  for (const auto& row : table.rows) out << json_object(table, row) << '\n';
}

}  // namespace gridvisit::report
