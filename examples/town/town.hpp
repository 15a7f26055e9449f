#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// An invented street office: who lives there, who answers for which grid. Everything in it is
/// fictitious; telephone numbers begin with 100, which no subscriber has.
namespace town {

using Day = std::chrono::sys_days;

/// Which town to make. The same request gives the same town, byte by byte.
struct Request {
  std::uint64_t seed = 1;
  Day until;      ///< the last day with visits
  int years = 2;  ///< of visits
  int grids = 8;  ///< with households; one more stands empty

  Day first() const;  ///< the first day with visits
};

/// An open end is a day that nobody knows, or that has not come.
struct Span {
  std::optional<Day> from;
  std::optional<Day> until;

  bool contains(Day day) const;
};

struct Area {
  std::string code;
  std::string name;
  std::string_view kind;
  std::string parent;
};

struct Worker {
  std::string code;
  std::string name;
  std::string phone;
};

/// How a worker holds a grid, and how they go about it.
struct Assignment {
  std::size_t worker = 0;
  std::size_t grid = 0;
  bool responsible = true;
  Span days;
  int pace = 0;  ///< doors tried in a full month
  int care = 0;  ///< percent of the special households contacted in a month
};

struct Residence {
  std::size_t grid = 0;
  Span days;
};

struct Tag {
  std::string_view category;
  bool special = false;
  Span days;
  std::string_view note;  ///< a tag with a note stands in tags.csv
};

struct Household {
  std::string code;
  std::string building;
  std::string unit;
  std::string room;
  std::string address;
  std::string name;
  std::string phone;
  int people = 1;
  std::string_view situation;
  std::string_view difficulties;
  std::string_view needs;
  std::vector<Residence> residences;  ///< by first day
  std::vector<Tag> tags;

  bool lives_in(std::size_t grid, Day day) const;
  bool is_special(Day day) const;
};

struct Town {
  std::vector<Area> areas;         ///< parents before children
  std::vector<std::string> grids;  ///< codes; the last one is empty
  std::vector<Worker> workers;
  std::vector<Assignment> assignments;
  std::vector<Household> households;
  std::vector<std::vector<std::size_t>> residents;  ///< by grid: households that ever lived there
};

Town build_town(const Request& request);

}  // namespace town
