#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/daily_views.hpp"
#include "gridvisit/usecase/register_rules.hpp"

#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

int run_find(const Arguments& arguments, Context& context) {
  constexpr std::size_t k_usual_limit = 50;
  const auto text = join(arguments.values("text"), " ");
  if (trim(text).empty())
    throw Error{ErrorKind::usage, message("Name what to search for."),
                message("`gridvisit find 张`, `gridvisit find zm`, `gridvisit find 3-2`.")};
  const auto limit = arguments.value("limit");
  const auto session = context.open_store()->read();
  const auto grids =
      arguments.has("everywhere") ? std::vector<AreaId>{} : own_grids(*session, context);
  const auto found = usecase::search_households(*session, text, grids,
                                                limit ? count_typed(*limit, 1) : k_usual_limit);
  context.print(report::household_list_document(found.households, found.total, text));
  return found.total == 0 ? 1 : 0;
}

/// Looking at what is masked is put on record with its reason.
void record_unmasking(const Household& household, const Arguments& arguments, store::Store& store,
                      Context& context) {
  const auto reason =
      usecase::field_text(translatable("The reason"), arguments.value("reason").value_or(""));
  if (reason.empty())
    throw Error{ErrorKind::refused, message("A reason is required."),
                message("Say why with --reason \"…\".")};
  if (context.settings.dry_run) return;
  store.write(context.readership())->commit({"unmask", household.code + ": " + reason});
}

int run_show(const Arguments& arguments, Context& context) {
  constexpr std::size_t k_usual_visits = 5;
  const auto last = arguments.value("last");
  const auto store = context.open_store();
  const auto card = with_household(
      arguments.value("household").value_or(""), context, [&](const std::string& typed) {
        const auto session = store->read();
        const auto household =
            usecase::find_household(*session, typed, own_grids(*session, context));
        return usecase::household_card(*session, household, context.now.today,
                                       last ? count_typed(*last, 0) : k_usual_visits);
      });
  const bool unmask = arguments.has("unmask");
  if (unmask) record_unmasking(card.household, arguments, *store, context);
  context.print(report::household_card_document(
      card, unmask ? report::PersonalData::shown : report::PersonalData::masked,
      context.catalog.language()));
  return 0;
}

}  // namespace

Command find() {
  return {
      .path = "find",
      .audience = Audience::worker,
      .summary = translatable("search households by name, address, code or pinyin initials"),
      .details = {translatable("It looks in my grids, and everywhere if nobody said who types.")},
      .arguments = {{.key = "text",
                     .shown = translatable("TEXT"),
                     .help = translatable("a part of the name, address or code, or initials"),
                     .takes_rest = true}},
      .options = {{"everywhere", '\0', {}, translatable("in every grid")},
                  {"limit", 'l', translatable("N"), translatable("show at most N (50)")}},
      .examples = {{"gridvisit find 张", translatable("by name")},
                   {"gridvisit find zm", translatable("by pinyin initials")},
                   {"gridvisit find 3-2", translatable("by a part of the code")}},
      .run = run_find,
  };
}

Command show() {
  return {
      .path = "show",
      .audience = Audience::worker,
      .summary = translatable("one household: six clears, tags, last visits, what is owed"),
      .details = {translatable("The phone number is masked unless --unmask gives a reason, which "
                               "is put on record.")},
      .arguments = {{"household", translatable("HOUSEHOLD"),
                     translatable("its code, the tail of it that is unique in my grids, or a name "
                                  "or address that only one has")}},
      .options = {{"last", 'l', translatable("N"), translatable("how many visits to show (5)")},
                  {"unmask", '\0', {}, translatable("show the phone number; needs --reason")},
                  {"reason", '\0', translatable("TEXT"), translatable("why")}},
      .examples = {{"gridvisit show 3-2-501", translatable("before knocking")},
                   {"gridvisit show 3-2-501 --unmask --reason \"约上门时间\"",
                    translatable("to call and make an appointment")}},
      .run = run_show,
  };
}

}  // namespace gridvisit::cli
