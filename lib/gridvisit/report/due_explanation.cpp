#include "gridvisit/report/due_explanation.hpp"

#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

Word priority_word(int priority) {
  switch (priority) {
    case 0:
      return {"key", translatable("key persons")};
    case 1:
      return {"special", translatable("special persons")};
    case 2:
      return {"hardship", translatable("hardship families")};
    default:
      return {"rest", translatable("the rest")};
  }
}

Table obligations_table(const DueExplanation& explanation) {
  Table table{"obligations",
              translatable("Not met yet"),
              {{"rule", translatable("Rule")},
               {"period", translatable("Period")},
               {"deadline", translatable("By")},
               {"done", translatable("Done"), Align::right},
               {"required", translatable("Required"), Align::right}},
              {},
              {}};
  for (const auto& owed : explanation.owed)
    table.rows.push_back(
        {owed.rule.id, to_string(owed.period), owed.period.last, owed.done, owed.required});
  return table;
}

/// The order of the list, question by question.
std::vector<Message> order_of(const DueExplanation& explanation) {
  if (explanation.place == 0)
    return {message("{0} is not on the list: every household rule that applies today is met.",
                    explanation.household)};
  std::vector<Message> notes{
      message("1. Earliest deadline: {0}.", to_string(explanation.owed.front().period.last)),
      message("2. Priority: {0}.", priority_word(explanation.priority).label),
      message("3. Obligations: {0}.", explanation.owed.size())};
  if (explanation.last_counted)
    notes.push_back(message("4. Last visit that counts for one of them: {0}.",
                            to_string(*explanation.last_counted)));
  else
    notes.push_back(message("4. Last visit that counts for one of them: never."));
  notes.push_back(message("5. Then building, unit and room. Place {0} of {1} in {2}.",
                          explanation.place, explanation.total, explanation.grid));
  return notes;
}

Table record_of(const DueExplanation& explanation) {
  const bool owes = explanation.place != 0;
  const auto last = explanation.last_counted;
  return {
      "explanation",
      {},
      {{"rule", {}},
       {"subject", {}},
       {"today", {}},
       {"data", {}},
       {"grid", {}},
       {"place", {}},
       {"total", {}},
       {"priority", {}},
       {"last_counted", {}}},
      {{std::string{"due"}, explanation.household, explanation.today, explanation.data_version,
        explanation.grid, owes ? Cell{static_cast<std::int64_t>(explanation.place)} : Cell{},
        static_cast<std::int64_t>(explanation.total),
        owes ? Cell{priority_word(explanation.priority)} : Cell{}, last ? Cell{*last} : Cell{}}},
      {}};
}

}  // namespace

Document due_explanation_document(const DueExplanation& explanation) {
  Document document;
  document.key = "explanation";
  document.title = message("due: {0} in the list of {1}", explanation.household, explanation.grid);
  document.facts = {{"today", translatable("Today"), explanation.today},
                    {"data", translatable("Data version"), explanation.data_version}};
  document.tables = {obligations_table(explanation)};
  document.nested_json = nested_record(record_of(explanation), document.tables);
  document.notes = order_of(explanation);
  return document;
}

}  // namespace gridvisit::report
