// Every report and list as it was read once by eye, in both languages: the files of `golden`. With
// GRIDVISIT_WRITE_GOLDEN set, one that differs is written anew, and the check fails all the same.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/golden_town.hpp"

using namespace gridvisit::tests;
namespace fs = std::filesystem;

namespace {

/// What is printed, and as which files: the name with each of the endings. An ending that names no
/// language is for programs: there both languages must print the same.
struct Report {
  std::string_view name;
  std::string_view line;
  std::string_view endings;
};

/// Short lists, one after another.
constexpr std::string_view k_lists =
    "find 甲\ndue --as W02\n"
    "area list\narea show G01\nworker list\nworker show W02\n"
    "assign list\nassign show G01\nleave list\nleave show W02\npatrol list\n"
    "household list\nhousehold show G01-1-1-101\ntag list\ntag show G01-1-1-101\n"
    "tag category list\npolicy list\nmonth list\nretention list\nmember list\nverify";

constexpr auto k_reports = std::to_array<Report>({
    {"report_month", "report month 2026-10", "en.txt zh.txt en.md zh.md en.html zh.html csv json"},
    {"report_month_open", "report month 2026-11 --details", "en.txt zh.txt csv"},
    {"report_month_closed", "report month 2026-09 --by grid", "en.txt zh.txt"},
    {"report_grid", "report month 2026-10 --area G01", "en.txt zh.txt zh.html"},
    {"report_year", "report year 2026", "en.txt zh.txt zh.md en.html csv"},
    {"report_rule", "report rule special-monthly 2026-10 --details", "en.txt zh.txt en.md zh.html"},
    {"report_patrol", "report rule daily-patrol 2026-W46", "en.txt zh.txt"},
    {"report_household", "report household G01-1-1-101 2026", "en.txt zh.txt zh.html csv json"},
    {"explain_worker", "explain monthly-households W01 2026-11", "en.txt zh.txt en.html json"},
    {"explain_household", "explain annual-door-visit G01-1-2-101", "en.txt zh.txt json"},
    {"explain_grid", "explain daily-patrol G01", "en.txt zh.txt json"},
    {"explain_area", "explain special-monthly C1 2026-10", "en.txt zh.txt zh.html csv"},
    {"explain_nothing", "explain special-monthly G03 2026-10", "en.txt zh.txt"},
    {"explain_due", "explain due G01-1-2-101", "en.txt zh.txt"},
    {"explain_feasibility", "explain feasibility G01", "en.txt zh.txt"},
    {"feasibility", "feasibility", "en.txt zh.txt en.html csv"},
    {"check", "check --month 2026-10 --pace -v", "en.txt zh.txt csv"},
    {"due", "due", "en.txt zh.txt zh.html csv ndjson"},
    {"plan", "plan --area C1", "en.txt zh.txt en.html csv json"},
    {"status", "status", "en.txt zh.txt zh.html json"},
    {"journal", "journal --month 2026-10", "en.txt zh.txt zh.md en.html csv"},
    {"show", "show G01-1-2-101", "en.txt zh.txt json"},
    {"month_diff", "month diff 2026-09", "en.txt zh.txt zh.html csv json"},
    {"holidays", "holiday list 2026", "en.txt zh.txt csv"},
    {"policy", "policy show", "en.txt zh.txt zh.md csv"},
    {"lists", k_lists, "en.txt zh.txt"},
});

struct Golden {
  std::string file;
  std::string_view line;
  std::vector<std::string> options;  ///< with each of them the same is printed
};

constexpr std::string_view format_of(std::string_view ending) {
  if (ending == "txt") return "table";
  return ending == "md" ? "markdown" : ending;
}

Golden golden_of(const Report& report, std::string_view ending) {
  const auto dot = ending.find('.');
  const auto language = dot == std::string_view::npos ? "" : ending.substr(0, dot);
  const auto format = format_of(ending.substr(dot + 1));
  Golden golden{fmt::format("{}.{}", report.name, ending), report.line, {}};
  for (const std::string_view each : {"en", "zh"})
    if (language.empty() || language == each)
      golden.options.push_back(fmt::format(" --format {} --lang {}", format, each));
  return golden;
}

std::vector<Golden> all_goldens() {
  std::vector<Golden> goldens;
  for (const auto& report : k_reports)
    for (const auto& ending : words_of(report.endings))
      goldens.push_back(golden_of(report, ending));
  return goldens;
}

/// What is the same on every run and machine: without data versions and moments of recording, and
/// without the style of a page.
std::string without_chance(const std::string& printed) {
  static const std::regex version{"[0-9]+:[0-9a-f]{12}"};
  static const std::regex moment{"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z"};
  const auto body = printed.find("<body>");
  const auto text = printed.substr(body == std::string::npos ? 0 : body);
  return std::regex_replace(std::regex_replace(text, version, "VERSION"), moment,
                            "YYYY-MM-DDTHH:MM:SSZ");
}

std::string printed(const Sandbox& town, std::string_view line, const std::string& options) {
  const auto commands = lines(line);
  std::string all;
  for (const auto& command : commands) {
    const auto ran = town.run(command + options);
    INFO("gridvisit ", command, options, "\n", ran.err);
    REQUIRE(ran.code <= 1);  // 1 is an answer too
    if (commands.size() > 1) all += (all.empty() ? "$ " : "\n$ ") + command + "\n";
    all += ran.out;
  }
  return without_chance(all);
}

fs::path path_of(const std::string& file) {
  return fs::path{GRIDVISIT_GOLDEN} / file;
}

std::string kept(const std::string& file) {
  std::ifstream stream{path_of(file), std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The first line that differs, in both versions.
std::string difference(const std::string& kept, const std::string& printed) {
  const auto before = lines(kept), now = lines(printed);
  const auto line = [](const std::vector<std::string>& text, std::size_t at) {
    return at < text.size() ? text[at] : std::string{"(end)"};
  };
  std::size_t at = 0;
  while (at < before.size() && at < now.size() && before[at] == now[at]) ++at;
  return fmt::format("line {}\n  kept:    {}\n  printed: {}", at + 1, line(before, at),
                     line(now, at));
}

void write_anew(const std::string& file, const std::string& text) {
  if (std::getenv("GRIDVISIT_WRITE_GOLDEN") != nullptr)
    std::ofstream{path_of(file), std::ios::binary} << text;
}

}  // namespace

TEST_CASE("Every report and list prints what its golden file holds") {
  Sandbox town;
  add_golden_town(town);
  for (const auto& golden : all_goldens())
    for (const auto& options : golden.options) {
      const auto before = kept(golden.file), now = printed(town, golden.line, options);
      const bool is_same = before == now;
      CHECK_MESSAGE(is_same, golden.file, options, ": ", difference(before, now));
      if (!is_same) write_anew(golden.file, now);
    }
}

TEST_CASE("Every golden file belongs to a report") {
  std::set<std::string> made;
  for (const auto& golden : all_goldens()) made.insert(golden.file);
  for (const auto& entry : fs::directory_iterator{GRIDVISIT_GOLDEN})
    CHECK_MESSAGE(made.contains(entry.path().filename()), entry.path().filename().string());
}
