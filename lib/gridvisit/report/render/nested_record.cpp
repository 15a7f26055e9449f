#include "gridvisit/report/nested_record.hpp"

#include "gridvisit/report/render/cells.hpp"

namespace gridvisit::report {

std::string nested_record(const Table& record, const std::vector<Table>& lists) {
  format::JsonWriter json;
  json.begin_object();
  write_members(record, record.rows.front(), json);
  for (const auto& table : lists) {
    json.key(table.key).begin_array();
    for (const auto& row : table.rows) {
      json.begin_object();
      write_members(table, row, json);
      json.end_object();
    }
    json.end_array();
  }
  return json.end_object().text();
}

}  // namespace gridvisit::report
