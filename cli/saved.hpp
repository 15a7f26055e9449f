#pragma once

#include "gridvisit/base/error.hpp"

#include "context.hpp"

namespace gridvisit::cli {

/// `error`, with the hint that what the command was to save is saved.
Error after_saving(const Error& error);

/// Does what comes after a commit, so that a failure there does not pass for one to save.
template <class Work>
auto after_saving(const Context& context, const Work& work) {
  if (context.settings.dry_run) return work();
  try {
    return work();
  } catch (const Error& error) {
    throw after_saving(error);
  }
}

}  // namespace gridvisit::cli
