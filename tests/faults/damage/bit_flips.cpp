// One bit of the database is not as it was written.
#include <cstdlib>
#include <memory>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/store/store.hpp"
#include "gridvisit/usecase/verify_records.hpp"

#include "compliance/dice.hpp"
#include "faults/injection/faults.hpp"
#include "faults/scene.hpp"

using namespace gridvisit;
using namespace gridvisit::faults;

namespace {

std::size_t flips_wanted() {
  constexpr std::size_t k_usual = 1'500, k_long = 20'000;
  return std::getenv("GRIDVISIT_LONG") != nullptr ? k_long : k_usual;
}

enum class Found { refused, named, nothing };

/// What opening the database and `verify` make of it.
Found verified(const Scene& scene) {
  try {
    const auto store = store::open(scene.database());
    return usecase::verify_records(*store->read(), std::nullopt).found == 0 ? Found::nothing
                                                                            : Found::named;
  } catch (const Error&) {
    return Found::refused;
  }
}

/// The program's answers to questions that touch all tables.
class Questions {
 public:
  explicit Questions(const Scene& scene) : m_scene{scene} {
    for (const auto* line :
         {"report month 2026-10 --format json --details", "journal --month 2026-08 --format json",
          "household list --format csv", "tag list --format csv", "leave list --all --format csv"})
      m_programs.push_back(std::make_unique<Program>(scene.command_line(line)));
  }

  std::string answers() {
    std::string all;
    for (const auto& program : m_programs) {
      Listener nothing;
      all += std::to_string(program->run(nothing)) + "\n";
      all += m_scene.sandbox().read(".out");
    }
    return all;
  }

 private:
  const Scene& m_scene;
  std::vector<std::unique_ptr<Program>> m_programs;
};

/// Three of four flips hit what is not zero: much of a small database is empty.
Files with_flip(Files files, town::Dice& dice) {
  auto& bytes = files["town.db"];
  const auto any = [&] {
    return static_cast<std::size_t>(dice.below(static_cast<int>(bytes.size())));
  };
  auto at = any();
  for (const bool empty_too = dice.chance(25); !empty_too && bytes[at] == 0;) at = any();
  auto& byte = bytes[at];
  byte = static_cast<char>(byte ^ (1 << dice.below(8)));
  return files;
}

std::string many_visits() {
  std::string rows = "household,worker,day,mode,note\n";
  for (int day = 1; day <= 31; ++day)
    for (const auto* household : {"G01-1-1-101", "G01-1-1-102", "G02-1-1-101", "G02-9-9-909"})
      rows += fmt::format("{},W01,2026-08-{:02},door,第{}天看望\n", household, day, day);
  return rows;
}

}  // namespace

TEST_SUITE_BEGIN("bit_flips");

TEST_CASE("a flipped bit is found or changes no answer") {
  Scene scene;
  scene.sandbox().write("visits.csv", many_visits());
  for (const auto* line :
       {"add 1-1-102 一", "add 1-1-101 二 -m phone --on yesterday",
        "amend 2 --mode phone --reason 改", "household edit G01-1-1-102 --phone ''",
        "household move G02-1-1-101 G01 --on 2026-10-10", "undo", "import visits visits.csv"})
    scene.sandbox().must(line);
  scene.keep();
  REQUIRE(verified(scene) == Found::nothing);
  Questions questions{scene};
  const auto right = questions.answers();
  REQUIRE(right.find("annual-door-visit") != std::string::npos);
  constexpr std::uint64_t k_seed = 64;
  town::Dice dice{k_seed};
  std::map<Found, std::size_t> counts;
  for (std::size_t flip = 0; flip < flips_wanted(); ++flip) {
    put_files(scene.town(), with_flip(scene.kept(), dice));
    const auto found = verified(scene);
    ++counts[found];
    INFO("flip ", flip);
    if (found == Found::nothing) CHECK(questions.answers() == right);
  }
  MESSAGE(flips_wanted(), " flips: ", counts[Found::refused], " refused, ", counts[Found::named],
          " named by verify, ", counts[Found::nothing], " harmless");
  CHECK(counts[Found::refused] > 0);
  CHECK(counts[Found::named] > 0);
}

TEST_SUITE_END();
