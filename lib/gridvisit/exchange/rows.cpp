#include "gridvisit/exchange/rows.hpp"

#include <algorithm>
#include <limits>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/area.hpp"

namespace gridvisit::exchange {
namespace {

/// The row if reading it has added no problem.
template <class Read>
std::optional<Read> if_sound(Read row, const Problems& problems, std::size_t problems_before) {
  if (problems.size() > problems_before) return std::nullopt;
  return row;
}

void check_days(RowValues& values, std::optional<Day> from, std::optional<Day> until) {
  if (from && until && *until < *from)
    values.report(Field::until, message("It ends before it begins on {0}.", to_string(*from)),
                  message("Correct one of the two days; both are included."));
}

/// The days of a row, and when it was changed.
template <class Dated>
void read_days(RowValues& values, Dated& row) {
  row.from = values.day(Field::from);
  row.until = values.day(Field::until);
  check_days(values, row.from, row.until);
  row.changed_at = values.change();
  if (!row.changed_at) return;
  if (!row.from) row.from = k_beginning;
  if (!row.until) row.until = k_forever;
}

std::optional<VisitId> visit_number(RowValues& values, Field field) {
  const auto number = values.number(field, std::numeric_limits<std::int64_t>::max());
  if (!number) return std::nullopt;
  if (*number > 0) return VisitId{*number};
  values.report(field, message("Visit numbers begin at 1."), message("Write digits only."));
  return std::nullopt;
}

void check_void(RowValues& values, const VisitRow& row) {
  if (row.voided_at && row.void_reason.empty())
    values.report(Field::void_reason, message("A void visit needs the reason."),
                  message("Say in {0} why it is void.", name_of(Field::void_reason)));
  if (!row.voided_at && !row.void_reason.empty())
    values.report(Field::voided_at, message("There is a reason, but not when it was made void."),
                  message("Fill in {0}, or leave the reason out.", name_of(Field::voided_at)));
}

}  // namespace

std::optional<AreaRow> read_area(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  AreaRow area;
  area.code = values.code(Field::area);
  values.require(Field::name);
  area.name = values.text(Field::name);
  if (auto kind = values.text(Field::kind)) area.kind = normal_area_kind(*kind);
  area.parent = values.optional_code(Field::parent);
  area.changed_at = values.change();
  return if_sound(std::move(area), problems, before);
}

std::optional<WorkerRow> read_worker(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  WorkerRow worker;
  worker.code = values.code(Field::worker);
  values.require(Field::name);
  worker.name = values.text(Field::name);
  worker.phone = values.text(Field::phone);
  worker.changed_at = values.change();
  return if_sound(std::move(worker), problems, before);
}

std::optional<AssignmentRow> read_assignment(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  AssignmentRow assignment;
  assignment.worker = values.code(Field::worker);
  assignment.grid = values.code(Field::grid);
  const auto role =
      values.word(Field::role, parse_role, role_words(), translatable("responsible, assistant"));
  assignment.role = role.value_or(Role::responsible);
  read_days(values, assignment);
  return if_sound(std::move(assignment), problems, before);
}

std::optional<LeaveRow> read_leave(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  LeaveRow leave;
  leave.worker = values.code(Field::worker);
  leave.kind = values.text(Field::kind);
  read_days(values, leave);
  return if_sound(std::move(leave), problems, before);
}

std::optional<HouseholdRow> read_household(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  HouseholdRow household;
  household.code = values.code(Field::household);
  household.grid = values.code(Field::grid);
  household.address = values.text(Field::address);
  household.building = values.text(Field::building);
  household.unit = values.text(Field::unit);
  household.room = values.text(Field::room);
  household.name = values.text(Field::name);
  household.phone = values.text(Field::phone);
  constexpr std::int64_t k_most_people = 100'000;
  household.has_people_column = row.cell(Field::people).has_value();
  if (const auto people = values.number(Field::people, k_most_people))
    household.people = static_cast<int>(*people);
  household.situation = values.text(Field::situation, true);
  household.difficulties = values.text(Field::difficulties, true);
  household.needs = values.text(Field::needs, true);
  read_days(values, household);
  if (auto tags = parse_tags(row.cell(Field::tags).value_or("")))
    household.tags = std::move(*tags);
  else
    values.report(Field::tags, message("The tags can't be read."),
                  message("Write them like {0}.",
                          "gas;low-income@2026-03-01;disabled@2026-03-01..2026-08-31"));
  return if_sound(std::move(household), problems, before);
}

std::optional<TagRow> read_tag(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  TagRow tag;
  tag.household = values.code(Field::household);
  tag.category = values.code(Field::tag);
  tag.note = values.text(Field::note, true);
  read_days(values, tag);
  return if_sound(std::move(tag), problems, before);
}

std::optional<VisitRow> read_visit(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  VisitRow visit;
  visit.household = values.code(Field::household);
  visit.worker = values.code(Field::worker);
  values.require(Field::day);
  visit.day = values.day(Field::day).value_or(Day{});
  values.require(Field::mode);
  const auto mode = values.word(Field::mode, parse_mode, mode_words(),
                                translatable("door, outside, office, video, phone, message"));
  visit.mode = mode.value_or(Mode::door);
  const auto outcome = values.word(Field::outcome, parse_outcome, outcome_words(),
                                   translatable("met, absent, refused, vacant"));
  visit.outcome = outcome.value_or(Outcome::met);
  visit.time = values.time(Field::time);
  visit.note = values.text(Field::note, true).value_or("");
  visit.visit = visit_number(values, Field::visit);
  visit.recorded_at = values.instant(Field::recorded_at);
  visit.voided_at = values.instant(Field::voided_at);
  visit.void_reason = values.text(Field::void_reason, true).value_or("");
  visit.replaces = visit_number(values, Field::replaces);
  if (problems.size() == before) check_void(values, visit);
  return if_sound(std::move(visit), problems, before);
}

std::optional<PatrolRow> read_patrol(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  PatrolRow patrol;
  patrol.grid = values.code(Field::grid);
  patrol.worker = values.code(Field::worker);
  values.require(Field::day);
  patrol.day = values.day(Field::day).value_or(Day{});
  values.require(Field::half);
  const auto half =
      values.word(Field::half, parse_half_day, half_day_words(), translatable("am, pm"));
  patrol.half = half.value_or(HalfDay::am);
  patrol.note = values.text(Field::note, true).value_or("");
  return if_sound(std::move(patrol), problems, before);
}

std::optional<HolidayRow> read_holiday(const Row& row, Problems& problems) {
  const auto before = problems.size();
  RowValues values{row, problems};
  HolidayRow holiday;
  values.require(Field::day);
  holiday.day = values.day(Field::day).value_or(Day{});
  values.require(Field::kind);
  const auto kind =
      values.word(Field::kind, parse_day_kind, day_kind_words(), translatable("holiday, workday"));
  holiday.kind = kind.value_or(DayKind::holiday);
  holiday.name = values.text(Field::name);
  holiday.changed_at = values.change();
  return if_sound(std::move(holiday), problems, before);
}

namespace {

/// `2026-03-01`, `2026-03-01..2026-08-31`, either end left out.
std::optional<DayRange> parse_days(std::string_view text) {
  const auto dots = text.find("..");
  const auto first = trim(text.substr(0, dots));
  const auto last = dots == text.npos ? std::string_view{} : trim(text.substr(dots + 2));
  const auto from = parse_iso_day(first), until = parse_iso_day(last);
  if ((!first.empty() && !from) || (!last.empty() && !until)) return std::nullopt;
  if (first.empty() && dots == text.npos) return std::nullopt;
  const DayRange days{from.value_or(k_beginning), until.value_or(k_forever)};
  return days.first <= days.last ? std::optional{days} : std::nullopt;
}

std::optional<TagEntry> parse_tag(std::string_view text) {
  const auto at = text.find('@');
  TagEntry entry{std::string{trim(text.substr(0, at))}, std::nullopt};
  if (entry.category.empty()) return std::nullopt;
  if (at == text.npos) return entry;
  entry.days = parse_days(text.substr(at + 1));
  return entry.days ? std::optional{std::move(entry)} : std::nullopt;
}

}  // namespace

ChangeTimes in_one_form(const ChangeTimes& times, const Table& table) {
  std::vector<std::string_view> fields;
  for (const auto& column : table.columns)
    if (is_changeable(table, column.field)) fields.push_back(name_of(column.field));
  const auto changed_at = [&](std::string_view field) { return times.of(field); };
  ChangeTimes result{changed_at(std::ranges::min(fields, {}, changed_at))};
  for (const auto field : fields) result.set(field, changed_at(field));
  return result;
}

std::optional<std::vector<TagEntry>> parse_tags(std::string_view text) {
  std::vector<TagEntry> tags;
  for (const auto part : split(text, ';')) {
    if (trim(part).empty()) continue;
    auto tag = parse_tag(part);
    if (!tag) return std::nullopt;
    tags.push_back(std::move(*tag));
  }
  return tags;
}

std::string tags_to_string(const std::vector<TagEntry>& tags) {
  std::string text;
  for (const auto& tag : tags) {
    if (!text.empty()) text += ';';
    text += tag.category;
    if (!tag.days) continue;
    text += '@';
    if (tag.days->first != k_beginning) text += to_string(tag.days->first);
    if (tag.days->last != k_forever || tag.days->first == k_beginning) text += "..";
    if (tag.days->last != k_forever) text += to_string(tag.days->last);
  }
  return text;
}

}  // namespace gridvisit::exchange
