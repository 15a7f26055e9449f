#pragma once

#include <optional>

#include "gridvisit/usecase/first_post.hpp"

#include "context.hpp"

namespace gridvisit::cli {

/// Who begins, as options say it; nothing if none of them was given. Error(usage) if one of those
/// that are needed is missing.
std::optional<usecase::FirstPost> post_given(const Arguments& arguments, const Context& context);

/// Asks who begins; nothing if that is left for later.
std::optional<usecase::FirstPost> post_asked(Context& context);

/// Whether the worker is to stand in the config file, so that nobody need say it again.
bool is_to_be_remembered(const usecase::FirstPost& post, Context& context);

/// The commands that come next, one a line, on stderr.
void tell_next_steps(bool has_worker, Context& context);

}  // namespace gridvisit::cli
