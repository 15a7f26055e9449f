#include "daily/common.hpp"

#include <array>
#include <istream>
#include <ostream>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/domain/masking.hpp"
#include "gridvisit/report/journal.hpp"
#include "gridvisit/report/words.hpp"
#include "gridvisit/usecase/lookup.hpp"

#include "sentence.hpp"

namespace gridvisit::cli {
namespace {

/// More than any note may have, so that a longer one is refused without being read whole.
constexpr std::size_t k_most_input = std::size_t{64} * 1024;

std::string read_input(std::istream& in) {
  std::string text(k_most_input + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) throw Error{ErrorKind::io, message("The input broke off.")};
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > k_most_input)
    throw Error{ErrorKind::refused, message("The note is longer than {0} bytes.", k_most_input),
                message("Shorten it.")};
  return text;
}

}  // namespace

std::string worker_who_types(const Context& context) {
  if (!context.settings.worker.empty()) return context.settings.worker;
  throw Error{ErrorKind::usage, message("Nobody said which worker you are."),
              message("Say it once with `gridvisit config set worker CODE`, or each time with --as "
                      "CODE or GRIDVISIT_WORKER.")};
}

std::vector<AreaId> own_grids(const store::Session& session, const Context& context) {
  if (context.settings.worker.empty()) return {};
  const auto worker = usecase::worker_coded(session, context.settings.worker);
  auto grids = usecase::grids_held(session, worker.id, context.now.today);
  if (grids.empty() && context.own_only())  // where none would mean all
    throw Error{ErrorKind::permission,
                message("Worker {0} holds no grid today, and sees no other.", worker.code),
                message("Ask a coordinator for `gridvisit assign add {0} GRID`.", worker.code)};
  return grids;
}

report::PersonalData shown_of(HouseholdId household, report::PersonalData data,
                              const store::Session& session, const std::vector<AreaId>& own) {
  return usecase::lives_in(session, household, own) ? data : of_others(data);
}

usecase::Occasion occasion_of(const Context& context) {
  return {context.now, context.settings.late_after_days, context.settings.dry_run};
}

std::optional<Outcome> outcome_given(const Arguments& arguments) {
  std::optional<Outcome> given;
  for (const auto outcome : k_outcomes) {
    if (!arguments.has(to_string(outcome))) continue;
    if (given)
      throw Error{ErrorKind::usage, message("A visit has one outcome: --{0} or --{1}.",
                                            to_string(*given), to_string(outcome))};
    given = outcome;
  }
  return given;
}

std::vector<Option> visit_options() {
  return {{"mode", 'm', translatable("MODE"),
           translatable("door, outside, office, video, phone or message; or 上门 面见 来访 视频 "
                        "电话 短信")},
          {"on", '\0', translatable("DAY"),
           translatable("2026-10-05, 10-05, yesterday, -2d, mon … sun, 昨天, 周一")},
          {"at", '\0', translatable("HH:MM"), translatable("the time of day")}};
}

std::string text_given(const std::vector<std::string>& words, Context& context) {
  if (words.size() == 1 && words.front() == "-") return read_input(context.terminal.in);
  return join(words, " ");
}

std::string choose_household(const usecase::UnclearHousehold& unclear, Context& context) {
  const auto& terminal = context.terminal;
  if (!terminal.err_is_terminal) throw unclear;
  const auto& candidates = unclear.own();
  const bool can_ask =
      terminal.in_is_terminal && terminal.out_is_terminal && !context.settings.no_input;
  if (!can_ask || candidates.empty())
    throw Error{unclear.kind(), unclear.message(), unclear.hint(), candidates};
  print_sentence(terminal.err, context.catalog.text(unclear.message()), terminal.err_columns());
  for (std::size_t index = 0; index < candidates.size(); ++index)
    terminal.err << fmt::format("  {}  {}\n", index + 1, with_visible_controls(candidates[index]));
  terminal.err << context.catalog.text(message("Which one? Its number, or Enter for none: "))
               << std::flush;
  std::string answer;
  std::getline(terminal.in, answer);
  const auto number = parse_integer(trim(answer));
  if (!number || *number < 1 || *number > static_cast<long long>(candidates.size()))
    throw Error{ErrorKind::not_found, message("None was chosen; nothing was done.")};
  const auto& chosen = candidates[static_cast<std::size_t>(*number - 1)];
  return chosen.substr(0, chosen.find(' '));
}

std::string named(const Household& household, bool in_own_grid, const Context& context) {
  if (household.name.empty()) return household.code;
  const bool shown = in_own_grid && own_personal_data(context) == report::PersonalData::own;
  return fmt::format("{} {}", household.code, shown ? household.name : masked_name(household.name));
}

std::string described(const VisitDraft& said, const l10n::Catalog& catalog) {
  return catalog.text(message("{0}, {1}, {2}", report::word_of(said.mode).label,
                              report::word_of(said.outcome).label, report::moment_text(said)));
}

}  // namespace gridvisit::cli
