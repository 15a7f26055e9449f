#pragma once

#include <vector>

#include <linux/filter.h>

namespace gridvisit::faults {

/// Lets the kernel stop a process at the calls of call_kinds() and nowhere else.
class Filter {
 public:
  Filter();

  /// For the calling process and what it becomes; safe between fork and exec.
  bool install() const;

 private:
  std::vector<sock_filter> m_instructions;
};

}  // namespace gridvisit::faults
