#include "gridvisit/usecase/examine.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/maintenance.hpp"
#include "gridvisit/usecase/sound_copy.hpp"

namespace gridvisit::usecase {
namespace {

/// The check is what `look` makes of it; an Error is what it found.
Check looked(Check check, const std::function<void(Check&)>& look) {
  try {
    look(check);
  } catch (const Error& error) {
    check.health = Health::problem;
    check.found = error.message();
    check.mend = error.hint();
  }
  return check;
}

Check engine() {
  Check check{"sqlite", translatable("SQLite")};
  const auto engine = store::engine();
  check.found = as_it_is(engine.version);
  if (!engine.is_sound) {
    check.health = Health::problem;
    check.mend = message("It is too old: install 3.37 or newer.");
  }
  return check;
}

Check schema(const ExaminationRequest& request) {
  return looked({"schema", translatable("Schema")}, [&](Check& check) {
    const auto versions = store::schema_versions(request.database, request.patience);
    check.found = as_it_is(versions.found);
    if (versions.is_newest()) return;
    check.health = Health::problem;
    check.found = message("{0}; this program works with {1}", versions.found, versions.newest);
    check.mend = message("`gridvisit migrate` brings it up to date.");
  });
}

Check pages(const ExaminationRequest& request) {
  return looked({"pages", translatable("Pages of the file")}, [&](Check& check) {
    store::check_pages(request.database, request.thoroughness, request.patience, request.onlooker);
    check.found = message("sound");
  });
}

Check chain(const store::Session& session, const Onlooker& onlooker) {
  return looked({"chain", translatable("Audit chain")}, [&](Check& check) {
    prove_chain(session, onlooker);
    check.found = message("every record is as it was written");
  });
}

/// What the whole chain tells, gathered in one pass.
struct History {
  std::int64_t entries = 0;
  std::int64_t backward = 0;                ///< entries earlier than the one before
  std::int64_t first_backward = 0;          ///< the first of them
  std::chrono::sys_seconds last;            ///< of the latest entry, by the clock
  std::optional<store::AuditEntry> backup;  ///< the last one
};

History history_of(const store::Audit& audit) {
  History history;
  std::chrono::sys_seconds before{};
  audit.each(1, [&](const store::AuditEntry& entry) {
    if (history.entries++ > 0 && entry.at < before && history.backward++ == 0)
      history.first_backward = entry.sequence;
    before = entry.at;
    history.last = std::max(history.last, entry.at);
    if (entry.operation == "backup") history.backup = entry;
    return true;
  });
  return history;
}

Check backup_check(const History& history, std::chrono::sys_seconds now) {
  constexpr std::chrono::days k_oldest{7};
  Check check{"backup", translatable("Last backup")};
  const auto mend = message("`gridvisit backup FOLDER --keep 7`, best every night by cron.");
  if (!history.backup) {
    check.health = Health::warning;
    check.found = message("none on record");
    check.mend = mend;
    return check;
  }
  const auto age = std::chrono::floor<std::chrono::days>(now - history.backup->at);
  check.found = message("{0}; days ago: {1}", history.backup->reference,
                        std::max<std::int64_t>(age.count(), 0));
  if (age <= k_oldest) return check;
  check.health = Health::warning;
  check.mend = mend;
  return check;
}

Check clock_check(const History& history, std::chrono::sys_seconds now) {
  Check check{"clock", translatable("Clock")};
  check.found = message("the last entry is of {0}", to_string(history.last));
  if (history.last > now) {
    check.health = Health::warning;
    check.found = message("an entry is of {0}, which is still to come", to_string(history.last));
    check.mend = message("Look whether the machine's clock is right, or was wrong then.");
  } else if (history.backward > 0) {
    check.health = Health::warning;
    check.found = message("entries earlier than the one before them: {0}; the first is {1}",
                          history.backward, history.first_backward);
    check.mend = message("The clock was set back then. The chain's order holds, not its times.");
  }
  return check;
}

}  // namespace

std::vector<Check> history_checks(const store::Session& session, std::chrono::sys_seconds now) {
  const auto history = history_of(session.audit());
  return {backup_check(history, now), clock_check(history, now)};
}

std::vector<Check> examine(const ExaminationRequest& request) {
  const auto file = store::examine_file(request.database);
  auto checks = file_checks(file);
  checks.push_back(engine());
  if (!file.is_plain) return checks;
  checks.push_back(schema(request));
  if (checks.back().health == Health::problem) return checks;
  checks.push_back(pages(request));
  if (checks.back().health == Health::problem) return checks;
  const auto opened = store::open(request.database, request.patience);
  const auto session = opened->read();
  if (request.thoroughness == store::Thoroughness::full)
    checks.push_back(chain(*session, request.onlooker));
  for (auto& check : history_checks(*session, request.now)) checks.push_back(std::move(check));
  return checks;
}

bool has_problem(const std::vector<Check>& checks) {
  return std::any_of(checks.begin(), checks.end(),
                     [](const Check& check) { return check.health == Health::problem; });
}

}  // namespace gridvisit::usecase
