#include "gridvisit/usecase/edit_area.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {
namespace {

void take(const store::Session& session, const AreaFields& fields, Area& area) {
  if (fields.name) area.name = field_text(translatable("The name"), *fields.name);
  if (fields.kind) area.kind = normal_area_kind(field_text(translatable("The kind"), *fields.kind));
  if (fields.parent && fields.parent->empty()) area.parent.reset();
  if (fields.parent && !fields.parent->empty())
    area.parent = area_coded(session, *fields.parent).id;
  if (area.name.empty())
    throw Error{ErrorKind::refused, message("Area {0} needs a name.", area.code)};
  if (area.kind.empty())
    throw Error{ErrorKind::refused, message("Area {0} needs a kind.", area.code),
                message("Kinds are street, community, grid, or a word of your own.")};
  check_area(session, area);
}

}  // namespace

Area add_area(const Desk& desk, std::string_view code, const AreaFields& fields) {
  return keep(desk, {"area add", std::string{code}}, [&](store::Session& session) {
    Area area{{}, std::string{code}, {}, "grid", {}};
    take(session, fields, area);
    area.id = session.areas().add(area);
    return area;
  });
}

Area edit_area(const Desk& desk, std::string_view code, const AreaFields& fields) {
  return keep(desk, {"area edit", std::string{code}}, [&](store::Session& session) {
    auto area = area_coded(session, code);
    take(session, fields, area);
    session.areas().update(area);
    return area;
  });
}

}  // namespace gridvisit::usecase
