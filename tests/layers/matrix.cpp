#include "layers/matrix.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

namespace gridvisit::layers {
namespace {

using Words = std::vector<std::string_view>;

/// A room and the rooms (or single headers) that it may include besides its own.
struct Room {
  std::string_view path;
  Words may_include;
};

const std::vector<Room>& rooms() {
  static const std::vector<Room> result{
      {"base", {}},
      {"calendar", {"base"}},
      {"format", {"base"}},
      {"l10n", {"base"}},
      {"domain", {"base", "calendar"}},
      {"policy", {"base", "calendar", "domain"}},
      {"compliance", {"base", "calendar", "domain", "policy"}},
      {"store",
       {"base", "calendar", "domain", "policy", "compliance/facts.hpp", "compliance/results.hpp"}},
      {"store/memory",
       {"base", "calendar", "domain", "policy", "compliance/facts.hpp", "compliance/results.hpp",
        "store"}},
      {"store/sqlite",
       {"base", "calendar", "format/sync.hpp", "domain", "policy", "compliance/facts.hpp",
        "compliance/results.hpp", "store"}},
      {"exchange", {"base", "calendar", "domain", "format"}},
      {"report", {"base", "calendar", "domain", "policy", "compliance", "l10n"}},
      {"report/render",
       {"base", "calendar", "domain", "policy", "compliance", "l10n", "format", "report"}},
      {"usecase",
       {"base", "calendar", "domain", "policy", "compliance", "l10n", "format", "exchange",
        "report", "store"}},
      {"cli",
       {"base", "calendar", "format", "l10n", "domain", "policy", "compliance", "store", "exchange",
        "report", "report/render", "usecase"}},
      {"cli/pdf", {"base", "format"}},
  };
  return result;
}

/// A library from elsewhere, and where it may be included: rooms or single files without ending.
struct ThirdParty {
  std::string_view header;  ///< how its headers begin
  Words at_home_in;
};

const std::vector<ThirdParty>& third_parties() {
  static const std::vector<ThirdParty> result{
      {"SQLiteCpp/", {"store/sqlite"}},
      {"sqlite3.h", {"store/sqlite"}},
      {"CLI/", {"cli/parser"}},
      {"toml++/", {"policy/toml"}},
      {"nlohmann/", {}},
      {"utf8proc.h", {"base"}},
      {"sodium", {"store"}},
      {"iconv.h", {"format"}},
      {"minizip/", {"format/xlsx"}},
      {"expat.h", {"format/xlsx"}},
      {"xlsxwriter.h", {"format/xlsx"}},
      {"libintl.h", {"l10n"}},
      {"pango/", {"cli/pdf"}},
      {"cairo", {"cli/pdf"}},
      {"fmt/",
       {"base", "calendar", "format", "l10n", "domain", "policy", "compliance", "store", "exchange",
        "report", "usecase", "cli"}},
  };
  return result;
}

/// Headers of the operating system, for the rooms that meet files and terminals.
constexpr std::array k_system_headers{"dirent.h", "dlfcn.h",   "fcntl.h",  "langinfo.h",
                                      "poll.h",   "pwd.h",     "signal.h", "spawn.h",
                                      "stdlib.h", "termios.h", "unistd.h", "sys/"};
constexpr std::array k_system_rooms{"format", "store", "cli"};

/// The files and rooms that the clock may be asked in; all others are told what day it is.
constexpr std::array k_clock_rooms{"store", "cli"};

constexpr std::size_t k_longest_file = 400;

/// Whether `path` is `place` or lies in it.
bool lies_in(std::string_view path, std::string_view place) {
  return path.starts_with(place) && (path.size() == place.size() || place.ends_with('/') ||
                                     path[place.size()] == '/' || path[place.size()] == '.');
}

template <class Places>
bool lies_in_any(std::string_view path, const Places& places) {
  return std::ranges::any_of(places, [&](auto place) { return lies_in(path, place); });
}

/// `lib/gridvisit/store/sqlite/visits.cpp` lies at `store/sqlite/visits.cpp`.
std::string_view place_of(std::string_view path) {
  constexpr std::string_view k_library = "lib/gridvisit/";
  if (path.starts_with(k_library)) path.remove_prefix(k_library.size());
  return path;
}

/// The innermost room that holds the place, or nothing.
const Room* room_of(std::string_view place) {
  const Room* result = nullptr;
  for (const auto& room : rooms())
    if (lies_in(place, room.path) && (!result || room.path.size() > result->path.size()))
      result = &room;
  return result;
}

/// What is between the marks of `#include <…>` or `#include "…"`, with its opening mark.
std::optional<std::string_view> included(std::string_view line) {
  constexpr std::string_view k_include = "#include";
  const auto hash = line.find_first_not_of(" \t");
  if (hash == std::string_view::npos || !line.substr(hash).starts_with(k_include))
    return std::nullopt;
  const auto open = line.find_first_of("<\"", hash);
  const auto close = open == std::string_view::npos ? open : line.find_first_of(">\"", open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return line.substr(open, close - open);
}

bool may_include_room(const Room& room, std::string_view from, std::string_view header) {
  const auto* other = room_of(header);
  if (!other) return false;
  if (other == &room) return true;
  // The one door to the backends.
  if (from == "store/open.cpp" && other->path == "store/sqlite") return true;
  return std::ranges::any_of(room.may_include, [&](std::string_view allowed) {
    return allowed == other->path || allowed == header;
  });
}

bool is_standard(std::string_view header) {
  return header.find_first_of("./") == std::string_view::npos;
}

bool may_include_foreign(std::string_view place, std::string_view header) {
  for (const auto& library : third_parties())
    if (header.starts_with(library.header)) return lies_in_any(place, library.at_home_in);
  const bool is_system = std::ranges::any_of(
      k_system_headers, [&](std::string_view known) { return header.starts_with(known); });
  return is_system && lies_in_any(place, k_system_rooms);
}

/// Headers of the two programs: neither knows anything of the other.
bool may_include_of_program(const Room& room, std::string_view header) {
  return header.starts_with("pdf/") ? room.path == "cli/pdf" : room.path == "cli";
}

bool may_include(const Room& room, std::string_view place, std::string_view header) {
  const bool is_quoted = header.front() == '"';
  header.remove_prefix(1);
  if (!is_quoted) return is_standard(header) || may_include_foreign(place, header);
  constexpr std::string_view k_library = "gridvisit/";
  if (!header.starts_with(k_library)) return may_include_of_program(room, header);
  return may_include_room(room, place, header.substr(k_library.size()));
}

}  // namespace

std::vector<std::string> findings(const Source& source) {
  std::vector<std::string> result;
  const auto place = place_of(source.path);
  const auto* room = room_of(place);
  std::size_t number = 0;
  std::istringstream lines{source.text};
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!room) continue;
    const auto header = included(line);
    if (header && !may_include(*room, place, *header))
      result.push_back(fmt::format("{}:{}: {} may not include {}", source.path, number, room->path,
                                   header->substr(1)));
    if (line.find("_clock::now") != std::string_view::npos && !lies_in_any(place, k_clock_rooms))
      result.push_back(
          fmt::format("{}:{}: {} may not ask the clock", source.path, number, room->path));
  }
  if (number > k_longest_file)
    result.push_back(
        fmt::format("{}: {} lines are more than {}", source.path, number, k_longest_file));
  if (!room && source.path.starts_with("lib/"))
    result.push_back(fmt::format("{}: lies in no room", source.path));
  return result;
}

}  // namespace gridvisit::layers
