#include "policy/policies.hpp"

#include <algorithm>
#include <ostream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/byte_source.hpp"
#include "gridvisit/report/policy_report.hpp"
#include "gridvisit/usecase/policies.hpp"

#include "context.hpp"
#include "delivery.hpp"
#include "report/binding.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

constexpr std::size_t k_largest_file = 1 << 20;

/// The policy of this name, or in force on this day, or in force today.
const Policy& policy_wanted(const PolicyBook& book, const std::optional<std::string>& word,
                            Day today) {
  if (!word) return book.in_force(today);
  const auto& policies = book.policies();
  const auto named = std::find_if(policies.rbegin(), policies.rend(),
                                  [&](const Policy& policy) { return policy.name == *word; });
  if (named != policies.rend()) return *named;
  if (const auto day = parse_day(*word, today)) return book.in_force(*day);
  std::vector<std::string> names;
  for (const auto& policy : policies) names.push_back(policy.name);
  throw Error{ErrorKind::not_found, message("There is no policy {0}.", *word),
              message("Name one of these, or a day:"), std::move(names)};
}

int run_policy_show(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  const auto book = usecase::policy_book(*session);
  const auto& policy = policy_wanted(book, arguments.value("policy"), context.now.today);
  if (arguments.has("toml"))
    context.terminal.out << to_toml(policy);
  else
    deliver(report::policy_document(policy, context.catalog.language()), *session, arguments,
            context);
  return 0;
}

int run_policy_list(const Arguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(report::policy_list(usecase::policy_book(*session), context.now.today), *session,
          arguments, context);
  return 0;
}

/// Prints the problems and says so; true if there are none.
bool report_problems(const PolicyReading& reading, const std::string& path, Context& context) {
  if (reading.problems.empty()) return true;
  context.print(report::policy_problems(path, reading.problems));
  return false;
}

int run_policy_check(const Arguments& arguments, Context& context) {
  const auto path = arguments.value("file").value_or("");
  const auto store = context.open_store();
  const auto reading =
      usecase::check_policy(*store->read(), format::whole_file(path, k_largest_file));
  if (!report_problems(reading, path, context)) return 1;
  context.say(message("{0} is a policy; its rules: {1}.", path, reading.policy.rules.size()));
  return 0;
}

int run_load(const Arguments& arguments, Context& context) {
  const auto path = arguments.value("file").value_or("");
  const auto toml = format::whole_file(path, k_largest_file);
  const auto store = context.open_store();
  const auto reading = usecase::check_policy(*store->read(), toml);
  if (!report_problems(reading, path, context))
    throw Error{ErrorKind::refused, message("The policy has problems; it was not loaded."),
                message("Mend them and load it again.")};
  const auto& policy = reading.policy;
  if (context.settings.dry_run) {
    context.say(
        message("Would load the policy {0}; its rules: {1}.", policy.name, policy.rules.size()));
    return 0;
  }
  const auto session = context.begin_writing(*store);
  usecase::load_policy(*session, toml, context.now.instant);
  if (policy.from == k_beginning)
    context.say(message("Loaded the policy {0}, in force from the beginning; its rules: {1}.",
                        policy.name, policy.rules.size()));
  else
    context.say(message("Loaded the policy {0}, in force from {2}; its rules: {1}.", policy.name,
                        policy.rules.size(), to_string(policy.from)));
  return 0;
}

}  // namespace

Command policy_show() {
  return {
      .path = "policy show",
      .audience = Audience::coordinator,
      .summary = translatable("the rules in force"),
      .arguments = {{"policy", translatable("POLICY"),
                     translatable("its name, or a day; by default the one in force today"), false}},
      .options =
          with_output({{"toml", '\0', {}, translatable("as a policy file, to edit and load")}}),
      .examples = {{"gridvisit policy show", translatable("the rules of today")},
                   {"gridvisit policy show --toml > policy.toml",
                    translatable("a file to begin your own with")}},
      .run = run_policy_show,
  };
}

Command policy_list() {
  return {
      .path = "policy list",
      .audience = Audience::coordinator,
      .summary = translatable("every policy, and from when it holds"),
      .options = output_options(),
      .examples = {{"gridvisit policy list", translatable("which one holds today?")}},
      .run = run_policy_list,
  };
}

Command policy_check() {
  return {
      .path = "policy check",
      .audience = Audience::coordinator,
      .summary = translatable("look for problems in a policy file; exit 1 if there are any"),
      .arguments = {{"file", translatable("FILE"), translatable("a policy in TOML")}},
      .examples = {{"gridvisit policy check policy.toml", translatable("before loading it")}},
      .run = run_policy_check,
  };
}

Command policy_load() {
  return {
      .path = "policy load",
      .audience = Audience::coordinator,
      .summary = translatable("put a policy on record; it holds from the day its file names"),
      .details = {translatable("A policy is never changed: a later one takes over on its first "
                               "day. A period is judged by the policy in force on its last day, so "
                               "that reports on what has ended stay as they were.")},
      .arguments = {{"file", translatable("FILE"), translatable("a policy in TOML")}},
      .examples = {{"gridvisit policy load policy.toml", translatable("from the day it names")}},
      .run = run_load,
  };
}

}  // namespace gridvisit::cli
