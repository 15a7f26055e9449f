#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gridvisit::compliance {

/// How one rule stands for one subject in one period. `due`: not met, and the period still runs.
enum class Verdict { exempt, met, due, missed };

std::string_view to_string(Verdict verdict);

/// Not met, whether the period still runs or not.
inline bool is_owed(Verdict verdict) {
  return verdict == Verdict::due || verdict == Verdict::missed;
}

/// `exempt` if nothing is required, else `met` if enough is done, else `due` while it is open.
Verdict verdict_of(std::int64_t done, std::int64_t required, bool open);

/// Two integers, always shown as such; never reduced. `whole` 0: there is nothing to divide.
struct Ratio {
  std::int64_t part = 0;
  std::int64_t whole = 0;

  friend bool operator==(const Ratio&, const Ratio&) = default;
};

/// `part / whole × scale` in tenths, rounded half up (84.1 is 841); nothing if whole is 0.
std::optional<std::int64_t> tenths(const Ratio& ratio, std::int64_t scale);

/// How many (household, period) pairs got which verdict.
struct Tally {
  std::int64_t met = 0;
  std::int64_t due = 0;
  std::int64_t missed = 0;
  std::int64_t exempt = 0;

  std::int64_t total() const { return met + due + missed; }
  Ratio coverage() const { return {met, total()}; }
  void add(Verdict verdict);
  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// The year of a worker rule that is averaged over it, as of the reported month.
struct YearStanding {
  std::int64_t done = 0;           ///< sum_D
  std::int64_t required = 0;       ///< sum_R, the share to date of the reported month included
  std::int64_t required_full = 0;  ///< R_year, by the assignments and leave on record
  std::optional<std::int64_t> average_tenths;  ///< empty when sum_R is 0
  bool on_pace = false;
  std::optional<std::int64_t> needed;  ///< households a month from now on; empty: no month left
  Verdict verdict = Verdict::due;

  friend bool operator==(const YearStanding&, const YearStanding&) = default;
};

}  // namespace gridvisit::compliance
