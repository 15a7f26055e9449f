#include "gridvisit/usecase/examine.hpp"

#include "context.hpp"
#include "progress.hpp"
#include "setup/set_up_checks.hpp"
#include "setup/setup.hpp"

namespace gridvisit::cli {
namespace {

using usecase::Check;
using usecase::Health;

report::Word word_of(Health health) {
  switch (health) {
    case Health::ok:
      return {"ok", translatable_in("health", "ok")};
    case Health::warning:
      return {"warning", translatable_in("health", "warning")};
    case Health::problem:
      break;
  }
  return {"problem", translatable_in("health", "problem")};
}

report::Document document_of(const std::vector<Check>& checks) {
  report::Document document;
  document.key = "doctor";
  document.data = {"checks",
                   {},
                   {{"check", translatable("Check")},
                    {"health", translatable("State")},
                    {"found", translatable("Found"), Align::left, true},
                    {"mend", translatable("What to do"), Align::left, true}},
                   {},
                   {}};
  auto seen = document.data;
  seen.columns.pop_back();  // what to do is told in full, below
  for (const auto& check : checks) {
    const auto mend = check.mend.empty() ? report::Cell{} : report::Cell{check.mend};
    document.data.rows.push_back(
        {std::string{check.key}, word_of(check.health), check.found, mend});
    seen.rows.push_back({message(check.name), word_of(check.health), check.found});
    if (!check.mend.empty()) document.notes.push_back(message("{0}: {1}", check.name, check.mend));
  }
  document.tables = {std::move(seen)};
  return document;
}

int run_doctor(const Arguments& arguments, Context& context) {
  usecase::ExaminationRequest request;
  request.database = context.settings.database;
  request.now = context.machine_time;
  request.patience = context.settings.busy_timeout;
  if (arguments.has("full")) request.thoroughness = store::Thoroughness::full;
  Progress progress{context};
  request.onlooker = progress.onlooker();
  std::vector<Check> checks{database_check(context)};
  for (auto& check : usecase::examine(request)) checks.push_back(std::move(check));
  progress.clear();
  for (auto& check : set_up_checks(context)) checks.push_back(std::move(check));
  context.print(document_of(checks));
  return usecase::has_problem(checks) ? 1 : 0;
}

}  // namespace

Command doctor() {
  return {
      .path = "doctor",
      .audience = Audience::administrator,
      .summary = translatable("look for trouble with the database and its place"),
      .details = {translatable("Changes nothing, and works without a database too. Exit 1 if there "
                               "is a problem; warnings alone give 0.")},
      .options = {{"full", '\0', {}, translatable("every page and the whole audit chain")}},
      .examples = {{"gridvisit doctor", translatable("what is wrong here?")},
                   {"gridvisit doctor --full --format json",
                    translatable("once a week, for a script")}},
      .run = run_doctor,
  };
}

}  // namespace gridvisit::cli
