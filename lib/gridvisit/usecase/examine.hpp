#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>
#include <vector>

#include "gridvisit/base/message.hpp"
#include "gridvisit/store/examination.hpp"

namespace gridvisit::usecase {

/// What needs no words of ours: a number, a path.
template <class Value>
Message as_it_is(const Value& value) {
  return {{}, "{0}", {to_argument(value)}};
}

enum class Health { ok, warning, problem };

/// One thing that was looked at.
struct Check {
  std::string_view key;  ///< for machines
  TextId name;
  Health health = Health::ok;
  Message found{};
  Message mend{};  ///< what to do; empty if all is well
};

struct ExaminationRequest {
  std::filesystem::path database;
  store::Thoroughness thoroughness = store::Thoroughness::quick;
  std::chrono::sys_seconds now;  ///< by the machine's clock
  std::chrono::seconds patience = store::k_usual_patience;
  Onlooker onlooker = {};
};

/// Looks at the database's file, its folder, its content and its history. Nothing is thrown but
/// Error(usage) for a name that is no path: what can't be looked at is a finding itself. Where one
/// check fails those that need it are left out.
std::vector<Check> examine(const ExaminationRequest& request);

/// The checks of the file and its place, from what was seen there.
std::vector<Check> file_checks(const store::FileExamination& file);

/// The checks of the audit chain's times and of the last backup that it tells of.
std::vector<Check> history_checks(const store::Session& session, std::chrono::sys_seconds now);

bool has_problem(const std::vector<Check>& checks);

}  // namespace gridvisit::usecase
