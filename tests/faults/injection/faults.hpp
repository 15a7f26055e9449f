#pragma once

#include <optional>
#include <span>
#include <string>

#include "faults/tracing/program.hpp"

namespace gridvisit::faults {

enum class Fault {
  io_error,     ///< EIO
  disk_full,    ///< ENOSPC
  over_quota,   ///< EDQUOT
  interrupted,  ///< EINTR
  read_only,    ///< EROFS
  no_locks,     ///< ENOLCK
  short_write,  ///< half of it is written, and the program is told so
  kill_before,  ///< SIGKILL before the call is made
  kill_after,   ///< SIGKILL when it has been made
  torn_write,   ///< half of it is written, then SIGKILL
};

inline constexpr Fault k_faults[]{
    Fault::io_error, Fault::disk_full,   Fault::over_quota,  Fault::interrupted, Fault::read_only,
    Fault::no_locks, Fault::short_write, Fault::kill_before, Fault::kill_after,  Fault::torn_write};

std::string_view name_of(Fault fault);
bool kills(Fault fault);
/// Whether the fault can happen to such a call on a real machine.
bool can_hit(Fault fault, const Call& call);
/// Whether it can go on from there: a disk stays full, but signals don't come without end.
bool can_stay(Fault fault);

/// One fault in one run of a program.
struct Injection {
  Fault fault;
  std::size_t position;  ///< among all positions of the run, from 0
  bool sticky = false;   ///< also at every later call that it can hit
};

/// The calls of a run in which nothing fails.
class Listener final : public Watcher {
 public:
  Verdict before(const Call& call, pid_t process) override;

  const std::vector<Call>& calls() const { return m_calls; }

 private:
  std::vector<Call> m_calls;
};

class Injector final : public Watcher {
 public:
  explicit Injector(Injection injection) : m_injection{injection} {}

  Verdict before(const Call& call, pid_t process) override;

  /// The call that was hit first, if the run came to it.
  const std::optional<Call>& hit() const { return m_hit; }

 private:
  bool is_due(const Call& call);

  Injection m_injection;
  std::size_t m_next = 0;
  std::optional<Call> m_hit;
};

}  // namespace gridvisit::faults
