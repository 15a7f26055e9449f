// Reports on many grids, which two sessions load side by side.
#include "gridvisit/usecase/assess_period.hpp"

#include <filesystem>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "gridvisit/compliance/figures.hpp"
#include "gridvisit/store/memory/memory_store.hpp"

#include "temporary_folder.hpp"

using namespace gridvisit;
using compliance::Figure;
using compliance::RowsBy;

namespace {

constexpr int k_grids = 41;

const Day k_reported_day{std::chrono::year{2026} / 10 / 20};
const store::Authorship k_author{"tester", "", k_reported_day};

/// A worker with a grid of its own, whose households are visited by any of the workers.
struct Post {
  WorkerId worker;
  std::vector<HouseholdId> households;
};

Post add_post(store::Session& session, AreaId street, int number) {
  const auto code = "G" + std::to_string(number);
  const auto grid = session.areas().add({{}, code, code, "grid", street});
  Post post{session.workers().add(Worker{{}, "W" + std::to_string(number), code, ""}), {}};
  session.workers().add(Assignment{{}, post.worker, grid, Role::responsible, {}});
  for (int room = 1; room <= 3; ++room) {
    Household household;
    household.code = code + "-" + std::to_string(room);
    post.households.push_back(session.households().add(household));
    session.households().add(Residence{{}, post.households.back(), grid, {}});
  }
  return post;
}

void fill(store::Store& store) {
  std::mt19937 dice{41};
  const auto session = store.write(k_author);
  const auto street = session->areas().add({{}, "S1", "Street", "street", {}});
  std::vector<Post> posts;
  for (int number = 1; number <= k_grids; ++number)
    posts.push_back(add_post(*session, street, number));
  for (int visit = 0; visit < 400; ++visit) {
    const auto& post = posts[dice() % posts.size()];
    VisitDraft draft;
    draft.household = post.households[dice() % post.households.size()];
    draft.worker = posts[dice() % posts.size()].worker;
    draft.day = k_reported_day - std::chrono::days{dice() % 290};
    draft.mode = dice() % 3 == 0 ? Mode::phone : Mode::door;
    session->visits().add(draft, k_reported_day);
  }
  session->commit({"test", {}});
}

usecase::AssessmentRequest month(RowsBy by) {
  usecase::AssessmentRequest request;
  request.period = period_containing(PeriodKind::month, k_reported_day);
  request.today = k_reported_day;
  request.by = by;
  request.area_kind = "street";
  request.details = true;
  return request;
}

/// Every figure of the report, and every household that is owed a visit.
struct Told {
  std::vector<Figure> figures;
  std::vector<std::pair<HouseholdId, std::size_t>> owed;

  friend bool operator==(const Told&, const Told&) = default;
};

Told told(const store::Session& session, RowsBy by) {
  const auto report = usecase::assess_period(session, month(by)).report;
  Told result;
  compliance::each_figure(report, [&](const Figure& figure) { result.figures.push_back(figure); });
  for (const auto& owed : report.owed) result.owed.emplace_back(owed.household, owed.rule);
  return result;
}

void check_that_two_sessions_tell_what_one_does(store::Store& store) {
  fill(store);
  for (const auto by : {RowsBy::worker, RowsBy::grid, RowsBy::area}) {
    const auto reader = store.read();
    REQUIRE(reader->beside());
    const auto by_two = told(*reader, by);
    const auto writer = store.write(k_author);
    REQUIRE_FALSE(writer->beside());
    CHECK(told(*writer, by) == by_two);
    CHECK_FALSE(by_two.figures.empty());
    CHECK_FALSE(by_two.owed.empty());
  }
}

}  // namespace

TEST_CASE("a report that two sessions load is that of one") {
  check_that_two_sessions_tell_what_one_does(*store::make_memory_store(k_author));
  const tests::TemporaryFolder folder;
  check_that_two_sessions_tell_what_one_does(*store::create(folder / "town.db", k_author));
}
