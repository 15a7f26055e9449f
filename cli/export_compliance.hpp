#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/report/render/render.hpp"
#include "gridvisit/store/store.hpp"
#include "gridvisit/usecase/export_table.hpp"

namespace gridvisit::cli {

struct ComplianceWanted {
  Period month;
  Day today;
  usecase::Personal personal = usecase::Personal::masked;
  report::Format format = report::Format::csv;
  format::CsvStyle style;
  l10n::Language language = l10n::Language::en;
  std::optional<std::chrono::sys_seconds> recorded_before{};  ///< only what was recorded before it
};

/// The tidy rows of the month's report by worker (one for each subject and rule); gives their
/// number.
std::int64_t write_compliance(const store::Session& session, const ComplianceWanted& wanted,
                              const format::ByteSink& sink);

}  // namespace gridvisit::cli
