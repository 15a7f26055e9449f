#pragma once

#include <map>
#include <optional>
#include <string>

#include "gridvisit/usecase/export_table.hpp"

#include "unit/usecase/import_fixture.hpp"

namespace gridvisit::test {

/// What one database sends to others: a file for each table.
using Letter = std::map<exchange::TableKind, std::string>;

inline std::string exported(store::Store& store, exchange::TableKind table,
                            std::optional<std::int64_t> since = std::nullopt) {
  std::string text;
  format::CsvWriter csv{[&](std::string_view bytes) { text += bytes; }};
  write_header(csv, exchange::table_of(table));
  usecase::ExportRequest request;
  request.table = table;
  request.since = since;
  request.personal = usecase::Personal::unmasked;
  usecase::export_table(*store.read(), request, [&](const exchange::Cells& cells) {
    write_row(csv, exchange::table_of(table), cells);
  });
  csv.finish();
  return text;
}

inline Letter letter_of(store::Store& store, std::optional<std::int64_t> since = std::nullopt) {
  Letter letter;
  for (const auto& table : exchange::all_tables())
    letter[table.kind] = exported(store, table.kind, since);
  return letter;
}

}  // namespace gridvisit::test
