#include <doctest/doctest.h>

#include "gridvisit/base/error.hpp"

#include "store/stores.hpp"

using namespace gridvisit;
using namespace gridvisit::store;
using namespace gridvisit::store::testing;

namespace {

const auto k_national_day = day("2026-10-01");
const auto k_made_up = day("2026-10-10");

void fill(Session& session) {
  session.holidays().add({{}, k_made_up, DayKind::workday, ""});
  session.holidays().add({{}, k_national_day, DayKind::holiday, "国庆节"});
}

}  // namespace

TEST_CASE("the holiday table is read by days and each day is in it once") {
  for_every_backend([](Store& store) {
    write(store, fill);
    const auto session = store.write(author());
    const auto all = session->holidays().in({});
    REQUIRE(all.size() == 2);
    CHECK(all[0].day == k_national_day);
    CHECK(all[0].kind == DayKind::holiday);
    CHECK(all[0].name == "国庆节");
    CHECK(all[1].kind == DayKind::workday);
    CHECK(session->holidays().in({k_made_up, k_forever}).size() == 1);
    CHECK_FALSE(session->holidays().find(day("2026-10-02")));
    CHECK_THROWS_AS(session->holidays().add({{}, k_made_up, DayKind::holiday, ""}), Error);
    CHECK_THROWS_AS(session->holidays().update({all[0].id, k_made_up, DayKind::holiday, ""}),
                    Error);
    CHECK_THROWS_AS(session->holidays().update({{99}, day("2026-05-01"), DayKind::holiday, ""}),
                    Error);
  });
}

TEST_CASE("a corrected holiday reads as corrected and both entries verify") {
  for_every_backend([](Store& store) {
    write(store, fill);
    write(store, [](Session& session) {
      auto holiday = session.holidays().find(k_made_up).value();
      holiday.kind = DayKind::holiday;
      holiday.name = "moved";
      session.holidays().update(holiday);
    });
    const auto session = store.read();
    CHECK(session->holidays().find(k_made_up)->kind == DayKind::holiday);
    CHECK(session->holidays().find(k_made_up)->name == "moved");
    session->audit().verify([](const Message& finding) { FAIL(in_english(finding)); }, {});
  });
}
