#include "gridvisit/usecase/back_up.hpp"

#include <doctest/doctest.h>

#include "gridvisit/usecase/restore.hpp"

#include "stages.hpp"
#include "temporary_folder.hpp"

using namespace gridvisit;
using tests::StagesSeen;

namespace {

std::vector<std::string> checks_and(std::vector<std::string> before,
                                    const std::vector<std::string>& after) {
  for (const auto* check : {"Checking the file 0", "Checking records 100 %", "Checking texts 0",
                            "Checking grids of visits 0"})
    before.emplace_back(check);
  before.insert(before.end(), after.begin(), after.end());
  return before;
}

}  // namespace

TEST_CASE("a backup and its restoration are followed from one stage to the next") {
  const tests::TemporaryFolder folder;
  usecase::BackupRequest request;
  request.database = folder / "town.db";
  store::create(request.database, {"tester", "", {}});
  for (const bool sealed : {false, true}) {
    request.to = folder / (sealed ? "sealed.db" : "clear.db");
    if (sealed) request.passphrase = "eight little words";
    StagesSeen backing_up;
    request.onlooker = backing_up.onlooker();
    usecase::back_up(request);
    const std::vector<std::string> sealing{"Sealing 100 %", "Reading back 100 %"};
    CHECK(backing_up.told() ==
          checks_and({"Copying 100 %"}, sealed ? sealing : std::vector<std::string>{}));

    StagesSeen restoring;
    usecase::RestoreRequest back;
    back.database = request.database;
    back.backup = request.to;
    back.moment = "moment";
    back.passphrase = [] { return "eight little words"; };
    back.onlooker = restoring.onlooker();
    const usecase::Restoration restoration{back};
    CHECK(restoring.told() == checks_and({"Reading 100 %"}, {}));
  }
}
