#include "faults/injection/faults.hpp"

#include <cerrno>

#include <sys/syscall.h>

namespace gridvisit::faults {
namespace {

Verdict verdict_of(Fault fault) {
  using Action = Verdict::Action;
  switch (fault) {
    case Fault::io_error:
      return {Action::fail, EIO};
    case Fault::disk_full:
      return {Action::fail, ENOSPC};
    case Fault::over_quota:
      return {Action::fail, EDQUOT};
    case Fault::interrupted:
      return {Action::fail, EINTR};
    case Fault::read_only:
      return {Action::fail, EROFS};
    case Fault::no_locks:
      return {Action::fail, ENOLCK};
    case Fault::short_write:
      return {Action::shorten};
    case Fault::kill_before:
      return {Action::kill};
    case Fault::kill_after:
      return {Action::kill_after};
    case Fault::torn_write:
      break;
  }
  return {Action::shorten_and_kill};
}

bool needs_room(const Call& call) {
  const auto deed = kind_of(call).deed;
  return deed == Deed::writes || deed == Deed::syncs || makes_file(call) ||
         (deed == Deed::names && call.number != SYS_unlink && call.number != SYS_unlinkat &&
          call.number != SYS_fchmod);
}

bool changes_disk(const Call& call) {
  const auto deed = kind_of(call).deed;
  return opens_to_write(call) || makes_file(call) || deed == Deed::names || deed == Deed::truncates;
}

bool can_be_interrupted(const Call& call) {
  const auto deed = kind_of(call).deed;
  return deed != Deed::asks && deed != Deed::names;
}

bool is_position(const Call& call, pid_t process) {
  return is_position(call, takes_descriptor(call) ? path_of(process, call.descriptor()) : "");
}

bool can_be_cut(const Call& call) {
  return (call.number == SYS_write || call.number == SYS_pwrite64) && call.arguments[2] > 1;
}

}  // namespace

std::string_view name_of(Fault fault) {
  constexpr std::string_view k_names[]{"EIO",        "ENOSPC",    "EDQUOT",      "EINTR",
                                       "EROFS",      "ENOLCK",    "short write", "kill before",
                                       "kill after", "torn write"};
  return k_names[static_cast<std::size_t>(fault)];
}

bool kills(Fault fault) {
  return fault == Fault::kill_before || fault == Fault::kill_after || fault == Fault::torn_write;
}

bool can_hit(Fault fault, const Call& call) {
  switch (fault) {
    case Fault::disk_full:
    case Fault::over_quota:
      return needs_room(call);
    case Fault::read_only:
      return changes_disk(call);
    case Fault::interrupted:
      return can_be_interrupted(call);
    case Fault::no_locks:
      return kind_of(call).deed == Deed::locks;
    case Fault::short_write:
    case Fault::torn_write:
      return can_be_cut(call);
    default:
      return true;
  }
}

bool can_stay(Fault fault) {
  return !kills(fault) && fault != Fault::interrupted;
}

Verdict Listener::before(const Call& call, pid_t process) {
  if (is_position(call, process)) m_calls.push_back(call);
  return {};
}

Verdict Injector::before(const Call& call, pid_t process) {
  if (!is_position(call, process) || !is_due(call)) return {};
  if (!m_hit) m_hit = call;
  return verdict_of(m_injection.fault);
}

/// What goes on from there is the disk's fault, or that of one way out.
bool Injector::is_due(const Call& call) {
  const auto position = m_next++;
  if (position == m_injection.position) return can_hit(m_injection.fault, call);
  return m_injection.sticky && m_hit && can_hit(m_injection.fault, call) &&
         is_answer(call) == is_answer(*m_hit) &&
         (!is_answer(call) || call.descriptor() == m_hit->descriptor());
}

}  // namespace gridvisit::faults
