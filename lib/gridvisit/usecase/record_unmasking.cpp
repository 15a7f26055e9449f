#include "gridvisit/usecase/record_unmasking.hpp"

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/register_rules.hpp"

namespace gridvisit::usecase {

std::string check_unmasking(std::string_view reason) {
  auto why = field_text(translatable("The reason"), reason);
  if (why.empty())
    throw Error{ErrorKind::usage,
                message("Personal data is shown unmasked only for a reason that is put on record."),
                message("Add --reason TEXT.")};
  return why;
}

void record_unmasking(store::Store& store, const store::Authorship& authorship,
                      std::string_view where, std::string_view reason) {
  const auto why = check_unmasking(reason);
  store.write(authorship)->commit({"unmask", fmt::format("{}: {}", where, why)});
}

}  // namespace gridvisit::usecase
