#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/report/document.hpp"
#include "gridvisit/report/register_cells.hpp"

namespace gridvisit::report {

/// One visit as its worker wrote it down.
struct JournalEntry {
  Visit visit;
  Household household;
  std::optional<Void> voided;
};

/// A worker's journal (民情日志, norm R1) of some days.
struct Journal {
  std::string worker;  ///< code and name
  DayRange days;
  std::vector<JournalEntry> entries;  ///< oldest first
};

Document journal_document(const Journal& journal, PersonalData data);

/// The note, after why the visit counts for nothing if it is voided.
Cell note_cell(const std::string& note, const std::optional<Void>& voided, PersonalData data);

/// A day and, if it is known, the time of day: `2026-10-05 09:30`.
std::string moment_text(const VisitDraft& said);

}  // namespace gridvisit::report
