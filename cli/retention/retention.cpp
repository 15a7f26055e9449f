#include "retention/retention.hpp"

#include <algorithm>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/erase_texts.hpp"
#include "gridvisit/usecase/retention.hpp"

#include "clock.hpp"
#include "consent.hpp"
#include "delivery.hpp"
#include "register/register_options.hpp"

namespace gridvisit::cli {
namespace {

/// Empty: for ever.
std::optional<int> months_set(std::string_view key, const Context& context) {
  const auto months = parse_integer(value_of(context.settings.known, key));
  return months ? std::optional{static_cast<int>(*months)} : std::nullopt;
}

report::RetentionRules rules_set(const Context& context) {
  return {months_set("keep_notes_months", context), months_set("keep_moved_out_months", context)};
}

/// No --today makes anything older than it is.
Day day_reached(const Context& context) {
  const auto& zone = setting_named(context.settings.known, "timezone").value;
  return std::min(context.now.today, civil_day(context.machine_time, zone));
}

int run_retention_list(const Arguments& arguments, Context& context) {
  const auto rules = rules_set(context);
  const auto store = context.open_store();
  const auto session = store->read();
  deliver(
      report::retention_list(rules, usecase::retention_due(*session, rules, day_reached(context))),
      *session, arguments, context);
  return 0;
}

bool is_confirmed(const report::RetentionDue& due, Context& context) {
  return context.settings.dry_run || due.is_nothing() ||
         is_agreed(message("This erases for good: notes {0}, personal data of households {1}.",
                           due.notes, due.households.size()),
                   context);
}

int run_apply(const Arguments& arguments, Context& context) {
  const auto rules = rules_set(context);
  const auto today = day_reached(context);
  const auto reason = usecase::erasure_reason(word(arguments, "reason"));
  const auto open = open_desk(context);
  if (!is_confirmed(usecase::retention_due(*open.store->read(), rules, today), context)) return 1;
  const auto due = usecase::apply_retention(open.desk, rules, today, reason);
  if (due.is_nothing()) {
    context.say(message("Nothing is past its time."));
    return 0;
  }
  return say_kept(context, {message("Erased: notes {0}, personal data of households {1}.",
                                    due.notes, due.households.size())});
}

constexpr TextId k_settings = translatable(
    "The settings keep_notes_months and keep_moved_out_months say how many months the notes of "
    "visits and patrols are kept, and the personal data of households that moved out; without "
    "them, for ever.");

}  // namespace

Command retention_list() {
  return {
      .path = "retention list",
      .audience = Audience::administrator,
      .summary = translatable("how long personal data is kept, and what is past its time"),
      .details = {k_settings},
      .options = output_options(),
      .examples = {{"gridvisit retention list", translatable("what would be erased today?")}},
      .run = run_retention_list,
  };
}

Command retention_apply() {
  return {
      .path = "retention apply",
      .audience = Audience::administrator,
      .summary = translatable("erase the personal data that is past its time"),
      .details = {k_settings,
                  translatable(
                      "Visits and codes stay and go on counting, and the audit chain stays "
                      "whole. Older backups and exports still hold what they held.")},
      .options = {{"reason", '\0', translatable("TEXT"),
                   translatable("why; it goes on record, so name nobody in it")}},
      .examples = {{"gridvisit retention apply --dry-run --reason \"yearly\"",
                    translatable("what would go?")},
                   {"gridvisit retention apply --reason \"yearly\" --yes",
                    translatable("for cron, once a year")}},
      .run = run_apply,
  };
}

}  // namespace gridvisit::cli
