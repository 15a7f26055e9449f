#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "gridvisit/base/reference.hpp"
#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/field_merge.hpp"
#include "gridvisit/usecase/import_codes.hpp"
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
  explicit AreaImport(const ImportSite& site)
      : m_site{site}, m_session{site.session}, m_codes{site.session} {}

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
    FieldMerge merge{m_site, said.changed_at, id_of(known)};
    merge.replace(Field::name, area.name, said.name);
    merge.replace(Field::kind, area.kind, said.kind);
    place(area, said, merge);
    RowValues values{row, problems};
    const bool moved = !known || known->parent != area.parent;
    if (moved && !may_stand_there(values, area)) return Fate::rejected;
    const auto fate = merge.save(m_session.areas(), area);
    if (!known) m_parents.insert(area.id);
    return fate;
  }

  /// Parents are compared by their codes: ids are those of one database.
  void place(Area& area, const AreaRow& said, FieldMerge& merge) const {
    std::string parent;
    if (area.parent && said.parent) parent = code_of(*area.parent);
    merge.replace(Field::parent, parent, said.parent);
    if (!said.parent) return;
    area.parent.reset();
    if (!parent.empty()) area.parent = m_session.areas().find(parent)->id;
  }

  std::string code_of(AreaId area) const {
    return referred_to(m_session.areas().tree(area).find(area)).code;
  }

  /// A parent is examined once: new areas below it don't change the answer.
  bool may_stand_there(RowValues& values, const Area& area) {
    if (!area.parent || (!area.id && m_parents.contains(*area.parent))) return true;
    if (!passes(values, Field::parent, [&] { check_area(m_session, area); })) return false;
    m_parents.insert(*area.parent);
    return true;
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

  ImportSite m_site;
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
