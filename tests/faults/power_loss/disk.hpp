#pragma once

#include <map>

#include "compliance/dice.hpp"
#include "faults/power_loss/operation.hpp"
#include "faults/scene.hpp"

namespace gridvisit::faults {

/// What a power cut does with what was not synced.
enum class Loss { all, nothing, some };

/// A disk that keeps for sure only what was synced: data when its file is, names when the folder
/// is. Of all else any part may have reached it, in any order, of a write any of its sectors.
class Disk {
 public:
  /// All that stands in the folder is on the disk for sure.
  explicit Disk(const std::filesystem::path& folder);

  void take(const Operation& operation);
  bool all_synced() const { return m_pending.empty(); }
  /// The folder as it may be found after a power cut.
  Files after_cut(Loss loss, town::Dice& dice) const;

 private:
  struct Content {
    std::map<std::uint64_t, std::string> files;
    std::map<std::string, std::uint64_t> names;
  };
  static void apply(const Operation& operation, Content& content);
  template <class Belongs>
  void settle(const Belongs& belongs);

  Content m_synced;
  Operations m_pending;
};

}  // namespace gridvisit::faults
