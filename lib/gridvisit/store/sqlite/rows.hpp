#pragma once

#include <algorithm>
#include <array>

#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/holiday.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/member.hpp"
#include "gridvisit/domain/visit.hpp"
#include "gridvisit/store/audit.hpp"
#include "gridvisit/store/figure_numbers.hpp"
#include "gridvisit/store/sqlite/failure.hpp"
#include "gridvisit/store/sqlite/query.hpp"

/// Rows that more than one group reads.
namespace gridvisit::store::sqlite {

/// Modes and outcomes are stored as their place in this order, which must never change.
inline constexpr std::array k_mode_codes{Mode::door,  Mode::outside, Mode::office,
                                         Mode::video, Mode::phone,   Mode::message};
inline constexpr std::array k_outcome_codes{Outcome::met, Outcome::absent, Outcome::refused,
                                            Outcome::vacant};

inline std::int64_t code_of(Mode mode) {
  return std::ranges::find(k_mode_codes, mode) - k_mode_codes.begin();
}
inline std::int64_t code_of(Outcome outcome) {
  return std::ranges::find(k_outcome_codes, outcome) - k_outcome_codes.begin();
}
/// The tables' own checks keep other words and codes out: those are damage.
template <class Value, std::size_t size>
Value value_coded(const std::array<Value, size>& values, std::int64_t code) {
  if (code < 0 || code >= std::int64_t{size}) throw failure(SQLITE_CORRUPT);
  return values[static_cast<std::size_t>(code)];
}
inline Mode mode_of(std::int64_t code) {
  return value_coded(k_mode_codes, code);
}
inline Outcome outcome_of(std::int64_t code) {
  return value_coded(k_outcome_codes, code);
}
inline Role role_of(const std::string& word) {
  const auto role = parse_role(word);
  if (!role) throw failure(SQLITE_CORRUPT);
  return *role;
}
inline HalfDay half_of(const std::string& word) {
  if (word != "am" && word != "pm") throw failure(SQLITE_CORRUPT);
  return word == "am" ? HalfDay::am : HalfDay::pm;
}

inline Authority authority_of(const std::string& word) {
  const auto authority = parse_authority(word);
  if (!authority) throw failure(SQLITE_CORRUPT);
  return *authority;
}

inline DayKind day_kind_of(const std::string& word) {
  if (word != "holiday" && word != "workday") throw failure(SQLITE_CORRUPT);
  return word == "holiday" ? DayKind::holiday : DayKind::workday;
}

inline FactKind fact_kind_of(const std::string& word) {
  const auto kind =
      std::ranges::find(k_fact_kinds, word, [](FactKind one) { return to_string(one); });
  if (kind == k_fact_kinds.end()) throw failure(SQLITE_CORRUPT);
  return *kind;
}

inline ChangeTimes change_times_of(const std::string& text) {
  auto times = parse_change_times(text);
  if (!times) throw failure(SQLITE_CORRUPT);
  return std::move(*times);
}

/// From closing, worker, grid, rule and the numbers in their order.
inline StoredFigure read_figure(Query& row) {
  StoredFigure figure;
  figure.closing = row.id<ClosingId>();
  if (const auto worker = row.optional_number()) figure.worker = WorkerId{*worker};
  if (const auto grid = row.optional_number()) figure.grid = AreaId{*grid};
  figure.rule = row.text();
  for (auto& number : figure.numbers) number = row.optional_number();
  return figure;
}

/// From id, household, grid, from_day, until_day.
inline Residence read_residence(Query& row) {
  Residence residence;
  residence.id = row.id<ResidenceId>();
  residence.household = row.id<HouseholdId>();
  residence.grid = row.id<AreaId>();
  residence.days = row.days();
  return residence;
}

/// From id, household, category, from_day, until_day, note.
inline Tag read_tag(Query& row) {
  Tag tag;
  tag.id = row.id<TagId>();
  tag.household = row.id<HouseholdId>();
  tag.category = row.id<CategoryId>();
  tag.days = row.days();
  tag.note = row.text();
  return tag;
}

}  // namespace gridvisit::store::sqlite
