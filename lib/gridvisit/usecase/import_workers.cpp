#include <memory>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/field_merge.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

Fate take_worker(const ImportSite& site, const Row& row, Problems& problems) {
  const auto said = read_worker(row, problems);
  if (!said) return Fate::rejected;
  auto& workers = site.session.workers();
  const auto known = workers.find(said->code);
  auto worker = known.value_or(Worker{{}, said->code, {}, {}});
  FieldMerge merge{site, said->changed_at, id_of(known)};
  merge.replace(Field::name, worker.name, said->name);
  merge.replace(Field::phone, worker.phone, said->phone);
  return merge.save(workers, worker);
}

class AssignmentImport {
 public:
  explicit AssignmentImport(const ImportSite& site)
      : m_site{site}, m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_assignment(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto worker = m_codes.worker(values, said->worker);
    const auto grid = m_codes.grid(values, said->grid);
    if (!worker || !grid) return Fate::rejected;
    const auto days = days_said(*said);
    const Assignment as_said{{}, *worker, *grid, said->role, days};
    const auto known = of_the_same_post(as_said);
    const auto* meant = meant_among(known, days, said->changed_at.has_value());
    auto assignment = meant ? *meant : as_said;
    FieldMerge merge{m_site, said->changed_at, id_of(meant)};
    merge.replace_days(assignment.days, *said);
    const auto check = [&] {
      days_between(assignment.days.first, assignment.days.last);
      check_assignment(m_session, assignment);
    };
    if (merge.is_changed() && !passes(values, Field::grid, check)) return Fate::rejected;
    return merge.save(m_session.workers(), assignment);
  }

 private:
  std::vector<Assignment> of_the_same_post(const Assignment& like) const {
    auto held = m_session.workers().assignments_of(like.worker);
    std::erase_if(held, [&](const Assignment& other) {
      return other.grid != like.grid || other.role != like.role;
    });
    return held;
  }

  ImportSite m_site;
  store::Session& m_session;
  ImportCodes m_codes;
};

}  // namespace

TableImport import_workers(const ImportSite& site) {
  return {[site](const Row& row, Problems& problems) { return take_worker(site, row, problems); },
          {}};
}

TableImport import_assignments(const ImportSite& site) {
  auto import = std::make_shared<AssignmentImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
