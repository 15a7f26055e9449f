#include <stdexcept>

#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

TEST_CASE("a session that is not committed changes nothing") {
  for_every_backend([](Store& store) {
    const auto before = store.read()->audit().head();
    {
      const auto session = store.write(author());
      make_town(*session);
      CHECK(session->workers().find("W01"));
    }
    const auto session = store.read();
    CHECK_FALSE(session->workers().find("W01"));
    CHECK(session->areas().tree().areas().empty());
    CHECK(session->audit().head().hash == before.hash);
  });
}

TEST_CASE("a reader sees one moment while a writer is at work") {
  for_every_backend([](Store& store) {
    auto reader = store.read();
    const auto writer = store.write(author());
    make_town(*writer);
    CHECK_FALSE(reader->workers().find("W01"));
    CHECK_FALSE(store.read()->workers().find("W01"));
    CHECK(reader->audit().head().sequence == 1);
    reader.reset();
    writer->commit({"test", {}});
    CHECK(store.read()->workers().find("W01"));
  });
}

TEST_CASE("a session beside another sees the same moment") {
  for_every_backend([](Store& store) {
    write(store, [](Session& session) { make_town(session); });
    auto reader = store.read();
    const auto writer = store.write(author());
    writer->areas().add({{}, "G09", "Grid", "grid", {}});
    auto other = reader->beside();
    REQUIRE(other);
    CHECK(other->audit().head().hash == reader->audit().head().hash);
    CHECK(other->workers().find("W01"));
    CHECK_FALSE(other->areas().find("G09"));
    CHECK_FALSE(writer->beside());
    CHECK(other->beside());
    reader.reset();
    other.reset();
    writer->commit({"test", {}});
  });
}

TEST_CASE("a writer sees what it wrote and a committed session goes on reading") {
  for_every_backend([](Store& store) {
    const auto session = store.write(author());
    make_town(*session);
    CHECK(session->households().find("G01-1-1"));
    session->commit({"test", {}});
    CHECK(session->households().find("G01-1-1"));
    CHECK_THROWS_AS(session->commit({"again", {}}), std::logic_error);
  });
}

TEST_CASE("a new store has one audit entry of its making") {
  for_every_backend([](Store& store) {
    const auto head = store.read()->audit().head();
    CHECK(head.sequence == 1);
    CHECK(head.operation == "init");
    CHECK(head.actor == author().actor);
    CHECK(head.hash.size() == 64);
  });
}

TEST_CASE("each commit adds one entry that tells who did what when") {
  for_every_backend([](Store& store) {
    const auto first = write(store, [](Session& session) { make_town(session); });
    CHECK(first.sequence == 2);
    CHECK(first.actor == "tester");
    CHECK(first.worker == "W01");
    CHECK(first.at == author().at);
    CHECK(first.operation == "test");
    CHECK(first.reference == "reference");
    const auto head = store.read()->audit().head();
    CHECK(head.hash == first.hash);
    CHECK(head.content_hash == first.content_hash);
    CHECK(head.worker == "W01");
    const auto second = write(store, [](Session&) {});
    CHECK(second.sequence == 3);
    CHECK(second.hash != first.hash);
  });
}

TEST_CASE("the content hash tells what was written") {
  for_every_backend([](Store& store) {
    const auto add_area = [](const char* name) {
      return [name](Session& session) { session.areas().add({{}, name, name, "grid", {}}); };
    };
    const auto nothing = write(store, [](Session&) {});
    const auto still_nothing = write(store, [](Session&) {});
    CHECK(nothing.content_hash == still_nothing.content_hash);
    CHECK(write(store, add_area("G01")).content_hash != nothing.content_hash);
    const auto rolled_back = [&] {
      const auto session = store.write(author());
      add_area("G02")(*session);
    };
    rolled_back();
    const auto second = write(store, add_area("G02"));
    CHECK(second.content_hash != write(store, add_area("G03")).content_hash);
  });
}

TEST_CASE("equal facts after equal histories give equal hashes in every backend") {
  std::vector<std::string> hashes;
  for_every_backend([&](Store& store) {
    hashes.push_back(write(store, [](Session& session) {
                       session.areas().add({{}, "G01", "Grid", "grid", {}});
                     }).hash);
  });
  REQUIRE(hashes.size() >= 2);
  for (const auto& hash : hashes) CHECK(hash == hashes.front());
}

TEST_CASE("the short head is the sequence and twelve digits of the hash") {
  AuditEntry entry;
  entry.sequence = 42;
  entry.hash = "0123456789abcdef0123";
  CHECK(short_head(entry) == "42:0123456789ab");
}

TEST_CASE("entries are found by their number and gone through from any of them") {
  for_every_backend([](Store& store) {
    for (int round = 0; round < 3; ++round) write(store, [](Session&) {});
    const auto session = store.read();
    REQUIRE(session->audit().find(2));
    CHECK(session->audit().find(2)->operation == "test");
    CHECK_FALSE(session->audit().find(0));
    CHECK_FALSE(session->audit().find(5));
    std::vector<std::int64_t> seen;
    session->audit().each(2, [&](const AuditEntry& entry) {
      seen.push_back(entry.sequence);
      return entry.sequence < 3;
    });
    CHECK(seen == std::vector<std::int64_t>{2, 3});
  });
}

TEST_CASE("what was changed again and again still verifies") {
  for_every_backend([](Store& store) {
    Town town;
    write(store, [&](Session& session) { town = make_town(session); });
    for (const auto* name : {"one", "two", "three"})
      write(store, [&](Session& session) {
        auto household = session.households().get(town.staying);
        household.name = name;
        household.people = 3;
        session.households().update(household);
        household.room = name;
        session.households().update(household);
        auto residence = session.households().residences_of(town.moved).front();
        residence.grid = town.second_grid;
        session.households().update(residence);
        auto area = *session.areas().find("G01");
        area.name = name;
        session.areas().update(area);
        session.visits().add(visit_of(town.staying, town.first_worker, day("2026-10-05")),
                             author().at);
      });
    std::vector<std::string> findings;
    store.read()->audit().verify(
        [&](const Message& finding) { findings.push_back(in_english(finding)); }, {});
    CHECK(findings == std::vector<std::string>{});
  });
}
