#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/base/name_pattern.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/store/store.hpp"

/// The parts of a search for households: what was typed, and the best of what fits it.
namespace gridvisit::usecase {

/// What was typed, ready to be compared with many households.
class TypedHousehold {
 public:
  explicit TypedHousehold(std::string_view text);

  /// Typed in letters only: a name in pinyin or its initials.
  const std::optional<NamePattern>& letters() const { return m_letters; }
  /// The name with slips in its spelling, or one that sounds the same in other characters.
  std::optional<NamePattern> near_name() const;
  /// A code with slips in it; nothing if what was typed is none.
  std::optional<Spelling> near_code(std::size_t edits) const;
  /// As near_code(), with the slips that a word of its length may have.
  std::optional<Spelling> near_code() const;

  bool is_name_of(const store::HouseholdLabel& label) const;
  bool is_in(std::string_view field) const;
  bool is_in_any(const store::HouseholdLabel& label) const;  ///< code, name or address
  std::string_view folded() const { return m_folded; }

 private:
  std::string m_folded;
  std::optional<NamePattern> m_letters;
};

/// The part of a code behind its first `-`: what people type.
std::string_view tail_of(std::string_view code);

/// The edits between a code, or its tail, and what was typed.
std::optional<std::size_t> edits_in_code(const Spelling& typed, std::string_view code);

/// How names fit. Equal ones that follow one another, as each_named() shows them, cost but one
/// look.
class NameFits {
 public:
  explicit NameFits(NamePattern pattern,
                    NamePattern::Where where = NamePattern::Where::from_first_character)
      : m_pattern{pattern}, m_where{where} {}

  const NameFit& of(std::string_view name);
  /// What each_named() need not show after the last name.
  std::size_t unwanted() const;

 private:
  NamePattern m_pattern;
  NamePattern::Where m_where;
  std::string m_last;
  NameFit m_fit;
};

/// Goes through the names of the households in `grids`, or of all by each_by_name().
void each_named(const store::Session& session, const std::vector<AreaId>& grids,
                const std::function<std::size_t(const store::HouseholdLabel&)>& see);

/// Goes through what the households in `grids` are known by; of all households, if it is empty,
/// through few others than those that hold what was typed in their code, name or address.
void each_that_may_hold(const store::Session& session, const TypedHousehold& typed,
                        const std::vector<AreaId>& grids,
                        const std::function<bool(const store::HouseholdLabel&)>& see);

/// The best few of many households: of lowest rank, then in natural order of codes.
class Shortlist {
 public:
  explicit Shortlist(std::size_t limit) : m_limit{limit} {}

  void offer(std::size_t rank, const store::HouseholdLabel& label);
  std::size_t offered() const { return m_offered; }
  std::vector<Household> best(const store::Session& session) const;

 private:
  struct Place {
    std::size_t rank;
    std::string code;
    HouseholdId id;
    friend bool operator<(const Place& left, const Place& right) {
      if (left.rank != right.rank) return left.rank < right.rank;
      return NaturalLess{}(left.code, right.code);
    }
  };

  std::size_t m_limit;
  std::size_t m_offered = 0;
  std::vector<Place> m_places;  ///< a heap, the worst first
};

/// Those that fit `typed` but for slips: in the name, and if `codes_too` in the code.
Shortlist near_households(const store::Session& session, const TypedHousehold& typed,
                          const std::vector<AreaId>& grids, bool codes_too, std::size_t limit);

}  // namespace gridvisit::usecase
