#pragma once

#include <sys/types.h>

namespace gridvisit::cli {

/// A program that shows the output page by page: $PAGER, or less.
class Pager {
 public:
  /// From now on descriptor 1 leads to the pager; nothing changes if it can't be started.
  void start();
  /// Ends the output and waits until the reader has seen enough.
  void finish();

 private:
  pid_t m_child = 0;
};

}  // namespace gridvisit::cli
