#pragma once

#include "gridvisit/base/error.hpp"

#include "command.hpp"

namespace gridvisit::cli {

class RoundSession;

Command round_command();

/// The round on a terminal whose cursor can be moved: one key each, one card that is drawn anew.
void walk_on_screen(RoundSession& session);
/// The round by lines of input, for dumb terminals and for other programs: one key a line. At the
/// first Error it ends there, unless somebody types who can go on after it.
void walk_by_lines(RoundSession& session);
/// What went wrong, for who sits at the terminal and goes on. Throws the error itself if it is of
/// a kind that nothing can be done about here.
void tell_and_go_on(const Error& error, Context& context);

}  // namespace gridvisit::cli
