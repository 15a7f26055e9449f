#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "gridvisit/base/message.hpp"

/// How long work lets others see how far it has come, whoever they are.
namespace gridvisit {

enum class WorkUnit { bytes, rows, households };

/// A stage of long work, as far as it has come.
struct Advance {
  TextId stage;
  WorkUnit unit = WorkUnit::bytes;
  std::uint64_t done = 0;
  std::optional<std::uint64_t> total;  ///< nothing where only the work itself would tell it
};

/// Is told as each stage begins, and again and again while it goes on. Must not throw. Work that
/// nobody looks at has an empty one.
using Onlooker = std::function<void(const Advance&)>;

/// What the work holds while a stage goes on.
class Stage {
 public:
  Stage(Onlooker onlooker, TextId name, WorkUnit unit,
        std::optional<std::uint64_t> total = std::nullopt)
      : m_onlooker{std::move(onlooker)}, m_advance{name, unit, 0, total} {
    reach(0);
  }

  /// So much more is done.
  void add(std::uint64_t more) { reach(m_advance.done + more); }
  /// So much is done by now.
  void reach(std::uint64_t done) {
    m_advance.done = done;
    if (m_onlooker) m_onlooker(m_advance);
  }

 private:
  Onlooker m_onlooker;
  Advance m_advance;
};

}  // namespace gridvisit
