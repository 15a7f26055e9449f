#include <memory>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

Fate take_worker(store::Workers& workers, const Row& row, Problems& problems) {
  const auto said = read_worker(row, problems);
  if (!said) return Fate::rejected;
  auto worker = workers.find(said->code);
  if (!worker) {
    workers.add(Worker{{}, said->code, said->name.value_or(""), said->phone.value_or("")});
    return Fate::added;
  }
  const bool renamed = replace_by(worker->name, said->name);
  const bool rewired = replace_by(worker->phone, said->phone);
  if (!renamed && !rewired) return Fate::same;
  workers.update(*worker);
  return Fate::changed;
}

class AssignmentImport {
 public:
  explicit AssignmentImport(const ImportSite& site)
      : m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_assignment(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto worker = m_codes.worker(values, said->worker);
    const auto grid = m_codes.grid(values, said->grid);
    if (!worker || !grid) return Fate::rejected;
    const Assignment said_first{
        {}, *worker, *grid, said->role, {said->from.value_or(k_beginning), k_forever}};
    const auto known = find(said_first);
    auto wanted = known.value_or(said_first);
    if (said->until) wanted.days.last = *said->until;
    if (known && known->days == wanted.days) return Fate::same;
    if (!is_sound(values, wanted)) return Fate::rejected;
    return save(wanted);
  }

 private:
  /// The assignment that the row speaks of: the one that begins on its day.
  std::optional<Assignment> find(const Assignment& like) const {
    for (const auto& held : m_session.workers().assignments_of(like.worker))
      if (held.grid == like.grid && held.role == like.role && held.days.first == like.days.first)
        return held;
    return std::nullopt;
  }

  bool is_sound(RowValues& values, const Assignment& wanted) const {
    try {
      days_between(wanted.days.first, wanted.days.last);
      check_assignment(m_session, wanted);
      return true;
    } catch (const Error& error) {
      report_error(values, Field::grid, error);
      return false;
    }
  }

  Fate save(const Assignment& wanted) {
    if (wanted.id) {
      m_session.workers().update(wanted);
      return Fate::changed;
    }
    m_session.workers().add(wanted);
    return Fate::added;
  }

  store::Session& m_session;
  ImportCodes m_codes;
};

}  // namespace

TableImport import_workers(const ImportSite& site) {
  auto& workers = site.session.workers();
  return {[&workers](const Row& row, Problems& problems) {
            return take_worker(workers, row, problems);
          },
          {}};
}

TableImport import_assignments(const ImportSite& site) {
  auto import = std::make_shared<AssignmentImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
