#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "write.hpp"

namespace {

constexpr std::string_view k_help =
    "Writes an invented street office as CSV files that `gridvisit import` reads.\n"
    "\n"
    "Usage: example_town --until YYYY-MM-DD --out DIR [--seed N] [--grids N] [--years N]\n"
    "\n"
    "  --until DAY  last day with visits\n"
    "  --out DIR    folder for the files, made if need be\n"
    "  --seed N     another town (default 1); the same seed gives the same files\n"
    "  --grids N    grids with households, 1 to 10000 (default 8); one more stands empty\n"
    "  --years N    years of visits, 1 to 50 (default 2)\n";

struct Options {
  town::Request request;
  std::filesystem::path folder;
  bool help = false;
};

[[noreturn]] void reject(std::string_view name, std::string_view value) {
  throw std::invalid_argument(fmt::format("{} {}: not understood, see --help", name, value));
}

int number_in(std::string_view name, std::string_view text, int low, int high) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < low || number > high)
    reject(name, text);
  return number;
}

town::Day day_in(std::string_view name, std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') reject(name, text);
  const auto part = [&](std::size_t at, std::size_t length) {
    return number_in(name, text.substr(at, length), 1, 9999);
  };
  const std::chrono::year_month_day date{std::chrono::year{part(0, 4)},
                                         std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  if (!date.ok()) reject(name, text);
  return town::Day{date};
}

void take(Options& options, std::string_view name, std::string_view value) {
  auto& request = options.request;
  if (name == "--until") {
    request.until = day_in(name, value);
  } else if (name == "--out") {
    options.folder = value;
  } else if (name == "--seed") {
    request.seed = static_cast<std::uint64_t>(number_in(name, value, 0, 1'000'000'000));
  } else if (name == "--grids") {
    request.grids = number_in(name, value, 1, 10'000);
  } else if (name == "--years") {
    request.years = number_in(name, value, 1, 50);
  } else {
    reject(name, value);
  }
}

Options read_options(int count, char** words) {
  Options options;
  for (int at = 1; at < count; at += 2) {
    const std::string_view name{words[at]};
    if (name == "--help" || name == "-h") {
      options.help = true;
      return options;
    }
    if (at + 1 == count) reject(name, "");
    take(options, name, words[at + 1]);
  }
  if (options.folder.empty()) reject("--out", "");
  if (options.request.until == town::Day{}) reject("--until", "");
  return options;
}

}  // namespace

int main(int count, char** words) {
  try {
    const auto options = read_options(count, words);
    if (options.help) {
      fmt::print("{}", k_help);
      return 0;
    }
    std::filesystem::create_directories(options.folder);
    town::write_town(options.request, options.folder);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "example_town: {}\n", error.what());
    return 2;
  }
}
