#include "gridvisit/usecase/erase_texts.hpp"

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/lookup.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {

std::string erasure_reason(std::string_view reason) {
  auto why = field_text(translatable("The reason"), reason);
  if (why.empty())
    throw Error{ErrorKind::refused,
                message("Personal data is erased only for a reason that is put on record."),
                message("Add --reason TEXT.")};
  return why;
}

void erase_household(const Desk& desk, std::string_view code, std::string_view reason) {
  const auto why = erasure_reason(reason);
  keep(desk, {"household erase", std::string{code}}, [&](store::Session& session) {
    const auto household = household_coded(session, code);
    return session.erasures().add({{}, household.id, {}, why});
  });
}

}  // namespace gridvisit::usecase
