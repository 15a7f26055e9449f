#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gridvisit/domain/area.hpp"
#include "gridvisit/domain/assignment.hpp"
#include "gridvisit/domain/category.hpp"
#include "gridvisit/domain/household.hpp"
#include "gridvisit/domain/worker.hpp"

/// The register: who and what there is. Const functions read; the others write a fact, which
/// lasts only if the session is committed. A repeated code is Error(refused); the rules of the
/// domain (one responsible worker, residences that don't overlap) are the use cases' to check.
namespace gridvisit::store {

class Areas {
 public:
  virtual ~Areas() = default;

  virtual std::optional<Area> find(std::string_view code) const = 0;
  /// `root` with all below and all above it; the whole tree if there is no root.
  virtual AreaTree tree(std::optional<AreaId> root = std::nullopt) const = 0;

  /// The id in the argument is ignored.
  virtual AreaId add(const Area& area) = 0;
  virtual void update(const Area& area) = 0;
};

class Workers {
 public:
  virtual ~Workers() = default;

  virtual std::optional<Worker> find(std::string_view code) const = 0;
  virtual Worker get(WorkerId id) const = 0;    ///< the id is known to exist
  virtual std::vector<Worker> all() const = 0;  ///< natural order of codes
  /// Workers with an assignment, in either role, to one of the grids on one of the days.
  virtual std::vector<WorkerId> assigned(std::span<const AreaId> grids,
                                         const DayRange& days) const = 0;

  virtual WorkerId add(const Worker& worker) = 0;
  virtual void update(const Worker& worker) = 0;

  virtual std::vector<Assignment> assignments_of(WorkerId worker) const = 0;  ///< by first day
  virtual std::vector<Assignment> assignments_on(std::span<const AreaId> grids) const = 0;
  virtual std::vector<Assignment> all_assignments() const = 0;
  virtual AssignmentId add(const Assignment& assignment) = 0;
  virtual void update(const Assignment& assignment) = 0;

  virtual std::vector<Leave> leaves_of(WorkerId worker) const = 0;  ///< by first day
  virtual LeaveId add(const Leave& leave) = 0;
  virtual void update(const Leave& leave) = 0;
};

/// Which households to go through; every field narrows the choice.
struct HouseholdFilter {
  std::optional<std::vector<AreaId>> grids;  ///< lived in one of them (on `living_on`, if given)
  std::optional<Day> living_on;
};

/// What a household is known by. The texts are valid until the next one is shown.
struct HouseholdLabel {
  HouseholdId id;
  std::string_view code, name, address;
};

/// What each_by_name() is told if no other household of the very same name is wanted.
inline constexpr std::size_t k_equal_names = std::string_view::npos;

class Households {
 public:
  virtual ~Households() = default;

  virtual std::optional<Household> find(std::string_view code) const = 0;
  virtual Household get(HouseholdId id) const = 0;  ///< the id is known to exist
  /// As find() and get(), without reading the rest of the household.
  virtual std::optional<HouseholdId> find_id(std::string_view code) const = 0;
  virtual std::string code_of(HouseholdId id) const = 0;
  /// Every code, in no particular order: much cheaper than code_of() for each.
  virtual void each_code(
      const std::function<void(HouseholdId id, std::string_view code)>& see) const = 0;
  /// In no particular order. `see` returns false to stop.
  virtual void each(const HouseholdFilter& filter,
                    const std::function<bool(const Household&)>& see) const = 0;
  /// What those that lived in one of the grids (all households if empty) are known by, in no
  /// particular order: quicker than each() where many are looked through for a few.
  virtual void each_label(const std::vector<AreaId>& grids,
                          const std::function<bool(const HouseholdLabel&)>& see) const = 0;
  /// Among others, all whose code, name or address holds the text, all of them folded; in no
  /// particular order. Reads few others if the text has two characters or more.
  virtual void each_that_may_hold(std::string_view folded,
                                  const std::function<bool(const HouseholdLabel&)>& see) const = 0;
  /// Those whose code begins so, in order of its bytes.
  virtual void each_by_code(std::string_view beginning,
                            const std::function<bool(const HouseholdLabel&)>& see) const = 0;
  /// Those that have a name, in order of its bytes, without their addresses. `see` returns how many
  /// bytes of the name are enough to want none that begins with them, or k_equal_names, and all
  /// those are passed over, which costs a look at one of them; 0 goes on to the next.
  virtual void each_by_name(const std::function<std::size_t(const HouseholdLabel&)>& see) const = 0;
  virtual std::uint64_t count() const = 0;  ///< how many there are: much cheaper than each()
  virtual std::vector<Residence> residences_of(HouseholdId household) const = 0;  ///< by first day
  virtual std::vector<Tag> tags_of(HouseholdId household) const = 0;              ///< by first day

  virtual HouseholdId add(const Household& household) = 0;
  virtual void update(const Household& household) = 0;
  /// Also settle anew which grid the household's visits fall to.
  virtual ResidenceId add(const Residence& residence) = 0;
  virtual void update(const Residence& residence) = 0;
  virtual TagId add(const Tag& tag) = 0;
  virtual void update(const Tag& tag) = 0;
};

class Categories {
 public:
  virtual ~Categories() = default;

  virtual std::vector<Category> all() const = 0;  ///< in order of their ids
  virtual CategoryId add(const Category& category) = 0;
};

}  // namespace gridvisit::store
