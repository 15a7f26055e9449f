#include "faults/power_loss/campaign.hpp"

#include <unordered_set>

#include "gridvisit/base/error.hpp"

namespace gridvisit::faults {
namespace {

constexpr std::string_view k_saved = "Saved visit ";

void hear(const Operation& operation, Acknowledged& acknowledged) {
  if (operation.kind == Operation::Kind::acknowledge && operation.bytes.starts_with(k_saved))
    acknowledged.insert(std::stoll(operation.bytes.substr(k_saved.size())));
}

std::size_t digest(const Files& files) {
  std::size_t digest = files.size();
  for (const auto& [name, bytes] : files)
    for (const auto* text : {&name, &bytes})
      digest = digest * 1'000'003 ^ std::hash<std::string>{}(*text);
  return digest;
}

std::string what_is_wrong(const Inspection& inspect, const Acknowledged& acknowledged) {
  try {
    return inspect(acknowledged);
  } catch (const Error& error) {
    return error.what();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace

Findings cut_everywhere(Disk disk, const Operations& operations,
                        const std::filesystem::path& folder, std::size_t count,
                        const Inspection& inspect) {
  constexpr std::uint64_t k_seed = 20261005;
  town::Dice dice{k_seed};
  Findings findings;
  Acknowledged acknowledged;
  std::size_t owed = 0;  // where little is unsynced there are few states: more elsewhere
  for (const auto& operation : operations) {
    disk.take(operation);
    hear(operation, acknowledged);
    owed += std::max<std::size_t>(count / operations.size(), 2);
    ++findings.points;
    std::unordered_set<std::size_t> seen;
    for (std::size_t attempt = 0; attempt < 2 + owed; ++attempt) {
      const auto loss = attempt == 0 ? Loss::all : attempt == 1 ? Loss::nothing : Loss::some;
      const auto files = disk.after_cut(loss, dice);
      if (attempt > 1 && (disk.all_synced() || attempt > 8 * (seen.size() + 1))) break;
      if (!seen.insert(digest(files)).second) continue;
      put_files(folder, files);
      const auto wrong = what_is_wrong(inspect, acknowledged);
      if (!wrong.empty() && findings.bad++ == 0) findings.first = wrong;
    }
    findings.states += seen.size();
    owed -= std::min(owed, seen.size());
  }
  return findings;
}

}  // namespace gridvisit::faults
