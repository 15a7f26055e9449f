#include "gridvisit/usecase/edit_tag.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

std::string reference(const TagName& name) {
  return name.household + " " + name.category;
}

std::string note_text(std::string_view note) {
  return field_text(translatable("The note"), note, Lines::many);
}

Tag tag_on(const store::Session& session, const TagName& name, const DayChoice& choice) {
  const auto household = household_coded(session, name.household);
  const auto category = category_coded(session, name.category);
  auto tags = session.households().tags_of(household.id);
  std::erase_if(tags, [&](const Tag& tag) { return tag.category != category.id; });
  return record_on(tags, choice,
                   message("Household {0} has no such tag {1}.", name.household, name.category));
}

}  // namespace

Tag add_tag(const Desk& desk, const TagName& name, const DayRange& days, std::string_view note) {
  return keep(desk, {"tag add", reference(name)}, [&](store::Session& session) {
    Tag tag{{},
            household_coded(session, name.household).id,
            category_coded(session, name.category).id,
            days,
            note_text(note)};
    check_tag(session, tag);
    tag.id = session.households().add(tag);
    return tag;
  });
}

Tag edit_tag(const Desk& desk, const TagName& name, const DayChoice& choice, const TagEdit& edit) {
  return keep(desk, {"tag edit", reference(name)}, [&](store::Session& session) {
    auto tag = tag_on(session, name, choice);
    tag.days = edited(tag.days, edit.days);
    if (edit.note) tag.note = note_text(*edit.note);
    check_tag(session, tag);
    session.households().update(tag);
    return tag;
  });
}

Tag end_tag(const Desk& desk, const TagName& name, Day last) {
  return keep(desk, {"tag end", reference(name)}, [&](store::Session& session) {
    auto tag = tag_on(session, name, {last, last});
    tag.days.last = last;
    session.households().update(tag);
    return tag;
  });
}

Category add_category(const Desk& desk, const Category& category) {
  return keep(desk, {"tag category add", category.code}, [&](store::Session& session) {
    auto kept = category;
    kept.name_zh = field_text(translatable("The Chinese name"), category.name_zh);
    kept.name_en = field_text(translatable("The English name"), category.name_en);
    if (kept.name_zh.empty() && kept.name_en.empty())
      throw Error{ErrorKind::refused, message("Category {0} needs a name.", category.code),
                  message("Give --zh, --en or both.")};
    if (kept.name_zh.empty()) kept.name_zh = kept.name_en;
    if (kept.name_en.empty()) kept.name_en = kept.name_zh;
    check_category(session, kept);
    kept.id = session.categories().add(kept);
    return kept;
  });
}

}  // namespace gridvisit::usecase
