#include "gridvisit/usecase/backup_series.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace gridvisit::usecase {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_ending = ".db";
constexpr std::string_view k_encrypted_ending = ".db.enc";
constexpr std::size_t k_day_size = 10;  // 2026-11-22

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool remove_ending(std::string_view& text, std::string_view ending) {
  if (!text.ends_with(ending)) return false;
  text.remove_suffix(ending.size());
  return true;
}

}  // namespace

std::string series_of(const fs::path& database) {
  return database.stem().string();
}

std::string backup_name(const std::string& series, const std::string& moment, std::int64_t sequence,
                        Sealing sealing) {
  return fmt::format("{}-{}-{}{}", series, moment, sequence,
                     sealing == Sealing::sealed ? k_encrypted_ending : k_ending);
}

std::optional<Day> day_of_backup(const std::string& series, const std::string& name) {
  std::string_view rest = name;
  if (!rest.starts_with(series + "-")) return std::nullopt;
  rest.remove_prefix(series.size() + 1);
  if (!remove_ending(rest, k_encrypted_ending) && !remove_ending(rest, k_ending))
    return std::nullopt;
  const auto day = parse_iso_day(rest.substr(0, k_day_size));
  constexpr std::size_t k_time_size = 6;
  constexpr auto k_number_at = k_day_size + 1 + k_time_size + 1;
  if (!day || rest.size() <= k_number_at || rest[k_day_size] != '-' || rest[k_number_at - 1] != '-')
    return std::nullopt;
  const bool sound =
      is_number(rest.substr(k_day_size + 1, k_time_size)) && is_number(rest.substr(k_number_at));
  return sound ? day : std::nullopt;
}

std::vector<fs::path> outdated_backups(const fs::path& made, const std::string& series,
                                       const Keeping& keeping, Day today) {
  std::vector<fs::path> others;
  if (keeping.everything()) return others;
  for (const auto& entry : fs::directory_iterator{made.parent_path()}) {
    const auto name = entry.path().filename().string();
    const bool ours = entry.symlink_status().type() == fs::file_type::regular &&
                      day_of_backup(series, name).has_value();
    if (ours && name != made.filename()) others.push_back(entry.path());
  }
  // The moment is written so that the order of names is that of time.
  std::sort(others.rbegin(), others.rend());
  const auto keeps = [&](const fs::path& file, std::size_t place) {
    const auto age = today - day_of_backup(series, file.filename().string()).value();
    const bool new_enough = keeping.newest && place < *keeping.newest;
    const bool young_enough = keeping.days && age.count() < static_cast<long>(*keeping.days);
    return new_enough || young_enough;
  };
  std::vector<fs::path> outdated;
  std::size_t place = 1;  // behind the one just made
  for (const auto& file : others)
    if (!keeps(file, place++)) outdated.push_back(file);
  return outdated;
}

}  // namespace gridvisit::usecase
