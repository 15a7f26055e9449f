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

class LeaveImport {
 public:
  explicit LeaveImport(const ImportSite& site)
      : m_site{site}, m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_leave(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto worker = m_codes.worker(values, said->worker);
    if (!worker) return Fate::rejected;
    const auto known = m_session.workers().leaves_of(*worker);
    const auto days = days_said(*said);
    const auto* meant = meant_among(known, days, said->changed_at.has_value());
    auto leave = meant ? *meant : Leave{{}, *worker, days, {}};
    FieldMerge merge{m_site, said->changed_at, id_of(meant)};
    merge.replace_days(leave.days, *said);
    merge.replace(Field::kind, leave.kind, said->kind);
    const auto check = [&] {
      days_between(leave.days.first, leave.days.last);
      check_leave(m_session, leave);
    };
    if (merge.is_changed() && !passes(values, Field::from, check)) return Fate::rejected;
    return merge.save(m_session.workers(), leave);
  }

 private:
  ImportSite m_site;
  store::Session& m_session;
  ImportCodes m_codes;
};

}  // namespace

TableImport import_leave(const ImportSite& site) {
  auto import = std::make_shared<LeaveImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
