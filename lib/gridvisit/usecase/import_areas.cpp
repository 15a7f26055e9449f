#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::AreaRow;
using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

/// A row that names a parent which has not come yet.
struct WaitingArea {
  AreaRow said;
  KeptRow kept;
};

/// The parent of an area may stand below it in the file, so that such rows wait.
class AreaImport {
 public:
  explicit AreaImport(const ImportSite& site) : m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    auto said = read_area(row, problems);
    if (!said) return Fate::rejected;
    if (!knows_parent(*said)) {
      m_waiting.push_back({std::move(*said), KeptRow{row}});
      return Fate::waiting;
    }
    return save(*said, row, problems);
  }

  void finish(const Settle& settle) {
    while (settle_those_with_parents(settle)) {
    }
    for (const auto& area : m_waiting) {
      Problems problems;
      report_parent(area, problems);
      settle(area.kept.row(), Fate::rejected, problems);
    }
    m_waiting.clear();
  }

 private:
  bool knows_parent(const AreaRow& said) const {
    return !said.parent || said.parent->empty() || m_session.areas().find(*said.parent);
  }

  /// Whether any could be settled.
  bool settle_those_with_parents(const Settle& settle) {
    const auto ready =
        std::stable_partition(m_waiting.begin(), m_waiting.end(),
                              [&](const WaitingArea& area) { return !knows_parent(area.said); });
    const bool any = ready != m_waiting.end();
    for (auto area = ready; area != m_waiting.end(); ++area) {
      Problems problems;
      const auto row = area->kept.row();
      const auto fate = save(area->said, row, problems);
      settle(row, fate, problems);
    }
    m_waiting.erase(ready, m_waiting.end());
    return any;
  }

  Fate save(const AreaRow& said, const Row& row, Problems& problems) {
    const auto known = m_session.areas().find(said.code);
    auto area = known.value_or(Area{{}, said.code, {}, {}, {}});
    const bool renamed = replace_by(area.name, said.name);
    const bool retyped = replace_by(area.kind, said.kind);
    const bool moved = place(area, said);
    if (known && !renamed && !retyped && !moved) return Fate::same;
    RowValues values{row, problems};
    if ((!known || moved) && !may_stand_there(values, area)) return Fate::rejected;
    if (known) {
      m_session.areas().update(area);
      return Fate::changed;
    }
    m_parents.insert(m_session.areas().add(area));
    return Fate::added;
  }

  bool place(Area& area, const AreaRow& said) const {
    if (!said.parent) return false;
    std::optional<AreaId> parent;
    if (!said.parent->empty()) parent = m_session.areas().find(*said.parent)->id;
    if (area.parent == parent) return false;
    area.parent = parent;
    return true;
  }

  /// A parent is examined once: new areas below it don't change the answer.
  bool may_stand_there(RowValues& values, const Area& area) {
    if (!area.parent || (!area.id && m_parents.contains(*area.parent))) return true;
    try {
      check_area(m_session, area);
      m_parents.insert(*area.parent);
      return true;
    } catch (const Error& error) {
      report_error(values, Field::parent, error);
      return false;
    }
  }

  void report_parent(const WaitingArea& area, Problems& problems) {
    const auto row = area.kept.row();
    RowValues values{row, problems};
    const auto& parent = *area.said.parent;
    const bool waits_too = std::ranges::any_of(
        m_waiting, [&](const WaitingArea& other) { return other.said.code == parent; });
    if (waits_too)
      values.report(Field::parent,
                    message("{0} can't be placed below {1}.", area.said.code, parent),
                    message("Look for areas that lie in each other, or for a parent that is not "
                            "taken either."));
    else
      m_codes.report_unknown_area(values, Field::parent, parent);
  }

  store::Session& m_session;
  ImportCodes m_codes;
  std::vector<WaitingArea> m_waiting;
  std::unordered_set<AreaId> m_parents;  // areas that may have others below them
};

}  // namespace

TableImport import_areas(const ImportSite& site) {
  auto import = std::make_shared<AreaImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); },
          [import](const Settle& settle) { import->finish(settle); }};
}

}  // namespace gridvisit::usecase
