#include "rounds.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "random.hpp"
#include "words.hpp"

namespace town {
namespace {

using std::chrono::days;
using std::chrono::hours;

struct Days {
  Day first;
  Day last;

  int count() const { return static_cast<int>((last - first).count()) + 1; }
};

/// Words that are drawn in proportion to how often they stand here.
constexpr std::array<std::string_view, 20> k_contact_modes{
    "door",  "door",  "door",    "door",   "door",    "door",   "door",
    "door",  "door",  "door",    "phone",  "phone",   "phone",  "phone",
    "phone", "video", "message", "office", "outside", "outside"};
constexpr std::array<std::string_view, 10> k_casual_modes{"phone",   "phone",  "phone",  "phone",
                                                          "office",  "office", "office", "message",
                                                          "message", "video"};

/// The visits of one month in all grids, as they are made.
class Month {
 public:
  explicit Month(Day until) : m_until{until} {}

  std::vector<Visit>& visits() { return m_visits; }

  /// Puts a visit on record, unless the worker has been there that day. Gives whether it did.
  bool add(Visit visit, Random& random);
  bool contacted(std::size_t household) const { return m_contacted.contains(household); }

 private:
  Instant recorded(Day day, Random& random) const;
  void correct(std::size_t index, Random& random);

  Day m_until;
  std::vector<Visit> m_visits;
  std::set<std::tuple<std::size_t, std::size_t, Day>> m_been;
  std::set<std::size_t> m_contacted;
};

/// Most visits are recorded the same evening (in China; the instant is UTC); those of the last days
/// of December often in January.
Instant Month::recorded(Day day, Random& random) const {
  const std::chrono::year_month_day date{day};
  const bool year_end = date.month() == std::chrono::December && unsigned{date.day()} >= 28;
  int late = 0;
  if (year_end && random.chance(40)) {
    late = 32 - static_cast<int>(unsigned{date.day()}) + random.below(4);
  } else if (random.chance(6)) {
    late = random.between(1, 9);
  }
  const auto entered = std::min(day + days{late}, m_until);
  return entered + hours{random.between(9, 11)} + std::chrono::seconds{random.below(3600)};
}

bool Month::add(Visit visit, Random& random) {
  if (!m_been.emplace(visit.household, visit.worker, visit.day).second) return false;
  if (random.chance(70)) visit.minute = 8 * 60 + 30 + 5 * random.below(108);
  if (visit.note.empty()) visit.note = random.pick(k_notes);
  visit.recorded_at = recorded(visit.day, random);
  if (visit.outcome == "met") m_contacted.insert(visit.household);
  m_visits.push_back(visit);
  if (random.below(1000) < 14) correct(m_visits.size() - 1, random);
  return true;
}

/// Voids a visit; every other one is recorded anew as it should have been.
void Month::correct(std::size_t index, Random& random) {
  const auto voided_at = m_visits[index].recorded_at + hours{random.between(1, 72)};
  if (voided_at > m_until + hours{12}) return;
  const bool amended = random.chance(50);
  m_visits[index].voided_at = voided_at;
  m_visits[index].void_reason =
      amended ? random.pick(k_amend_reasons) : random.pick(k_void_reasons);
  if (!amended) return;
  auto corrected = m_visits[index];
  corrected.mode = corrected.mode == "door" ? "outside" : "door";
  corrected.recorded_at = voided_at;
  corrected.voided_at.reset();
  corrected.void_reason = {};
  corrected.replaces = static_cast<std::int64_t>(index);
  m_visits.push_back(corrected);
}

/// One grid's rounds: whose turn it is, month after month.
class Rounds {
 public:
  Rounds(const Town& town, std::size_t grid, std::uint64_t seed)
      : m_town{&town}, m_grid{grid}, m_random{seed} {}

  void walk(const Assignment& assignment, Days in_post, Month& month);

 private:
  Day day_in(Days span);
  std::optional<std::size_t> somebody(Day day, std::size_t grid);
  std::optional<std::size_t> next_in_turn(Day day);
  void knock(std::size_t household, std::size_t worker, Day day, Days in_post, Month& month);
  void contact_special(const Assignment& assignment, Days in_post, Month& month);
  void contact(std::size_t household, std::size_t worker, Days in_post, Month& month);
  void go_round(const Assignment& assignment, Days in_post, Month& month);
  void go_along(const Assignment& assignment, Days in_post, Month& month);
  void talk(const Assignment& assignment, Days in_post, Month& month);
  void lend_a_hand(const Assignment& assignment, Days in_post, Month& month);
  bool lives_here(std::size_t household, std::size_t grid, Day day) const {
    return m_town->households[household].lives_in(grid, day);
  }

  const Town* m_town;
  std::size_t m_grid;
  Random m_random;
  std::size_t m_turn = 0;
  std::vector<Visit> m_made;  // at doors, by the worker who walked last
};

Day Rounds::day_in(Days span) {
  auto day = span.first + days{m_random.below(span.count())};
  const std::chrono::weekday weekday{day};
  const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  if (weekend && m_random.chance(85)) day = span.first + days{m_random.below(span.count())};
  return day;
}

std::optional<std::size_t> Rounds::somebody(Day day, std::size_t grid) {
  if (m_town->residents[grid].empty()) return {};
  const auto household = m_random.pick(m_town->residents[grid]);
  if (!lives_here(household, grid, day)) return {};
  return household;
}

std::optional<std::size_t> Rounds::next_in_turn(Day day) {
  const auto& residents = m_town->residents[m_grid];
  for (std::size_t tried = 0; tried < residents.size(); ++tried) {
    const auto household = residents[m_turn];
    m_turn = (m_turn + 1) % residents.size();
    if (lives_here(household, m_grid, day)) return household;
  }
  return {};
}

/// At the door: most are at home; who is not is tried again, or reached by phone, or left.
void Rounds::knock(std::size_t household, std::size_t worker, Day day, Days in_post, Month& month) {
  const auto luck = m_random.below(100);
  Visit visit{.household = household, .worker = worker, .day = day, .mode = "door"};
  visit.outcome = luck < 84 ? "met" : luck < 95 ? "absent" : luck < 98 ? "refused" : "vacant";
  if (!month.add(visit, m_random)) return;
  m_made.push_back(visit);
  if (visit.outcome != "absent") return;
  visit.day = std::min(day + days{m_random.between(1, 8)}, in_post.last);
  if (!lives_here(household, m_grid, visit.day)) return;
  if (m_random.chance(30)) visit.mode = "phone";
  visit.outcome = "met";
  if (m_random.chance(65)) month.add(visit, m_random);
}

void Rounds::contact(std::size_t household, std::size_t worker, Days in_post, Month& month) {
  const auto day = day_in(in_post);
  if (!lives_here(household, m_grid, day)) return;
  const auto mode = m_random.pick(k_contact_modes);
  if (mode == "door") return knock(household, worker, day, in_post, month);
  Visit visit{.household = household, .worker = worker, .day = day, .mode = mode};
  visit.outcome = m_random.chance(94) ? "met" : "absent";
  month.add(visit, m_random);
}

/// The special households once a month; who was not met the first time mostly gets a call.
void Rounds::contact_special(const Assignment& assignment, Days in_post, Month& month) {
  for (const auto household : m_town->residents[m_grid]) {
    const bool owed = m_town->households[household].is_special(in_post.last) &&
                      lives_here(household, m_grid, in_post.last) && !month.contacted(household);
    if (!owed || !m_random.chance(assignment.care)) continue;
    contact(household, assignment.worker, in_post, month);
    if (month.contacted(household) || !m_random.chance(assignment.care - 10)) continue;
    month.add({.household = household,
               .worker = assignment.worker,
               .day = in_post.last,
               .mode = "phone",
               .outcome = "met"},
              m_random);
  }
}

void Rounds::go_round(const Assignment& assignment, Days in_post, Month& month) {
  const std::chrono::year_month_day date{in_post.first};
  const int percent = date.month() == std::chrono::February ? 70 : m_random.between(70, 126);
  const int length =
      static_cast<int>(unsigned{(date.year() / date.month() / std::chrono::last).day()});
  const int doors = assignment.pace * percent * in_post.count() / (100 * length);
  for (int door = 0; door < doors; ++door) {
    const auto day = day_in(in_post);
    const bool met_outside = m_random.chance(9);
    const auto household = met_outside ? somebody(day, m_grid) : next_in_turn(day);
    if (!household) continue;
    if (!met_outside) {
      knock(*household, assignment.worker, day, in_post, month);
    } else {
      month.add({.household = *household,
                 .worker = assignment.worker,
                 .day = day,
                 .mode = "outside",
                 .outcome = "met"},
                m_random);
    }
  }
}

/// An assistant sometimes goes with the responsible worker, and both put it on record.
void Rounds::go_along(const Assignment& assignment, Days in_post, Month& month) {
  for (int times = 0; times < 4 && !m_made.empty(); ++times) {
    auto visit = m_random.pick(m_made);
    const bool there = in_post.first <= visit.day && visit.day <= in_post.last;
    visit.worker = assignment.worker;
    if (there) month.add(visit, m_random);
  }
}

/// Calls, messages, and people who come to the office.
void Rounds::talk(const Assignment& assignment, Days in_post, Month& month) {
  const int times = m_random.between(3, 9) * in_post.count() / 30;
  for (int time = 0; time < times; ++time) {
    const auto day = day_in(in_post);
    const auto household = somebody(day, m_grid);
    if (!household) continue;
    month.add({.household = *household,
               .worker = assignment.worker,
               .day = day,
               .mode = m_random.pick(k_casual_modes),
               .outcome = "met"},
              m_random);
  }
}

/// A visit in the neighbours' grid now and then.
void Rounds::lend_a_hand(const Assignment& assignment, Days in_post, Month& month) {
  if (!m_random.chance(60)) return;
  const auto neighbour = m_grid > 0 ? m_grid - 1 : m_grid + 1;
  const auto day = day_in(in_post);
  const auto household = somebody(day, neighbour);
  if (!household) return;
  month.add({.household = *household,
             .worker = assignment.worker,
             .day = day,
             .mode = "door",
             .outcome = "met"},
            m_random);
}

void Rounds::walk(const Assignment& assignment, Days in_post, Month& month) {
  if (m_town->residents[m_grid].empty()) return;
  if (!assignment.responsible) go_along(assignment, in_post, month);
  m_made.clear();
  contact_special(assignment, in_post, month);
  go_round(assignment, in_post, month);
  talk(assignment, in_post, month);
  lend_a_hand(assignment, in_post, month);
}

std::vector<Days> months_of(const Request& request) {
  std::vector<Days> months;
  for (auto first = request.first(); first <= request.until;) {
    const std::chrono::year_month_day date{first};
    const Day last{date.year() / date.month() / std::chrono::last};
    months.push_back({first, std::min(last, request.until)});
    first = last + days{1};
  }
  return months;
}

std::optional<Days> shared(const Span& span, const Days& month) {
  const auto first = std::max(span.from.value_or(month.first), month.first);
  const auto last = std::min(span.until.value_or(month.last), month.last);
  if (first > last) return {};
  return Days{first, last};
}

/// Numbers the visits in the order in which they were recorded, as the program would have.
void number(std::vector<Visit>& visits, std::int64_t& last_number) {
  std::vector<std::size_t> order(visits.size());
  for (std::size_t index = 0; index < order.size(); ++index) order[index] = index;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return visits[left].recorded_at < visits[right].recorded_at;
  });
  for (const auto index : order) visits[index].number = ++last_number;
  for (auto& visit : visits) {
    if (visit.replaces) visit.replaces = visits[static_cast<std::size_t>(*visit.replaces)].number;
  }
  std::sort(visits.begin(), visits.end(),
            [](const Visit& left, const Visit& right) { return left.number < right.number; });
}

}  // namespace

void each_visit(const Town& town, const Request& request,
                const std::function<void(const Visit&)>& see) {
  std::vector<Rounds> rounds;
  for (std::size_t grid = 0; grid < town.grids.size(); ++grid)
    rounds.emplace_back(town, grid, request.seed * 7'368'787 + grid);
  std::int64_t last_number = 0;
  for (const auto& span : months_of(request)) {
    Month month{request.until};
    for (const auto& assignment : town.assignments) {
      const auto in_post = shared(assignment.days, span);
      if (in_post) rounds[assignment.grid].walk(assignment, *in_post, month);
    }
    number(month.visits(), last_number);
    for (const auto& visit : month.visits()) see(visit);
  }
}

}  // namespace town
