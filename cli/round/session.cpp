#include "round/session.hpp"

#include <utility>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/words.hpp"
#include "gridvisit/usecase/correct_visit.hpp"
#include "gridvisit/usecase/daily_views.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "clock.hpp"
#include "daily/answers.hpp"
#include "daily/common.hpp"

namespace gridvisit::cli {
namespace {

using l10n::Catalog;

std::string labels_of(const std::vector<Mode>& modes, const Catalog& catalog) {
  std::vector<std::string> labels;
  for (const auto mode : modes) labels.emplace_back(catalog.text(report::word_of(mode).label));
  return join(labels, " ");
}

/// `Door visit every year, by 2026-12-31 (door)`: how only where not every way will do.
std::string owed_text(const report::OwedRule& owed, const Catalog& catalog) {
  const auto title = report::title_of(owed.rule, catalog.language());
  const auto deadline = to_string(owed.period.last);
  const auto modes = report::modes_settling({owed});
  return catalog.text(modes.size() == k_modes.size() ? message("{0}, by {1}", title, deadline)
                                                     : message("{0}, by {1} ({2})", title, deadline,
                                                               labels_of(modes, catalog)));
}

/// The last visit that stands, with its note as far as it may be shown.
std::string last_text(const report::HouseholdCard& card, bool own, const Context& context) {
  for (const auto& past : card.visits) {
    if (past.voided) continue;
    const auto what = described(past.visit.said, context.catalog);
    const auto& note = past.visit.said.note;
    return note.empty() || !own ? what : context.catalog.text(message("{0}: {1}", what, note));
  }
  return {};
}

StopText text_of(const store::Session& session, const Household& household, Context& context) {
  constexpr std::size_t k_visits = 5;  // to find one among that is not void
  const auto card = usecase::household_card(session, household, context.now.today, k_visits);
  const auto grids = own_grids(session, context);
  const bool in_own_grid = usecase::lives_in(session, household.id, grids);
  const bool own = in_own_grid && own_personal_data(context) == report::PersonalData::own;
  StopText text{named(household, in_own_grid, context),
                own ? household.address : std::string{},
                {},
                {},
                last_text(card, own, context)};
  std::vector<std::string> tags;
  for (const auto& tagged : card.tags)
    tags.push_back(report::name_of(tagged.category, context.catalog.language()));
  text.tags = join(tags, context.catalog.text(translatable("; ")));
  for (const auto& owed : card.owed) text.owes.push_back(owed_text(owed, context.catalog));
  return text;
}

usecase::RoundStops stops_for(const usecase::RoundRequest& request, Context& context) {
  const auto store = context.open_store();
  return usecase::round_stops(*store->read(), request);
}

std::vector<Stop> walk_stops(const usecase::RoundStops& found, const Catalog& catalog) {
  std::vector<Stop> stops;
  for (const auto& [household, visit] : found.stops) {
    Stop stop{household.code};
    if (visit) {
      stop.state = Stop::State::done;
      stop.visit = described(visit->said, catalog);
    }
    stops.push_back(std::move(stop));
  }
  return stops;
}

/// One function for each kind of wish.
template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

RoundSession::RoundSession(usecase::RoundRequest request, Mode usual, Context& context)
    : m_context{context}, m_request{std::move(request)}, m_walk{{}, usual} {
  const auto found = stops_for(m_request, context);
  m_more = found.more;
  m_walk = Walk{walk_stops(found, context.catalog), usual};
}

bool RoundSession::fulfil(const Wish& wish) {
  return std::visit(Overloaded{[](const Leave&) { return false; },
                               [&](const SaveVisit& visit) { return save(visit), true; },
                               [&](const FindLast&) { return find_last(), true; },
                               [&](const VoidLast&) { return void_last(), true; },
                               [](const auto&) { return true; }},
                    wish);
}

const StopText& RoundSession::text() {
  const auto* stop = m_walk.stop();
  if (stop == nullptr || stop->household == m_text_of) return m_text;
  const auto store = m_context.open_store();
  const auto session = store->read();
  m_text = text_of(*session, usecase::household_coded(*session, stop->household), m_context);
  m_text_of = stop->household;
  return m_text;
}

void RoundSession::save(const SaveVisit& wish) {
  m_context.pass_time();
  usecase::VisitTold told;
  told.household = m_walk.stop()->household;
  told.worker = m_request.worker;
  told.day = m_request.day;
  told.mode = wish.mode;
  told.outcome = wish.outcome;
  told.note = wish.note;
  const auto store = m_context.open_store();
  const auto session = m_context.begin_writing(*store);
  const auto recorded = usecase::record_visit(*session, told, occasion_of(m_context));
  m_walk.saved(described(recorded.visit.said, m_context.catalog));
  if (!recorded.already_saved && !m_context.settings.dry_run) ++m_saved;
  m_text_of.clear();
  say_recorded(recorded, m_context);
}

usecase::Correction RoundSession::correction() const {
  return {m_request.worker, "undo by " + m_request.worker, m_context.own_only()};
}

void RoundSession::find_last() {
  const auto store = m_context.open_store();
  const auto session = store->write(m_context.readership());
  auto occasion = occasion_of(m_context);
  occasion.dry_run = true;
  const auto last = usecase::undo_last(*session, m_request.worker,
                                       start_of_day(m_context.now.today), correction(), occasion);
  m_last = last.old.id;
  m_walk.ask(m_context.catalog.text(
      message("Visit {0}: {1}", m_last.value, told_in_full(last, last.old.said, m_context))));
}

void RoundSession::void_last() {
  m_context.pass_time();
  const auto store = m_context.open_store();
  const auto session = m_context.begin_writing(*store);
  const auto voided = usecase::void_visit(*session, m_last, correction(), occasion_of(m_context));
  if (!m_context.settings.dry_run) {
    m_walk.voided(voided.household.code);
    if (m_saved > 0) --m_saved;
  }
  m_text_of.clear();
  say_voided(voided, m_context);
}

void RoundSession::say_farewell() {
  const auto left = m_walk.stops().size() - m_walk.count(Stop::State::done) + m_more;
  m_context.say(message("Visits saved in this round: {0}. Households left: {1}.", m_saved, left));
  if (left > 0) m_context.tell(message("`gridvisit round` goes on with them."));
}

}  // namespace gridvisit::cli
