#include <optional>

#include "gridvisit/exchange/rows.hpp"
#include "gridvisit/usecase/import_table.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::Problems;
using exchange::Row;

Fate take_holiday(store::Holidays& holidays, const Row& row, Problems& problems) {
  const auto said = read_holiday(row, problems);
  if (!said) return Fate::rejected;
  auto holiday = holidays.find(said->day);
  if (!holiday) {
    holidays.add(Holiday{{}, said->day, said->kind, said->name.value_or("")});
    return Fate::added;
  }
  const bool redefined = replace_by(holiday->kind, std::optional{said->kind});
  const bool renamed = replace_by(holiday->name, said->name);
  if (!redefined && !renamed) return Fate::same;
  holidays.update(*holiday);
  return Fate::changed;
}

}  // namespace

TableImport import_holidays(const ImportSite& site) {
  auto& holidays = site.session.holidays();
  return {[&holidays](const Row& row, Problems& problems) {
            return take_holiday(holidays, row, problems);
          },
          {}};
}

}  // namespace gridvisit::usecase
