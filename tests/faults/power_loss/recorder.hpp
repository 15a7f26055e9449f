#pragma once

#include <optional>

#include "faults/injection/faults.hpp"
#include "faults/power_loss/operation.hpp"

namespace gridvisit::faults {

/// Writes down all that a program does to the files in one folder and what it prints. With an
/// injection, until that ends it.
class Recorder final : public Watcher {
 public:
  explicit Recorder(std::filesystem::path folder) : m_folder{std::move(folder)} {}

  /// For the next run.
  void inject(std::optional<Injection> injection);
  Verdict before(const Call& call, pid_t process) override;
  void after(const Call& call, long result, pid_t process) override;
  bool sees_results() const override { return true; }

  const Operations& operations() const { return m_operations; }

 private:
  void on_open(const Call& call, int descriptor, pid_t process);
  void on_data(const Call& call, std::uint64_t count, pid_t process);
  void on_sync(const Call& call, pid_t process);
  void on_name(const Call& call, pid_t process);
  bool is_here(const std::filesystem::path& path) const;
  void name(const std::filesystem::path& path);

  std::filesystem::path m_folder;
  std::optional<Injector> m_injector;
  Operations m_operations;
};

/// The inode of a file.
std::uint64_t file_at(const std::filesystem::path& path);

}  // namespace gridvisit::faults
