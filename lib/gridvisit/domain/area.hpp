#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gridvisit/domain/ids.hpp"

namespace gridvisit {

/// One node of the tree of responsibility areas. The leaves are the grids that hold households.
struct Area {
  AreaId id;
  std::string code;  ///< unique in the database
  std::string name;
  std::string kind;  ///< street, community, grid, or any other word
  std::optional<AreaId> parent;
};

/// The kind as it is stored: 街道 社区 网格 become street community grid, others stay.
std::string normal_area_kind(std::string_view kind);

/// Areas and their order in the tree. May hold a part of the tree: an area whose parent is not
/// in it counts as a root.
class AreaTree {
 public:
  AreaTree() = default;
  /// Error(damaged) for areas that lie in themselves.
  explicit AreaTree(std::vector<Area> areas);

  const std::vector<Area>& areas() const { return m_areas; }
  const Area* find(AreaId id) const;
  const Area* find(std::string_view code) const;
  bool is_leaf(AreaId id) const;
  /// Whether `area` is `ancestor` or lies below it.
  bool lies_in(AreaId area, AreaId ancestor) const;
  /// `root` and everything below it in natural order of codes; all areas if there is no root.
  std::vector<const Area*> subtree(std::optional<AreaId> root) const;
  /// The grids of `root`, or of the whole tree, in natural order of codes.
  std::vector<const Area*> grids(std::optional<AreaId> root) const;
  /// The nearest area of `kind` that holds `area` or is it.
  const Area* enclosing(AreaId area, std::string_view kind) const;

 private:
  void check_ends(const Area& area) const;

  std::vector<Area> m_areas;  // in natural order of codes
  std::unordered_map<AreaId, std::size_t> m_index;
  std::unordered_map<AreaId, std::vector<AreaId>> m_children;
};

}  // namespace gridvisit
