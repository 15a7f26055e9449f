#include <memory>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_codes.hpp"
#include "gridvisit/usecase/import_table.hpp"
#include "gridvisit/usecase/record_patrol.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;
using exchange::RowValues;

class PatrolImport {
 public:
  explicit PatrolImport(const ImportSite& site)
      : m_session{site.session}, m_codes{site.session}, m_today{site.request.now.today} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_patrol(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto grid = m_codes.grid(values, said->grid);
    const auto worker = m_codes.worker(values, said->worker);
    if (said->day > m_today)
      values.report(Field::day, message("The day lies in the future."),
                    message("Correct the day; today is {0}.", to_string(m_today)));
    if (!problems.empty()) return Fate::rejected;
    const Patrol patrol{{}, *grid, *worker, said->day, said->half, said->note};
    if (patrol_on_record(m_session, patrol)) return Fate::same;
    m_session.visits().add(patrol);
    return Fate::added;
  }

 private:
  store::Session& m_session;
  ImportCodes m_codes;
  Day m_today;
};

}  // namespace

TableImport import_patrols(const ImportSite& site) {
  auto import = std::make_shared<PatrolImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
