#include <clocale>
#include <memory>
#include <type_traits>

#include <langinfo.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/usecase/examine.hpp"

#include "context.hpp"
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

Message told(const Setting& setting) {
  return message("{0} ({1})", setting.value, origin_label(setting.origin));
}

/// A worker that is named must be on record, as far as the database can be asked.
Check worker_check(const Context& context) {
  const auto& setting = setting_named(context.settings.known, "worker");
  Check check{"worker", translatable("Who types"), Health::ok, told(setting)};
  if (setting.value.empty()) {
    check.found = message("nobody is named");
    return check;
  }
  try {
    if (context.open_store()->read()->workers().find(setting.value)) return check;
  } catch (const Error&) {
    return check;  // a check of its own tells
  }
  check.health = Health::problem;
  check.mend =
      message("There is no worker {0}: `gridvisit worker list` shows them.", setting.value);
  return check;
}

Check language_check(const Context& context) {
  return {"language", translatable("Language"), Health::ok,
          told(setting_named(context.settings.known, "language"))};
}

/// What the environment says that the terminal shows.
Check terminal_check() {
  Check check{"terminal", translatable("Characters of the terminal")};
  const std::unique_ptr<std::remove_pointer_t<locale_t>, void (*)(locale_t)> locale{
      ::newlocale(LC_CTYPE_MASK, "", nullptr), ::freelocale};
  const std::string characters = locale ? ::nl_langinfo_l(CODESET, locale.get()) : "?";
  check.found = usecase::as_it_is(characters);
  if (characters != "UTF-8") {
    check.health = Health::warning;
    check.mend = message("Chinese may not show: export LC_ALL=C.UTF-8");
  }
  return check;
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

int run(const Arguments& arguments, Context& context) {
  usecase::ExaminationRequest request;
  request.database = context.settings.database;
  request.now = context.machine_time;
  request.patience = context.settings.busy_timeout;
  if (arguments.has("full")) request.thoroughness = store::Thoroughness::full;
  const auto& database = setting_named(context.settings.known, "database");
  std::vector<Check> checks{{"database", translatable("Database"), Health::ok, told(database)}};
  for (auto& check : usecase::examine(request)) checks.push_back(std::move(check));
  checks.push_back(worker_check(context));
  checks.push_back(language_check(context));
  checks.push_back(terminal_check());
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
      .run = run,
  };
}

}  // namespace gridvisit::cli
