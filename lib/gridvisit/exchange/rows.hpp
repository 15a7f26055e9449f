#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/holiday.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/exchange/row_values.hpp"

/// The rows of each table as values: what a file says, with codes instead of ids. A field that
/// the file has no column for is nothing, and leaves a record on file as it is. A row that tells
/// when it was changed is from another database, and says all of a record: there an empty `from` or
/// `until` is an open end.
namespace gridvisit::exchange {

struct AreaRow {
  std::string code;
  std::optional<std::string> name;
  std::optional<std::string> kind;
  std::optional<std::string> parent;  ///< empty: the area is a root
  std::optional<RowChange> changed_at;
};

struct WorkerRow {
  std::string code;
  std::optional<std::string> name;
  std::optional<std::string> phone;
  std::optional<RowChange> changed_at;
};

struct AssignmentRow {
  std::string worker;
  std::string grid;
  Role role = Role::responsible;
  std::optional<Day> from;
  std::optional<Day> until;
  std::optional<RowChange> changed_at;
};

struct LeaveRow {
  std::string worker;
  std::optional<Day> from;
  std::optional<Day> until;
  std::optional<std::string> kind;
  std::optional<RowChange> changed_at;
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
  std::optional<RowChange> changed_at;  ///< grid, from and until: of the residence
};

struct TagRow {
  std::string household;
  std::string category;
  std::optional<Day> from;
  std::optional<Day> until;
  std::optional<std::string> note;
  std::optional<RowChange> changed_at;
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

struct PatrolRow {
  std::string grid;
  std::string worker;
  Day day;
  HalfDay half = HalfDay::am;
  std::string note;
};

struct HolidayRow {
  Day day;
  DayKind kind = DayKind::holiday;
  std::optional<std::string> name;
  std::optional<RowChange> changed_at;
};

/// What the row says, or nothing if it has problems, which are added.
std::optional<AreaRow> read_area(const Row& row, Problems& problems);
std::optional<WorkerRow> read_worker(const Row& row, Problems& problems);
std::optional<AssignmentRow> read_assignment(const Row& row, Problems& problems);
std::optional<LeaveRow> read_leave(const Row& row, Problems& problems);
std::optional<HouseholdRow> read_household(const Row& row, Problems& problems);
std::optional<TagRow> read_tag(const Row& row, Problems& problems);
std::optional<VisitRow> read_visit(const Row& row, Problems& problems);
std::optional<PatrolRow> read_patrol(const Row& row, Problems& problems);
std::optional<HolidayRow> read_holiday(const Row& row, Problems& problems);

/// The same for all that say the same of the table's fields: the whole was changed when the first
/// of them was.
ChangeTimes in_one_form(const ChangeTimes& times, const Table& table);

/// `code;code@2026-03-01;code@2026-03-01..2026-08-31`, also open at the beginning:
/// `code@..2026-08-31`, and `code@..` from the beginning. Nothing for anything else.
std::optional<std::vector<TagEntry>> parse_tags(std::string_view text);
std::string tags_to_string(const std::vector<TagEntry>& tags);

}  // namespace gridvisit::exchange
