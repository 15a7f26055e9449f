#include "gridvisit/usecase/import_tags.hpp"

#include <memory>
#include <utility>

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

class TagImport {
 public:
  explicit TagImport(const ImportSite& site)
      : m_site{site}, m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_tag(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto household = m_codes.household(values, said->household);
    const auto category = m_codes.category(values, Field::tag, said->category);
    if (!household || !category) return Fate::rejected;
    const auto known = tags_in(m_session.households().tags_of(*household), *category);
    const auto days = days_said(*said);
    const auto* meant = meant_among(known, days, said->changed_at.has_value());
    auto tag = meant ? *meant : Tag{{}, *household, *category, days, {}};
    FieldMerge merge{m_site, said->changed_at, id_of(meant)};
    merge.replace_days(tag.days, *said);
    merge.replace(Field::note, tag.note, said->note);
    const auto check = [&] { days_between(tag.days.first, tag.days.last); };
    if (!passes(values, Field::from, check)) return Fate::rejected;
    return merge.save(m_session.households(), tag);
  }

 private:
  ImportSite m_site;
  store::Session& m_session;
  ImportCodes m_codes;
};

}  // namespace

std::optional<Tag> plan_tag(const std::vector<Tag>& known, HouseholdId household,
                            const SaidTag& said) {
  const auto of_category = tags_in(known, said.category);
  const DayRange days{said.from.value_or(said.otherwise.first), said.otherwise.last};
  const auto* meant = meant_among(of_category, days, !said.from);
  if (!meant)
    return Tag{{},
               household,
               said.category,
               {said.from.value_or(said.otherwise.first), said.until.value_or(said.otherwise.last)},
               {}};
  auto tag = *meant;
  if (said.until) tag.days.last = *said.until;
  return tag.days != meant->days ? std::optional{std::move(tag)} : std::nullopt;
}

std::vector<Tag> tags_in(std::vector<Tag> tags, CategoryId category) {
  std::erase_if(tags, [&](const Tag& tag) { return tag.category != category; });
  return tags;
}

TagId save_tag(store::Households& households, const Tag& tag) {
  if (!tag.id) return households.add(tag);
  households.update(tag);
  return tag.id;
}

TableImport import_tags(const ImportSite& site) {
  auto import = std::make_shared<TagImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
