#include "faults/power_loss/disk.hpp"

#include <algorithm>
#include <fstream>

#include "faults/power_loss/recorder.hpp"

namespace gridvisit::faults {
namespace {

namespace fs = std::filesystem;
using Kind = Operation::Kind;

constexpr std::uint64_t k_sector = 512;

bool is_name(const Operation& operation) {
  return operation.kind == Kind::name || operation.kind == Kind::unname;
}

/// Some of the sectors that a write touches, each as a write of its own.
Operations torn(const Operation& write, town::Dice& dice) {
  Operations sectors;
  const auto end = write.size + write.bytes.size();
  for (auto at = write.size; at < end;) {
    const auto next = std::min((at / k_sector + 1) * k_sector, end);
    if (dice.chance(50))
      sectors.push_back(
          {Kind::write, write.file, at, write.bytes.substr(at - write.size, next - at)});
    at = next;
  }
  return sectors;
}

}  // namespace

Disk::Disk(const fs::path& folder) {
  for (const auto& [name, bytes] : files_in(folder)) {
    const auto file = file_at(folder / name);
    m_synced.files[file] = bytes;
    m_synced.names[name] = file;
  }
}

void Disk::apply(const Operation& operation, Content& content) {
  auto& bytes = content.files[operation.file];
  switch (operation.kind) {
    case Kind::write:
      bytes.resize(std::max<std::size_t>(bytes.size(), operation.size + operation.bytes.size()));
      bytes.replace(operation.size, operation.bytes.size(), operation.bytes);
      return;
    case Kind::truncate:
      return bytes.resize(operation.size);
    case Kind::name:
      content.names[operation.bytes] = operation.file;
      return;
    case Kind::unname:
      content.names.erase(operation.bytes);
      return;
    default:
      return;
  }
}

template <class Belongs>
void Disk::settle(const Belongs& belongs) {
  for (const auto& operation : m_pending)
    if (belongs(operation)) apply(operation, m_synced);
  std::erase_if(m_pending, belongs);
}

void Disk::take(const Operation& operation) {
  switch (operation.kind) {
    case Kind::sync:
      return settle([&](const Operation& pending) {
        return !is_name(pending) && pending.file == operation.file;
      });
    case Kind::sync_names:
      return settle(is_name);
    case Kind::acknowledge:
      return;
    case Kind::name:
      if (const auto held = m_synced.names.find(operation.bytes);
          m_pending.empty() && held != m_synced.names.end() && held->second == operation.file)
        return;
      [[fallthrough]];
    default:
      m_pending.push_back(operation);
  }
}

Files Disk::after_cut(Loss loss, town::Dice& dice) const {
  auto content = m_synced;
  const int kept_percent = dice.between(1, 3) * 25;
  for (const auto& operation : m_pending) {
    if (loss == Loss::all || (loss == Loss::some && !dice.chance(kept_percent))) continue;
    if (loss == Loss::some && operation.kind == Kind::write && dice.chance(25))
      for (const auto& sector : torn(operation, dice)) apply(sector, content);
    else
      apply(operation, content);
  }
  Files files;
  for (const auto& [name, file] : content.names) files[name] = content.files[file];
  return files;
}

}  // namespace gridvisit::faults
