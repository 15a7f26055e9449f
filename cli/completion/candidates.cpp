#include "completion/candidates.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/exchange/table.hpp"
#include "gridvisit/report/words.hpp"
#include "gridvisit/usecase/closed_months.hpp"
#include "gridvisit/usecase/policies.hpp"
#include "gridvisit/usecase/search_households.hpp"

#include "daily/common.hpp"
#include "help.hpp"
#include "parser.hpp"

namespace gridvisit::cli {
namespace {

using List = std::vector<Candidate>;

List households(std::string_view typed, const Context& context) {
  constexpr std::size_t k_most = 60;
  const auto session = context.open_store()->read();
  const auto own = own_grids(*session, context);
  if (own.empty() && typed.empty()) return {};
  std::vector<Household> found;
  if (!own.empty()) found = usecase::search_households(*session, typed, own, k_most).households;
  if (found.empty() && !context.own_only())
    found = usecase::households_that_begin(*session, typed, k_most);
  List list;
  for (const auto& household : found)
    list.push_back({household.code, fmt::format("{} {}", masked_name(household.name),
                                                masked_address(household.address))});
  return list;
}

List workers(std::string_view, const Context& context) {
  List list;
  const auto session = context.open_store()->read();
  for (const auto& worker : session->workers().all())
    list.push_back({worker.code, masked_name(worker.name)});
  return list;
}

List areas_in(const std::vector<const Area*>& areas) {
  List list;
  for (const auto* area : areas) list.push_back({area->code, area->name});
  return list;
}

List areas(std::string_view, const Context& context) {
  const auto tree = context.open_store()->read()->areas().tree();
  return areas_in(tree.subtree({}));
}

List grids(std::string_view, const Context& context) {
  const auto tree = context.open_store()->read()->areas().tree();
  return areas_in(tree.grids({}));
}

/// Whatever a rule may be explained for.
List subjects(std::string_view typed, const Context& context) {
  auto list = households(typed, context);
  for (const auto& source : {workers, areas})
    for (auto& candidate : source(typed, context))
      if (candidate.value.starts_with(typed)) list.push_back(std::move(candidate));
  return list;
}

List categories(std::string_view, const Context& context) {
  List list;
  const bool chinese = context.catalog.language() == l10n::Language::zh;
  for (const auto& category : context.open_store()->read()->categories().all())
    list.push_back({category.code, chinese ? category.name_zh : category.name_en});
  return list;
}

List rules(std::string_view, const Context& context) {
  List list;
  const bool chinese = context.catalog.language() == l10n::Language::zh;
  const auto book = usecase::policy_book(*context.open_store()->read());
  for (const auto& rule : book.in_force(context.now.today).rules)
    list.push_back({rule.id, chinese ? rule.title : rule.title_en});
  return list;
}

List months(std::string_view, const Context& context) {
  constexpr int k_back = 12;
  List list{{"this", {}}, {"last", {}}};
  auto month = period_containing(PeriodKind::month, context.now.today);
  for (int back = 0; back < k_back; ++back, month = previous(month))
    list.push_back({to_string(month), {}});
  return list;
}

/// The last twelve that are over and not closed.
List closable_months(std::string_view typed, const Context& context) {
  const auto closed = usecase::closed_months(*context.open_store()->read());
  const auto current = to_string(period_containing(PeriodKind::month, context.now.today));
  auto list = months(typed, context);
  std::erase_if(list, [&](const Candidate& candidate) {
    return candidate.value == "this" || candidate.value == current ||
           std::ranges::any_of(closed, [&](const report::ClosedMonth& month) {
             return to_string(month.month) == candidate.value;
           });
  });
  return list;
}

List closed_months(std::string_view, const Context& context) {
  List list;
  for (const auto& closed : usecase::closed_months(*context.open_store()->read())) {
    auto month = to_string(closed.month);
    if (list.empty() || list.back().value != month) list.push_back({std::move(month), {}});
  }
  return list;
}

List days(std::string_view, const Context& context) {
  List list;
  for (int back = 0; back < 7; ++back) {
    const auto day = context.now.today - std::chrono::days{back};
    list.push_back({to_string(day), {}});
  }
  for (const auto* word : {"today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
    list.push_back({word, {}});
  return list;
}

List modes(std::string_view, const Context& context) {
  List list;
  for (const auto mode : k_modes)
    list.push_back({std::string{to_string(mode)},
                    std::string{context.catalog.text(report::word_of(mode).label)}});
  return list;
}

List settings(std::string_view, const Context& context) {
  List list;
  for (const auto& setting : context.settings.known)
    list.push_back({std::string{setting.key}, setting.value});
  return list;
}

List tables(std::string_view, const Context&) {
  List list;
  for (const auto& table : exchange::all_tables()) list.push_back({std::string{table.name}, {}});
  return list;
}

/// What a placeholder or the key of an option or word stands for.
struct Source {
  std::string_view name;
  List (*values)(std::string_view typed, const Context& context);
};
constexpr auto k_sources = std::to_array<Source>({
    {"HOUSEHOLD", households},
    {"WORKER", workers},
    {"worker", workers},
    {"GRID", grids},
    {"AREA", areas},
    {"area", areas},
    {"subject", subjects},
    {"TAG", categories},
    {"RULE", rules},
    {"MONTH", months},
    {"PERIOD", months},
    {"closable_month", closable_months},
    {"closed_month", closed_months},
    {"DAY", days},
    {"MODE", modes},
    {"SETTING", settings},
    {"TABLE", tables},
});

/// `zh|en`: words to choose from. `FILE|FOLDER` is none.
bool is_choice(std::string_view shown) {
  return shown.find('|') != shown.npos &&
         shown.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == shown.npos;
}

bool is_file(std::string_view shown) {
  return shown.starts_with("FILE") || shown.starts_with("FOLDER");
}

List values_at(const Place& place, const Context& context) {
  if (is_choice(place.shown)) {
    List list;
    for (const auto word : split(place.shown, '|')) list.push_back({std::string{word}, {}});
    return list;
  }
  for (const auto& name : {place.key, place.shown}) {
    const auto at = std::ranges::find(k_sources, name, &Source::name);
    if (at != k_sources.end()) return at->values(place.typed, context);
  }
  return {};
}

List options_at(const Place& place, const l10n::Catalog& catalog) {
  List list;
  const auto take = [&](std::span<const Option> options) {
    for (const auto& option : options)
      list.push_back({fmt::format("--{}", option.name), std::string{catalog.text(option.help)}});
  };
  if (place.command) take(place.command->options);
  take(global_options());
  return list;
}

/// The commands, the nouns, or the verbs of one noun; Chinese aliases once they are begun.
List names_at(const Place& place, const l10n::Catalog& catalog) {
  List list;
  std::set<std::string_view> nouns;
  const auto lead = place.noun.empty() ? std::string{} : place.noun + " ";
  for (const auto& entry : all_commands()) {
    if (!entry.path.starts_with(lead)) continue;
    const auto rest = entry.path.substr(lead.size());
    const auto word = rest.substr(0, rest.find(' '));
    if (word != rest && !nouns.insert(word).second) continue;
    const auto noun = entry.path.substr(0, lead.size() + word.size());
    const auto says = word == rest ? entry.describe().summary : summary_of_noun(noun);
    list.push_back({std::string{word}, std::string{catalog.text(says)}});
    if (place.typed.empty() || word != rest) continue;
    for (const auto alias : aliases_of(entry))
      list.push_back({std::string{alias}, std::string{catalog.text(says)}});
  }
  return list;
}

/// Searches have found what fits; of other lists it is what begins as typed.
bool is_found_by_search(const Place& place) {
  return place.shown == "HOUSEHOLD" || place.key == "subject";
}

}  // namespace

Candidates candidates_at(const Place& place, const Context& context) {
  Candidates candidates;
  switch (place.wants) {
    case Place::Wants::nothing:
      return candidates;
    case Place::Wants::name:
      candidates.list = names_at(place, context.catalog);
      break;
    case Place::Wants::option:
      candidates.list = options_at(place, context.catalog);
      break;
    case Place::Wants::value:
      candidates.files = is_file(place.shown);
      candidates.list = values_at(place, context);
      break;
  }
  if (place.wants != Place::Wants::value || !is_found_by_search(place))
    std::erase_if(candidates.list, [&](const Candidate& candidate) {
      return !candidate.value.starts_with(place.typed);
    });
  for (auto& candidate : candidates.list) candidate.value.insert(0, place.prefix);
  return candidates;
}

}  // namespace gridvisit::cli
