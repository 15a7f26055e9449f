#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "gridvisit/base/work.hpp"
#include "gridvisit/exchange/row_reader.hpp"
#include "gridvisit/store/store.hpp"

namespace gridvisit::usecase {

struct ImportRequest {
  exchange::TableKind table = exchange::TableKind::areas;
  std::string file_name;  ///< without its folder, for the audit
  bool skip_bad = false;  ///< take the sound rows although others are not
  bool dry_run = false;   ///< check everything, take nothing
  Now now;
  int late_after_days = 7;
  Onlooker onlooker = {};  ///< of what follows once the rows have been read
};

/// What was taken, or not, although something about it is unusual; visits, but for the last.
struct ImportWarnings {
  std::int64_t not_in_post = 0;      ///< the worker had no grid, or was on leave, that day
  std::int64_t late = 0;             ///< recorded more than late_after_days after the day
  std::int64_t repeated = 0;         ///< not the first visit to the household that day
  std::int64_t renumbered = 0;       ///< their numbers stand for other visits here
  std::int64_t corrected_twice = 0;  ///< another visit replaces the same one already
  /// Values of the register that differ from what is on record, and were changed earlier.
  std::int64_t overtaken = 0;

  friend bool operator==(const ImportWarnings&, const ImportWarnings&) = default;
};

struct ImportResult {
  static constexpr std::size_t k_most_problems = 20;

  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;  ///< already there
  std::int64_t rejected = 0;
  exchange::Problems problems;  ///< the first k_most_problems
  std::int64_t problem_count = 0;
  exchange::Problems header_warnings;
  ImportWarnings warnings;
  bool taken = false;  ///< false: nothing was taken, because of problems or on a dry run

  bool sound() const { return problem_count == 0; }
};

/// Is shown every row that is not taken, with what is wrong with it.
using RejectSink = std::function<void(const exchange::Row&, const exchange::Problems&)>;

/// Takes the rows of a table's file into the store, in one transaction and in bounded memory: all
/// of it, or nothing if a row has a problem and bad rows are not skipped. Rows that are on record
/// with the same content are already there; others change what is on record, field by field. A file
/// that brings nothing new leaves no trace.
ImportResult import_register(store::Store& store, const store::Authorship& authorship,
                             const ImportRequest& request, format::RecordSource source,
                             const RejectSink& on_reject);

}  // namespace gridvisit::usecase
