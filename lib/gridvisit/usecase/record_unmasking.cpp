#include "gridvisit/usecase/record_unmasking.hpp"

#include <string>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {

void record_unmasking(const Desk& desk, std::string_view where, std::string_view reason) {
  const auto why = field_text(translatable("The reason"), reason);
  if (why.empty())
    throw Error{ErrorKind::refused,
                message("Personal data is shown unmasked only for a reason that is put on record."),
                message("Add --reason TEXT.")};
  desk.store.write(desk.authorship)->commit({"unmask", std::string{where} + ": " + why});
}

}  // namespace gridvisit::usecase
