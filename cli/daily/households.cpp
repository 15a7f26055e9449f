#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/daily_views.hpp"
#include "gridvisit/usecase/search_households.hpp"

#include "daily/common.hpp"
#include "daily/daily.hpp"
#include "delivery.hpp"
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
  const auto data = own_personal_data(arguments, context, "find");
  const auto session = context.open_store()->read();
  const auto own = own_grids(*session, context);
  const auto found = usecase::search_households(
      *session, text, arguments.has("everywhere") ? std::vector<AreaId>{} : own,
      limit ? count_typed(*limit, 1) : k_usual_limit);
  const auto listed = [&](const std::vector<Household>& households) {
    std::vector<report::ListedHousehold> list;
    for (const auto& household : households)
      list.push_back({household, shown_of(household.id, data, *session, own)});
    return list;
  };
  deliver(report::household_list_document(
              {text, listed(found.households), found.total, listed(found.near)}),
          *session, arguments, context);
  return found.total == 0 ? 1 : 0;
}

int run_household_card(const Arguments& arguments, Context& context) {
  constexpr std::size_t k_usual_visits = 5;
  const auto last = arguments.value("last");
  const auto store = context.open_store();
  report::PersonalData masking{};
  const auto card = with_household(
      arguments.value("household").value_or(""), context, [&](const std::string& typed) {
        const auto session = store->read();
        const auto own = own_grids(*session, context);
        const auto household = usecase::find_household(*session, typed, own);
        masking = shown_of(household.id, report::PersonalData::own, *session, own);
        if (masking != report::PersonalData::own && context.own_only())
          throw Error{ErrorKind::permission,
                      message("{0} lies in none of your grids.", household.code),
                      message("A coordinator can look at it.")};
        return usecase::household_card(*session, household, context.now.today,
                                       last ? count_typed(*last, 0) : k_usual_visits);
      });
  const auto asked = own_personal_data(arguments, context, "show " + card.household.code);
  const auto data = masking == report::PersonalData::own ? asked : of_others(asked);
  deliver(report::household_card_document(card, data, context.catalog.language()), *store->read(),
          arguments, context);
  return 0;
}

}  // namespace

Command find() {
  return {
      .path = "find",
      .audience = Audience::worker,
      .summary = translatable("search households by name, pinyin, address or code"),
      .details = {translatable("It looks in my grids, and everywhere if nobody said who types. "
                               "Letters are pinyin or its initials, in any mixture; lv or lu is "
                               "吕. What fits but for a slip is listed apart; if there is "
                               "nothing else, the exit code is 1.")},
      .arguments = {{.key = "text",
                     .shown = translatable("TEXT"),
                     .help = translatable("a part of the name, address or code, or pinyin"),
                     .takes_rest = true}},
      .options =
          with_output({{"everywhere", '\0', {}, translatable("in every grid")},
                       {"limit", 'l', translatable("N"), translatable("show at most N (50)")},
                       k_unmask,
                       k_reason}),
      .examples = {{"gridvisit find 张", translatable("by name")},
                   {"gridvisit find zm", translatable("by pinyin initials")},
                   {"gridvisit find zhangm", translatable("by pinyin and initials")},
                   {"gridvisit find 3-2", translatable("by a part of the code")}},
      .run = run_find,
  };
}

Command show() {
  return {
      .path = "show",
      .audience = Audience::worker,
      .summary = translatable("one household: six clears, tags, last visits, what is owed"),
      .details = {translatable(
          "The phone number is masked unless --unmask gives a reason, which is put on record; so "
          "is everything personal in other grids than mine, and in a file or pipe.")},
      .arguments = {{"household", translatable("HOUSEHOLD"),
                     translatable("its code, the tail of it that is unique in my grids, or a name "
                                  "(also in pinyin) or address that only one has")}},
      .options = with_output(
          {{"last", 'l', translatable("N"), translatable("how many visits to show (5)")},
           k_unmask,
           k_reason}),
      .examples = {{"gridvisit show 3-2-501", translatable("before knocking")},
                   {"gridvisit show 3-2-501 --unmask --reason \"约上门时间\"",
                    translatable("to call and make an appointment")}},
      .run = run_household_card,
  };
}

}  // namespace gridvisit::cli
