#include "write.hpp"

#include <fmt/format.h>

#include "csv.hpp"
#include "rounds.hpp"

namespace town {
namespace {

std::string to_text(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), unsigned{date.month()},
                     unsigned{date.day()});
}

std::string to_text(const std::optional<Day>& day) {
  return day ? to_text(*day) : std::string{};
}

std::string to_text(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_text(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string clock_time(const std::optional<int>& minute) {
  return minute ? fmt::format("{:02}:{:02}", *minute / 60, *minute % 60) : std::string{};
}

void write_areas(const Town& town, const std::filesystem::path& folder) {
  CsvFile file{folder / "areas.csv", "area,name,kind,parent"};
  for (const auto& area : town.areas) file.row({area.code, area.name, area.kind, area.parent});
  file.close();
}

void write_workers(const Town& town, const std::filesystem::path& folder) {
  CsvFile file{folder / "workers.csv", "worker,name,phone"};
  for (const auto& worker : town.workers) file.row({worker.code, worker.name, worker.phone});
  file.close();
}

void write_assignments(const Town& town, const std::filesystem::path& folder) {
  CsvFile file{folder / "assignments.csv", "worker,grid,role,from,until"};
  for (const auto& assignment : town.assignments) {
    file.row({town.workers[assignment.worker].code, town.grids[assignment.grid],
              assignment.responsible ? "responsible" : "assistant", to_text(assignment.days.from),
              to_text(assignment.days.until)});
  }
  file.close();
}

/// `code`, `code@from`, `code@from..until` or `code@..until`.
std::string in_column(const Tag& tag) {
  std::string text{tag.category};
  if (tag.days.from || tag.days.until) text += "@" + to_text(tag.days.from);
  if (tag.days.until) text += ".." + to_text(tag.days.until);
  return text;
}

std::string tags_column(const Household& household) {
  std::string text;
  for (const auto& tag : household.tags) {
    if (!tag.note.empty()) continue;
    if (!text.empty()) text += ';';
    text += in_column(tag);
  }
  return text;
}

/// A household has a row for each of its residences.
void write_households(const Town& town, const std::filesystem::path& folder) {
  CsvFile file{folder / "households.csv",
               "household,grid,address,building,unit,room,name,phone,people,situation,"
               "difficulties,needs,from,until,tags"};
  for (const auto& household : town.households) {
    const auto people = fmt::format("{}", household.people);
    const auto tags = tags_column(household);
    for (const auto& residence : household.residences) {
      file.row({household.code, town.grids[residence.grid], household.address, household.building,
                household.unit, household.room, household.name, household.phone, people,
                household.situation, household.difficulties, household.needs,
                to_text(residence.days.from), to_text(residence.days.until), tags});
    }
  }
  file.close();
}

void write_tags(const Town& town, const std::filesystem::path& folder) {
  CsvFile file{folder / "tags.csv", "household,tag,from,until,note"};
  for (const auto& household : town.households) {
    for (const auto& tag : household.tags) {
      if (tag.note.empty()) continue;
      file.row({household.code, tag.category, to_text(tag.days.from), to_text(tag.days.until),
                tag.note});
    }
  }
  file.close();
}

void write_visits(const Town& town, const Request& request, const std::filesystem::path& folder) {
  CsvFile file{folder / "visits.csv",
               "household,worker,day,mode,outcome,time,note,visit,recorded_at,voided_at,"
               "void_reason,replaces"};
  each_visit(town, request, [&](const Visit& visit) {
    const auto number = fmt::format("{}", visit.number);
    const auto voided = visit.voided_at ? to_text(*visit.voided_at) : std::string{};
    const auto replaces = visit.replaces ? fmt::format("{}", *visit.replaces) : std::string{};
    file.row({town.households[visit.household].code, town.workers[visit.worker].code,
              to_text(visit.day), visit.mode, visit.outcome, clock_time(visit.minute), visit.note,
              number, to_text(visit.recorded_at), voided, visit.void_reason, replaces});
  });
  file.close();
}

}  // namespace

void write_town(const Request& request, const std::filesystem::path& folder) {
  const auto town = build_town(request);
  write_areas(town, folder);
  write_workers(town, folder);
  write_assignments(town, folder);
  write_households(town, folder);
  write_tags(town, folder);
  write_visits(town, request, folder);
}

}  // namespace town
