#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "gridvisit/base/error.hpp"
#include "gridvisit/exchange/row_values.hpp"
#include "gridvisit/usecase/import_register.hpp"

/// Inside of import_register: what one table does with its rows.
namespace gridvisit::usecase {

enum class Fate {
  added,
  changed,
  same,
  confirmed,  ///< the same, but said later than what is on record
  rejected,
  waiting,  ///< for a later row of the file; its fate is told when the file has ended
};

/// Where an import works: within one transaction.
struct ImportSite {
  store::Session& session;
  const ImportRequest& request;
  ImportWarnings& warnings;
  std::string author;           ///< worker's code, or the operating system's user
  std::chrono::sys_seconds at;  ///< as the session's author says
};

/// A row that waits for a later one, kept with its own text.
struct KeptRow {
  std::int64_t line;
  std::vector<std::string> cells;
  const exchange::Header* header;

  explicit KeptRow(const exchange::Row& row)
      : line{row.line}, cells{row.cells.begin(), row.cells.end()}, header{row.header} {}
  /// Valid as long as this lives.
  exchange::Row row() const { return {line, {cells.begin(), cells.end()}, header}; }
};

/// Tells what became of a row.
using Settle = std::function<void(const exchange::Row&, Fate, const exchange::Problems&)>;

struct TableImport {
  /// Takes a row, or adds what is wrong with it to the problems.
  std::function<Fate(const exchange::Row&, exchange::Problems&)> take;
  /// Settles the rows that were waiting; may be empty.
  std::function<void(const Settle&)> finish;
};

TableImport import_areas(const ImportSite& site);
TableImport import_workers(const ImportSite& site);
TableImport import_assignments(const ImportSite& site);
TableImport import_leave(const ImportSite& site);
TableImport import_households(const ImportSite& site);
TableImport import_tags(const ImportSite& site);
TableImport import_visits(const ImportSite& site);
TableImport import_patrols(const ImportSite& site);
TableImport import_holidays(const ImportSite& site);

/// Adds what a check of the register refused to the problems of a row.
void report_error(exchange::RowValues& values, exchange::Field field, const Error& error);

/// Whether a check of the register lets it pass; else that is a problem of the field.
template <class Check>
bool passes(exchange::RowValues& values, exchange::Field field, const Check& check) {
  try {
    check();
    return true;
  } catch (const Error& error) {
    report_error(values, field, error);
    return false;
  }
}

}  // namespace gridvisit::usecase
