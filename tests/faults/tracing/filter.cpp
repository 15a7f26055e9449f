#include "faults/tracing/filter.hpp"

#include <cstddef>

#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include "faults/tracing/calls.hpp"

namespace gridvisit::faults {
namespace {

sock_filter load(std::size_t offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

sock_filter give(std::uint32_t action) {
  return BPF_STMT(BPF_RET | BPF_K, action);
}

}  // namespace

Filter::Filter() {
  m_instructions = {load(offsetof(seccomp_data, nr))};
  for (const auto& kind : call_kinds()) {
    m_instructions.push_back(
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(kind.number), 0, 1));
    m_instructions.push_back(give(SECCOMP_RET_TRACE));
  }
  m_instructions.push_back(give(SECCOMP_RET_ALLOW));
}

bool Filter::install() const {
  const sock_fprog program{static_cast<unsigned short>(m_instructions.size()),
                           const_cast<sock_filter*>(m_instructions.data())};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace gridvisit::faults
