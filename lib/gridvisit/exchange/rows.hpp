#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/holiday.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/exchange/row_reader.hpp"

/// The rows of each table as values: what a file says, with codes instead of ids. A field that
/// the file has no column for is nothing, and leaves a record on file as it is.
namespace gridvisit::exchange {

struct AreaRow {
  std::string code;
  std::optional<std::string> name;
  std::optional<std::string> kind;
  std::optional<std::string> parent;  ///< empty: the area is a root
};

struct WorkerRow {
  std::string code;
  std::optional<std::string> name;
  std::optional<std::string> phone;
};

struct AssignmentRow {
  std::string worker;
  std::string grid;
  Role role = Role::responsible;
  std::optional<Day> from;
  std::optional<Day> until;
};

/// One of the tags that stand in a household's row.
struct TagEntry {
  std::string category;
  std::optional<DayRange> days;  ///< nothing: those of the residence
};

struct HouseholdRow {
  std::string code;
  std::string grid;
  std::optional<std::string> address, building, unit, room;
  std::optional<std::string> name, phone;
  std::optional<int> people;
  bool has_people_column = false;
  std::optional<std::string> situation, difficulties, needs;
  std::optional<Day> from;
  std::optional<Day> until;
  std::vector<TagEntry> tags;
};

struct TagRow {
  std::string household;
  std::string category;
  std::optional<Day> from;
  std::optional<Day> until;
  std::optional<std::string> note;
};

struct VisitRow {
  std::string household;
  std::string worker;
  Day day;
  Mode mode = Mode::door;
  Outcome outcome = Outcome::met;
  std::optional<TimeOfDay> time;
  std::string note;
  std::optional<VisitId> visit;
  std::optional<std::chrono::sys_seconds> recorded_at;
  std::optional<std::chrono::sys_seconds> voided_at;
  std::string void_reason;
  std::optional<VisitId> replaces;
};

struct HolidayRow {
  Day day;
  DayKind kind = DayKind::holiday;
  std::optional<std::string> name;
};

/// What the row says, or nothing if it has problems, which are added.
std::optional<AreaRow> read_area(const Row& row, Problems& problems);
std::optional<WorkerRow> read_worker(const Row& row, Problems& problems);
std::optional<AssignmentRow> read_assignment(const Row& row, Problems& problems);
std::optional<HouseholdRow> read_household(const Row& row, Problems& problems);
std::optional<TagRow> read_tag(const Row& row, Problems& problems);
std::optional<VisitRow> read_visit(const Row& row, Problems& problems);
std::optional<HolidayRow> read_holiday(const Row& row, Problems& problems);

/// `code;code@2026-03-01;code@2026-03-01..2026-08-31`, also open at the beginning:
/// `code@..2026-08-31`, and `code@..` from the beginning. Nothing for anything else.
std::optional<std::vector<TagEntry>> parse_tags(std::string_view text);
std::string tags_to_string(const std::vector<TagEntry>& tags);

}  // namespace gridvisit::exchange
