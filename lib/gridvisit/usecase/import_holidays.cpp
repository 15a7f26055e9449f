#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/field_merge.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Field;
using exchange::Problems;
using exchange::Row;

Fate take_holiday(const ImportSite& site, const Row& row, Problems& problems) {
  const auto said = read_holiday(row, problems);
  if (!said) return Fate::rejected;
  auto& holidays = site.session.holidays();
  const auto known = holidays.find(said->day);
  auto holiday = known.value_or(Holiday{{}, said->day, said->kind, {}});
  FieldMerge merge{site, said->changed_at, id_of(known)};
  merge.replace(Field::kind, holiday.kind, std::optional{said->kind});
  merge.replace(Field::name, holiday.name, said->name);
  return merge.save(holidays, holiday);
}

}  // namespace

TableImport import_holidays(const ImportSite& site) {
  return {[site](const Row& row, Problems& problems) { return take_holiday(site, row, problems); },
          {}};
}

}  // namespace gridvisit::usecase
