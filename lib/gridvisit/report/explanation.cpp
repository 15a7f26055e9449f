#include "gridvisit/report/explanation.hpp"

#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/report/explanation_parts.hpp"
#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/register_cells.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

/// What was judged, whichever subject it was.
struct Judged {
  compliance::Verdict verdict;
  std::int64_t done;
  std::int64_t required;
};

std::optional<Judged> judgement_of(const Explanation& explanation) {
  if (const auto& judged = explanation.worker)
    return Judged{judged->verdict, judged->done, judged->required};
  if (const auto& judged = explanation.household)
    return Judged{judged->verdict, judged->done, judged->required};
  if (const auto& judged = explanation.grid)
    return Judged{judged->verdict, judged->done, judged->required};
  return std::nullopt;
}

Message household_not_in_scope(const Explanation& explanation) {
  const auto day = to_string(explanation.window.reference);
  if (!explanation.lives_there)
    return message("The rule does not apply: on {0} the household {1} lived in no grid of it.", day,
                   explanation.code);
  return message(
      "The rule does not apply: on {0} the household {1} had none of the tags that it names ({2}).",
      day, explanation.code, join(explanation.rule.tagged, " "));
}

Message not_in_scope(const Explanation& explanation) {
  switch (explanation.rule.subject) {
    case Subject::worker:
      return message("The rule does not apply: {0} held no grid of it in this period.",
                     explanation.code);
    case Subject::household:
      return household_not_in_scope(explanation);
    case Subject::grid:
      break;
  }
  return message("The rule does not hold in the grid {0}.", explanation.code);
}

Message required_message(const Explanation& explanation, const Judged& judged) {
  const auto& rule = explanation.rule;
  if (explanation.worker && rule.prorate == Prorate::days)
    return message(
        "Required: {0} x {1} (days in post) / {2} (days of the period), rounded up = {3}.",
        rule.at_least, explanation.worker->days_in_post, explanation.window.period.days(),
        judged.required);
  if (explanation.grid)
    return message("Required: {0} for each working day up to the reference day = {1}.",
                   rule.at_least, judged.required);
  return message("Required: {0}.", judged.required);
}

Message done_message(const Explanation& explanation, const Judged& judged) {
  if (explanation.grid) return message("Done: {0} (half-days with a patrol).", judged.done);
  switch (explanation.rule.count) {
    case Count::households:
      return message("Done: {0} (different households).", judged.done);
    case Count::visits:
      return message("Done: {0} (visits, one a household and day).", judged.done);
    case Count::days:
      break;
  }
  return message("Done: {0} (different days).", judged.done);
}

Message verdict_message(const Explanation& explanation, const Judged& judged) {
  using compliance::Verdict;
  const auto last = to_string(explanation.window.period.last);
  switch (judged.verdict) {
    case Verdict::exempt:
      if (explanation.household)
        return message("Result: exempt; days of this period under the rule: fewer than {0}.",
                       explanation.rule.grace_days);
      return message("Result: exempt, nothing is required in this period.");
    case Verdict::met:
      return message("Result: met, {0} is at least {1}.", judged.done, judged.required);
    case Verdict::due:
      if (explanation.grid)  // more are required with every working day to come
        return message("Result: due, {0} short so far; the period ends on {1}.",
                       judged.required - judged.done, last);
      return message("Result: due, {0} more by {1}.", judged.required - judged.done, last);
    case Verdict::missed:
      break;
  }
  return message("Result: missed, {0} short when the period ended on {1}.",
                 judged.required - judged.done, last);
}

std::vector<Message> formula_of(const Explanation& explanation) {
  const auto judged = judgement_of(explanation);
  std::vector<Message> notes;
  if (!judged) {
    notes.push_back(not_in_scope(explanation));
  } else {
    notes = {done_message(explanation, *judged), required_message(explanation, *judged),
             verdict_message(explanation, *judged)};
  }
  if (explanation.year)
    for (auto& note : year_formulas(explanation)) notes.push_back(std::move(note));
  return notes;
}

Cell subject_cell(const Explanation& explanation) {
  return explanation.name.empty() ? explanation.code : explanation.code + " " + explanation.name;
}

Cell number_cell(const std::optional<std::int64_t>& number) {
  return number ? Cell{*number} : Cell{};
}

/// The verdict and its numbers; those that do not apply are empty. Who was in scope earlier in the
/// year is exempt, as in the month's report.
std::vector<std::pair<std::string_view, Cell>> verdict_fields(const Explanation& explanation) {
  auto judged = judgement_of(explanation);
  if (!judged && explanation.year) judged = Judged{compliance::Verdict::exempt, 0, 0};
  const auto& worker = explanation.worker;
  return {{"verdict", judged ? Cell{word_of(judged->verdict)} : Cell{}},
          {"done", judged ? Cell{judged->done} : Cell{}},
          {"required", judged ? Cell{judged->required} : Cell{}},
          {"days_in_post", worker ? Cell{worker->days_in_post} : Cell{}}};
}

/// Named as in the month's report.
std::vector<std::pair<std::string_view, Cell>> year_fields(const Explanation& explanation) {
  if (!explanation.year) return {};
  const auto& year = *explanation.year;
  return {{"year_done", year.done},
          {"year_required", year.required},
          {"year_required_full", year.required_full},
          {"average", year.average_tenths ? Cell{Tenths{*year.average_tenths}} : Cell{}},
          {"on_pace", year.on_pace},
          {"needed", number_cell(year.needed)},
          {"year_verdict", word_of(year.verdict)}};
}

/// All but the visits, for machines.
Table record_of(const Explanation& explanation) {
  const auto& window = explanation.window;
  std::vector<std::pair<std::string_view, Cell>> fields{
      {"rule", explanation.rule.id},
      {"subject", explanation.code},
      {"period", to_string(window.period)},
      {"reference_day", window.reference},
      {"today", explanation.today},
      {"data", explanation.data_version},
      {"known_on", explanation.known_on ? Cell{*explanation.known_on} : Cell{}}};
  for (const auto& more : {verdict_fields(explanation), year_fields(explanation)})
    fields.insert(fields.end(), more.begin(), more.end());
  Table record{"explanation", {}, {}, {{}}, {}};
  for (auto& [key, value] : fields) {
    record.columns.push_back({key, {}});
    record.rows.front().push_back(std::move(value));
  }
  return record;
}

}  // namespace

Document explanation_document(const Explanation& explanation, l10n::Language language) {
  const auto& period = explanation.window.period;
  Document document;
  document.key = "explanation";
  document.title = message("{0}: {1}", explanation.rule.id, title_of(explanation.rule, language));
  document.facts = {
      {"subject", translatable("Subject"), subject_cell(explanation)},
      {"period", translatable("Period"),
       message("{0} ({1} to {2})", to_string(period), to_string(period.first),
               to_string(period.last))},
      {"reference_day", translatable("Reference day"), explanation.window.reference},
      {"data", translatable("Data version"), explanation.data_version},
  };
  if (explanation.known_on)
    document.facts.push_back({"known_on", translatable("Known on"), *explanation.known_on});
  document.tables = explanation_tables(explanation);
  document.nested_json = nested_record(record_of(explanation), document.tables);
  document.notes = formula_of(explanation);
  return document;
}

}  // namespace gridvisit::report
