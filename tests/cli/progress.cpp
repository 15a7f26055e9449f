#include "progress.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

using namespace gridvisit;
using namespace gridvisit::cli;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// A terminal whose clock goes when it is told to.
struct Watch {
  std::istringstream in;
  std::ostringstream out, err;
  Progress::Instant now{};
  Context context{.terminal = {.in = in, .out = out, .err = err, .err_is_terminal = true},
                  .catalog = l10n::Catalog{l10n::Language::en},
                  .now = {},
                  .machine_time = {},
                  .actor = {},
                  .typeset = {},
                  .settings = {}};

  Progress of(std::uint64_t total) {
    return Progress{context, total, [this] { return now; }};
  }
  /// The line that stands there last.
  std::string line() const {
    const auto text = err.str();
    return text.substr(text.rfind('\r') + 1);
  }
};

}  // namespace

TEST_CASE("progress tells share, rate and time left after a second, and goes away in the end") {
  Watch watch;
  {
    auto progress = watch.of(10'000'000);
    watch.now += milliseconds{900};
    progress.add(1'000'000);
    CHECK(watch.err.str().empty());
    watch.now += milliseconds{1100};
    progress.add(3'000'000);
    CHECK(watch.line() == "40 % [########------------] 2.0 MB/s, 0:03 left");
    watch.now += milliseconds{10};
    progress.add(1'000'000);  // too soon for another line
    CHECK(watch.line() == "40 % [########------------] 2.0 MB/s, 0:03 left");
    watch.now += seconds{1};
    progress.add(5'000'000);
    CHECK(watch.line().starts_with("All is read, and is being saved. "));
  }
  CHECK(watch.line().empty());
}

TEST_CASE("progress is silent where nobody looks, and when told to be quiet") {
  for (const bool quiet : {false, true}) {
    Watch watch;
    watch.context.settings.quiet = quiet;
    watch.context.terminal.err_is_terminal = quiet;
    {
      auto progress = watch.of(10);
      watch.now += seconds{5};
      progress.add(5);
    }
    CHECK(watch.err.str().empty());
  }
}
