#include "gridvisit/usecase/import_tags.hpp"

#include <memory>
#include <utility>

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

/// The tag on record that is spoken of: the one that begins on the day; if no day is named, the
/// last one of the category that shares a day with what is said.
const Tag* find_meant(const std::vector<Tag>& known, const SaidTag& said) {
  const Tag* last = nullptr;
  const auto first = said.from.value_or(said.otherwise.first);
  for (const auto& tag : known) {
    if (tag.category != said.category) continue;
    if (tag.days.first == first) return &tag;
    if (tag.days.overlaps(said.otherwise)) last = &tag;
  }
  return said.from ? nullptr : last;
}

class TagImport {
 public:
  explicit TagImport(const ImportSite& site) : m_session{site.session}, m_codes{site.session} {}

  Fate take(const Row& row, Problems& problems) {
    const auto said = read_tag(row, problems);
    if (!said) return Fate::rejected;
    RowValues values{row, problems};
    const auto household = m_codes.household(values, said->household);
    const auto category = m_codes.category(values, Field::tag, said->category);
    if (!household || !category) return Fate::rejected;
    const auto known = m_session.households().tags_of(*household);
    const auto from = said->from.value_or(k_beginning);
    const auto tag = plan_tag(known, *household, {*category, from, said->until, said->note, {}});
    if (!tag) return Fate::same;
    if (!is_sound(values, *tag)) return Fate::rejected;
    save_tag(m_session.households(), *tag);
    return tag->id ? Fate::changed : Fate::added;
  }

 private:
  static bool is_sound(RowValues& values, const Tag& tag) {
    try {
      days_between(tag.days.first, tag.days.last);
      return true;
    } catch (const Error& error) {
      report_error(values, Field::from, error);
      return false;
    }
  }

  store::Session& m_session;
  ImportCodes m_codes;
};

}  // namespace

std::optional<Tag> plan_tag(const std::vector<Tag>& known, HouseholdId household,
                            const SaidTag& said) {
  const auto* meant = find_meant(known, said);
  if (!meant)
    return Tag{{},
               household,
               said.category,
               {said.from.value_or(said.otherwise.first), said.until.value_or(said.otherwise.last)},
               said.note.value_or("")};
  auto tag = *meant;
  const bool ended = replace_by(tag.days.last, said.until);
  const bool noted = replace_by(tag.note, said.note);
  return ended || noted ? std::optional{std::move(tag)} : std::nullopt;
}

void save_tag(store::Households& households, const Tag& tag) {
  if (tag.id)
    households.update(tag);
  else
    households.add(tag);
}

TableImport import_tags(const ImportSite& site) {
  auto import = std::make_shared<TagImport>(site);
  return {[import](const Row& row, Problems& problems) { return import->take(row, problems); }, {}};
}

}  // namespace gridvisit::usecase
