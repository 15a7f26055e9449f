#include <algorithm>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/correct_visit.hpp"
#include "gridvisit/usecase/edit_area.hpp"
#include "gridvisit/usecase/edit_household.hpp"
#include "gridvisit/usecase/edit_leave.hpp"
#include "gridvisit/usecase/edit_tag.hpp"
#include "gridvisit/usecase/edit_worker.hpp"
#include "gridvisit/usecase/erase_texts.hpp"
#include "gridvisit/usecase/record_patrol.hpp"
#include "gridvisit/usecase/record_visit.hpp"

#include "compliance/dice.hpp"
#include "unit/usecase/offices.hpp"

using namespace gridvisit;
using namespace gridvisit::test;
using exchange::TableKind;
using town::Dice;

namespace {

/// What a field was changed to, and when.
using Said = std::pair<std::chrono::sys_seconds, std::string>;

/// A database among others that are set up from the same register and never see each other but
/// through letters.
struct Office : ImportFixture {
  Office() {
    take_sample();
    take(TableKind::leave, "worker,from,kind\nW01,2026-10-01,away\n");
    take(TableKind::households, "household,grid,name,phone\nG02-1,G02,丙某,2\n");
  }

  store::AuditEntry head() const { return store->read()->audit().head(); }

  usecase::Occasion at(std::chrono::seconds second) const {
    usecase::Occasion occasion;
    occasion.now = now;
    occasion.now.instant += second;
    return occasion;
  }

  /// Logs are crowded into few seconds, so that several databases put the same visit on record,
  /// and one of them several in a second.
  void log(Dice& dice) {
    const int second = dice.below(6);
    usecase::VisitTold told;
    told.household = dice.one_of(std::vector<std::string>{"G01-1", "G01-2"});
    told.worker = dice.one_of(std::vector<std::string>{"W01", "W02"});
    told.day = now.today - std::chrono::days{dice.below(3)};
    told.mode = second < 3 ? Mode::door : Mode::phone;
    told.note = second % 3 == 0 ? "note" : "";
    usecase::record_visit(*store->write(authorship), told, at(std::chrono::seconds{10 * second}));
  }

  /// No two corrections fall into the same second.
  void correct(Dice& dice, std::chrono::seconds moment) {
    std::vector<VisitId> sound;
    for (const auto& record : visits())
      if (!record.voided) sound.push_back(record.visit.id);
    if (sound.empty()) return;
    const usecase::Correction correction{"W01", "wrong", false};
    const auto visit = dice.one_of(sound);
    if (dice.chance(50)) {
      usecase::void_visit(*store->write(authorship), visit, correction, at(moment));
      return;
    }
    usecase::VisitChanges changes;
    changes.note = "corrected at " + std::to_string(moment.count());
    usecase::amend_visit(*store->write(authorship), visit, changes, correction, at(moment));
  }

  void add_household(const std::string& code) {
    take(TableKind::households, "household,grid,name,phone,tags\n" + code + ",G02,甲某,1,gas\n");
    take(TableKind::tags, "household,tag,from,note\n" + code + ",disabled,2026-02-01,n\n");
  }

  /// Changes of the register fall into few seconds, so that several databases say different things
  /// of one record in the same second.
  void edit(Dice& dice, std::chrono::seconds moment) {
    authorship.at = now.instant + moment;
    const usecase::Desk desk{*store, authorship};
    const auto text = "text " + std::to_string(dice.below(9));
    const auto later = now.today + std::chrono::days{dice.below(9)};
    switch (dice.below(7)) {
      case 0: {
        usecase::HouseholdFields fields;
        if (dice.chance(50)) fields.phone = text;
        if (dice.chance(50)) fields.needs = text;
        if (dice.chance(50)) fields.people = std::to_string(dice.below(9));
        const std::vector<std::string> codes{"G01-1", "G01-2", "G02-1"};
        usecase::edit_household(desk, dice.one_of(codes), fields, {});
        break;
      }
      case 1:
        usecase::edit_worker(desk, "W02", {text, {}});
        break;
      case 2:
        usecase::edit_area(desk, "G02", {text, {}, {}});
        break;
      case 3:
        usecase::edit_tag(desk, {"G01-1", "gas"}, {{}, now.today}, {{}, text});
        break;
      case 4:
        usecase::edit_tag(desk, {"G01-1", "gas"}, {{}, now.today},
                          {{day("2026-01-01") + std::chrono::days{dice.below(9)}, later}, {}});
        break;
      case 5:
        usecase::edit_leave(desk, "W01", {{}, now.today}, {{{}, later}, text});
        break;
      case 6:
        usecase::erase_household(desk, "G02-1", "asked for");
        break;
    }
  }

  void patrol(Dice& dice) {
    usecase::record_patrol({*store, authorship},
                           {dice.one_of(std::vector<std::string>{"W01", "W02"}), "G01",
                            now.today - std::chrono::days{dice.below(3)},
                            dice.chance(50) ? HalfDay::am : HalfDay::pm, ""},
                           now.today);
  }

  /// Only one database ever lets this household move.
  void move_household(std::chrono::seconds moment) {
    authorship.at = now.instant + moment;
    const auto lived = residences("G01-2").back();
    usecase::move_household({*store, authorship}, "G01-2",
                            store->read()->areas().find("G01")->id == lived.grid ? "G02" : "G01",
                            std::max(lived.days.first, day("2026-01-01")) + std::chrono::days{3});
  }

  void receive(const Letter& letter) {
    for (const auto& [table, text] : letter) {
      const auto result = take(table, text);
      REQUIRE_MESSAGE(result.taken, spoken(result.problems).front());
    }
  }

  std::string identity(const Visit& visit) const {
    const auto& said = visit.said;
    const auto session = store->read();
    return session->households().get(said.household).code + ' ' +
           session->workers().get(said.worker).code + ' ' + to_string(said.day) + ' ' +
           std::string{to_string(said.mode)} + ' ' + said.note + ' ' + to_string(visit.recorded_at);
  }

  /// Every visit as it is known in all databases, whether it is void, and what it replaces.
  std::multiset<std::string> facts() {
    std::multiset<std::string> result;
    for (const auto& record : visits()) {
      auto fact = identity(record.visit) + (record.voided ? " void" : "");
      if (const auto replaced = record.visit.said.replaces)
        fact += " for " + identity(store->read()->visits().find(*replaced)->visit);
      result.insert(std::move(fact));
    }
    return result;
  }

  /// The fields of households that are edited: when each was changed, and to what.
  std::map<std::string, Said> said() {
    std::map<std::string, Said> result;
    for (const auto* code : {"G01-1", "G01-2", "G02-1"}) {
      const auto known = household(code);
      const auto times = store->read()->changes().times(known.id);
      const std::pair<const char*, std::string> fields[] = {
          {"phone", known.phone},
          {"needs", known.needs},
          {"people", std::to_string(known.people.value_or(-1))}};
      for (const auto& [field, value] : fields)
        result[std::string{code} + field] = {times.of(field), value};
    }
    return result;
  }

  std::map<VisitId, std::string> numbers() {
    std::map<VisitId, std::string> result;
    for (const auto& record : visits()) result[record.visit.id] = identity(record.visit);
    return result;
  }
};

/// Some databases, and the letters that any of them has written so far.
struct Exchange {
  explicit Exchange(std::uint64_t seed)
      : dice{seed}, offices(static_cast<std::size_t>(dice.between(2, 3))) {}

  Office& any_office() { return offices[static_cast<std::size_t>(dice.below(count()))]; }
  int count() const { return static_cast<int>(offices.size()); }

  void write_letter(Office& office) {
    std::optional<std::int64_t> since;
    if (dice.chance(60)) since = dice.between(1, static_cast<int>(office.head().sequence));
    letters.push_back(letter_of(*office.store, since));
  }

  /// What a number stands for in a database never changes.
  void deliver(Office& office, const Letter& letter) {
    const auto before = office.numbers();
    office.receive(letter);
    const auto after = office.numbers();
    for (const auto& [number, visit] : before) CHECK(after.at(number) == visit);
  }

  void do_something(int step) {
    auto& office = any_office();
    const int what = dice.below(16);
    if (what < 4) office.log(dice);
    if (what == 4 || what == 5) office.correct(dice, std::chrono::seconds{100 + step});
    if (what == 6) office.add_household("G02-" + std::to_string(100 + step));
    if (what == 7) write_letter(office);
    const std::chrono::seconds moment{step / 4};
    if (what > 7 && what < 12) {
      office.edit(dice, moment);
      for (const auto& [field, said] : office.said())
        said_last[field] = std::max(said_last[field], said);
    }
    if (what == 12) office.patrol(dice);
    if (what == 13) offices.front().move_household(moment);
    if (what > 13 && !letters.empty())
      deliver(office,
              letters[static_cast<std::size_t>(dice.below(static_cast<int>(letters.size())))]);
  }

  /// Everybody hears from everybody, some of it twice.
  void bring_together() {
    std::vector<Letter> last;
    for (auto& office : offices) last.push_back(letter_of(*office.store));
    last.push_back(dice.one_of(last));
    for (auto& office : offices)
      for (const auto& letter : dice.chance(50) ? last : reversed(last)) deliver(office, letter);
  }

  static std::vector<Letter> reversed(std::vector<Letter> letters) {
    std::ranges::reverse(letters);
    return letters;
  }

  Dice dice;
  std::vector<Office> offices;
  std::vector<Letter> letters;
  std::map<std::string, Said> said_last;  ///< of all that any of them was told
};

std::set<std::string> without_counts(const std::multiset<std::string>& facts) {
  return {facts.begin(), facts.end()};
}

}  // namespace

TEST_CASE("databases that exchange letters in any order and number end with the same records") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Exchange exchange{seed};
    for (int step = 0; step < 40; ++step) exchange.do_something(step);
    std::set<std::string> visits_before;
    for (auto& office : exchange.offices)
      for (const auto& [number, visit] : office.numbers()) visits_before.insert(visit);
    exchange.bring_together();
    const auto facts = exchange.offices.front().facts();
    CHECK(facts.size() == without_counts(facts).size());
    CHECK(facts.size() == visits_before.size());
    for (auto& office : exchange.offices) {
      CHECK(office.facts() == facts);
      for (const auto& [field, said] : exchange.said_last) CHECK(office.said().at(field) == said);
      for (const auto table :
           {TableKind::areas, TableKind::workers, TableKind::assignments, TableKind::leave,
            TableKind::households, TableKind::tags, TableKind::patrols})
        CHECK(exported(*office.store, table) == exported(*exchange.offices.front().store, table));
    }
  }
}
