#include "personal.hpp"

#include "gridvisit/usecase/record_unmasking.hpp"

#include "delivery.hpp"

namespace gridvisit::cli {

using report::PersonalData;

PersonalData personal_data(const Arguments& arguments, Context& context, std::string_view where) {
  if (!arguments.has("unmask")) return PersonalData::masked;
  const auto reason = arguments.value("reason").value_or("");
  usecase::check_unmasking(reason);
  if (context.settings.dry_run) {
    context.tell(message("Dry run: nothing goes on record, so personal data stays masked."));
    return PersonalData::masked;
  }
  usecase::record_unmasking(*context.open_store(), context.readership(), where, reason);
  return PersonalData::shown;
}

PersonalData own_personal_data(const Arguments& arguments, Context& context,
                               std::string_view where) {
  const auto data = personal_data(arguments, context, where);
  if (data == PersonalData::shown || goes_to_file(arguments)) return data;
  return own_personal_data(context);
}

PersonalData own_personal_data(const Context& context) {
  return context.terminal.out_is_terminal ? PersonalData::own : PersonalData::masked;
}

PersonalData of_others(PersonalData data) {
  return data == PersonalData::own ? PersonalData::masked : data;
}

}  // namespace gridvisit::cli
