#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;
using compliance::Figure;
using compliance::GridResult;
using compliance::MetOf;
using compliance::Tally;
using compliance::Verdict;
using compliance::WorkerResult;
using compliance::YearStanding;

namespace {

Period month(const char* name) {
  return parse_period(name).value();
}

Closing closing_of(const Session& session, const char* name) {
  const auto head = session.audit().head();
  return {{}, month(name), author().at, "W01", day("2026-11-02"), head.sequence, head.hash};
}

/// One figure of every kind, for every kind of subject.
std::vector<Figure> figures_of(const Town& town) {
  const YearStanding open{300, 290, 360, 310, true, 30, Verdict::due};
  const YearStanding empty{0, 0, 0, std::nullopt, true, std::nullopt, Verdict::exempt};
  return {{town.first_worker, "monthly", WorkerResult{Verdict::met, 33, 30, open}},
          {town.second_worker, "monthly", WorkerResult{Verdict::exempt, 0, 0, empty}},
          {town.second_worker, "weekly", WorkerResult{Verdict::missed, 3, 4, std::nullopt}},
          {town.first_worker, "patrol", MetOf{{1, 2}}},
          {{}, "annual", Tally{1, 2, 3, 4}},
          {town.first_grid, "patrol", GridResult{Verdict::due, 1, 42}}};
}

std::vector<Figure> kept(const store::Session& session, ClosingId closing) {
  std::vector<Figure> figures;
  session.closings().each_figure(closing, [&](const Figure& figure) { figures.push_back(figure); });
  return figures;
}

ClosingId keep(Session& session, const Closing& closing, const std::vector<Figure>& figures) {
  const auto id = session.closings().add(closing);
  for (const auto& figure : figures) session.closings().add(id, figure);
  return id;
}

}  // namespace

TEST_CASE("a closing and its figures read as they were kept and verify") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_town(session); });
    const auto head = store.read()->audit().head();
    const auto figures = figures_of(town);
    write(store, [&](Session& session) { keep(session, closing_of(session, "2026-10"), figures); });
    const auto session = store.read();
    const auto all = session->closings().all();
    REQUIRE(all.size() == 1);
    CHECK(all[0].month == month("2026-10"));
    CHECK(all[0].at == author().at);
    CHECK(all[0].by == "W01");
    CHECK(all[0].today == day("2026-11-02"));
    CHECK(all[0].head == head.sequence);
    CHECK(all[0].head_hash == head.hash);
    CHECK(kept(*session, all[0].id) == figures);
    session->audit().verify([](const Message& finding) { FAIL(in_english(finding)); }, {});
  });
}

TEST_CASE("closings are listed by month and each has its own figures") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_town(session); });
    for (const auto* name : {"2026-10", "2026-09", "2026-10"})
      write(store, [&](Session& session) {
        keep(session, closing_of(session, name), {figures_of(town).front()});
      });
    const auto session = store.read();
    std::string months;
    for (const auto& closing : session->closings().all()) {
      months += to_string(closing.month) + ':' + std::to_string(closing.id.value) + ' ';
      CHECK(kept(*session, closing.id).size() == 1);
    }
    CHECK(months == "2026-09:2 2026-10:1 2026-10:3 ");
  });
}

TEST_CASE("a figure of nobody known and a closing of no entry are refused") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    const auto town = make_town(*session);
    auto closing = closing_of(*session, "2026-10");
    const auto id = session->closings().add(closing);
    const Figure of_nobody{WorkerId{99}, "monthly", WorkerResult{}};
    CHECK_THROWS_AS(session->closings().add(id, of_nobody), Error);
    CHECK_THROWS_AS(session->closings().add(ClosingId{99}, figures_of(town).front()), Error);
    closing.head = 99;
    CHECK_THROWS_AS(session->closings().add(closing), Error);
  });
}

TEST_CASE("entries that changed what figures rest on are told apart from visits") {
  for_every_backend([](Store& store) {
    Town town;
    const auto first = write(store, [&](Session& session) { town = make_town(session); });
    const auto changes = [&] {
      std::string sequences;
      store.read()->audit().each_change_of_ground(first.sequence, [&](const AuditEntry& entry) {
        sequences += std::to_string(entry.sequence) + ' ';
        return true;
      });
      return sequences;
    };
    write(store, [&](Session& session) {
      session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-05")),
                           author().at);
    });
    write(store, [&](Session& session) {
      session.visits().add(Void{{1}, author().at, "W01", "twice"});
      auto worker = session.workers().get(town.first_worker);
      worker.name = "renamed";
      session.workers().update(worker);
    });
    CHECK(changes().empty());
    write(store, [&](Session& session) {
      auto held = session.workers().assignments_of(town.first_worker).front();
      held.days.last = day("2026-10-31");
      session.workers().update(held);
    });
    write(store, [&](Session& session) {
      auto held = session.workers().assignments_of(town.first_worker).front();
      held.days.last = day("2026-11-30");
      session.workers().update(held);
    });
    write(store, [&](Session& session) {
      session.holidays().add({{}, day("2026-10-01"), DayKind::holiday, ""});
    });
    write(store, [](Session&) {});
    CHECK(changes() == "5 6 7 ");
  });
}
