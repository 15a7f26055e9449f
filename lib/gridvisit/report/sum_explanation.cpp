#include "gridvisit/report/sum_explanation.hpp"

#include <fmt/format.h>

#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::Standing;
using compliance::Verdict;

Word standing_word(Standing standing) {
  switch (standing) {
    case Standing::in_scope:
      return {"in_scope", translatable("counts")};
    case Standing::lives_elsewhere:
      return {"lives_elsewhere", translatable("no: lived elsewhere on the reference day")};
    case Standing::rule_elsewhere:
      return {"rule_elsewhere", translatable("no: the rule does not hold in the grid")};
    case Standing::untagged:
      break;
  }
  return {"untagged", translatable("no: none of the rule's tags")};
}

Word counts_word(const SummedHousehold& household) {
  if (household.judged && household.judged->verdict == Verdict::exempt)
    return {"exempt", translatable("no: exempt, not long enough in scope")};
  return standing_word(household.standing);
}

Table households_table(const SumExplanation& explanation) {
  Table table{"households",
              translatable("Households considered"),
              {{"household", translatable("Household")},
               {"grid", translatable("Grid")},
               {"period", translatable("Period")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right},
               {"verdict", translatable("Result")},
               {"counts", translatable("Counts?"), Align::left, true}},
              {},
              {}};
  for (const auto& household : explanation.households) {
    const auto& judged = household.judged;
    table.rows.push_back(
        {household.code, household.grid, to_string(household.period),
         judged ? Cell{judged->done} : Cell{}, judged ? Cell{judged->required} : Cell{},
         judged ? Cell{word_of(judged->verdict)} : Cell{}, counts_word(household)});
  }
  return table;
}

Table parts_table(const SumExplanation& explanation) {
  const bool of_workers = explanation.rule.subject == Subject::worker;
  Table table{of_workers ? "workers" : "grids",
              of_workers ? translatable("Workers considered") : translatable("Grids considered"),
              {{"code", translatable("Code")},
               {"name", translatable("Name"), Align::left, true},
               {"period", translatable("Period")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right},
               {"verdict", translatable("Result")}},
              {},
              {}};
  for (const auto& part : explanation.parts)
    table.rows.push_back({part.code, part.name, to_string(part.period), part.done, part.required,
                          word_of(part.verdict)});
  return table;
}

Message::Argument per_cent(const compliance::Ratio& ratio) {
  const auto value = tenths(ratio, 100);
  return value ? to_argument(fmt::format("{}.{}%", *value / 10, *value % 10))
               : to_argument(translatable("n/a"));
}

std::vector<Message> formula_of(const SumExplanation& explanation) {
  std::vector<Message> notes;
  if (const auto& tally = explanation.tally) {
    notes.push_back(message("Covered: {0} met / ({0} met + {1} due + {2} missed = {3}) = {4}.",
                            tally->met, tally->due, tally->missed, tally->total(),
                            per_cent(tally->coverage())));
    notes.push_back(message("Exempt, in neither number: {0}.", tally->exempt));
  }
  if (const auto& sum = explanation.sum) {
    notes.push_back(
        message("Done: the sum over the periods ({0}) = {1}. Required: their sum = {2}.",
                std::ssize(explanation.parts), sum->done, sum->required));
    notes.push_back(message("Result of the sum: {0}.", word_of(sum->verdict).label));
  }
  if (const auto& met = explanation.met)
    notes.push_back(message("Met: {0} of {1} who had to; exempt ones are in neither number.",
                            met->part, met->whole));
  return notes;
}

Table record_of(const SumExplanation& explanation) {
  Table record{"explanation",
               {},
               {{"rule", {}},
                {"subject", {}},
                {"period", {}},
                {"reference_day", {}},
                {"today", {}},
                {"data", {}}},
               {{explanation.rule.id, explanation.code, to_string(explanation.period),
                 explanation.reference, explanation.today, explanation.data_version}},
               {}};
  const auto add = [&](std::string_view key, Cell value) {
    record.columns.push_back({key, {}});
    record.rows.front().push_back(std::move(value));
  };
  const auto& sum = explanation.sum;
  add("verdict", sum ? Cell{word_of(sum->verdict)} : Cell{});
  add("done", sum ? Cell{sum->done} : Cell{});
  add("required", sum ? Cell{sum->required} : Cell{});
  const auto& tally = explanation.tally;
  add("met", tally ? Cell{tally->met} : explanation.met ? Cell{explanation.met->part} : Cell{});
  add("due", tally ? Cell{tally->due} : Cell{});
  add("missed", tally ? Cell{tally->missed} : Cell{});
  add("exempt", tally ? Cell{tally->exempt} : Cell{});
  add("total", tally             ? Cell{tally->total()}
               : explanation.met ? Cell{explanation.met->whole}
                                 : Cell{});
  return record;
}

Cell subject_cell(const SumExplanation& explanation) {
  if (explanation.code == "-") return message("nobody");
  return explanation.name.empty() ? explanation.code : explanation.code + " " + explanation.name;
}

}  // namespace

Document sum_explanation_document(const SumExplanation& explanation, l10n::Language language) {
  const auto& period = explanation.period;
  Document document;
  document.key = "explanation";
  document.title = message("{0}: {1}", explanation.rule.id, title_of(explanation.rule, language));
  document.facts = {
      {"subject", translatable("Subject"), subject_cell(explanation)},
      {"period", translatable("Period"),
       message("{0} ({1} to {2})", to_string(period), to_string(period.first),
               to_string(period.last))},
      {"reference_day", translatable("Reference day"), explanation.reference},
      {"data", translatable("Data version"), explanation.data_version},
  };
  if (explanation.known_on)
    document.facts.push_back({"known_on", translatable("Known on"), *explanation.known_on});
  const bool of_households = explanation.rule.subject == Subject::household;
  document.tables = {of_households ? households_table(explanation) : parts_table(explanation)};
  document.nested_json = nested_record(record_of(explanation), document.tables);
  document.notes = formula_of(explanation);
  return document;
}

}  // namespace gridvisit::report
