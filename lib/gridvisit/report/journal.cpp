#include "gridvisit/report/journal.hpp"

#include <fmt/format.h>

#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

Table people_table(const Journal& journal, PersonalData data) {
  Table table{"journal",
              {},
              {{"visit", translatable("Visit"), Align::right},
               {"when", translatable("When")},
               {"household", translatable("Household")},
               {"name", translatable_in("person", "Name")},
               {"mode", translatable("Mode")},
               {"outcome", translatable("Outcome")},
               {"note", translatable_in("visit", "Note")}},
              {},
              {}};
  for (const auto& entry : journal.entries) {
    const auto& said = entry.visit.said;
    table.rows.push_back({entry.visit.id.value, moment_text(said), entry.household.code,
                          name_cell(entry.household.name, data), word_of(said.mode),
                          word_of(said.outcome), note_cell(said.note, entry.voided, data)});
  }
  return table;
}

Table machine_table(const Journal& journal, PersonalData data) {
  Table table{"journal",
              {},
              {{"visit", translatable("Visit")},
               {"day", translatable("Day")},
               {"time", translatable("Time")},
               {"household", translatable("Household")},
               {"name", translatable_in("person", "Name")},
               {"mode", translatable("Mode")},
               {"outcome", translatable("Outcome")},
               {"note", translatable_in("visit", "Note")},
               {"void_reason", translatable("Why void")}},
              {},
              {}};
  for (const auto& entry : journal.entries) {
    const auto& said = entry.visit.said;
    table.rows.push_back({entry.visit.id.value, said.day,
                          said.time ? Cell{time_to_string(*said.time)} : Cell{},
                          entry.household.code, name_cell(entry.household.name, data),
                          word_of(said.mode), word_of(said.outcome), note_cell(said.note, data),
                          entry.voided ? note_cell(entry.voided->reason, data) : Cell{}});
  }
  return table;
}

}  // namespace

std::string moment_text(const VisitDraft& said) {
  if (!said.time) return to_string(said.day);
  return fmt::format("{} {}", to_string(said.day), time_to_string(*said.time));
}

Cell note_cell(const std::string& note, const std::optional<Void>& voided, PersonalData data) {
  const bool hidden = data == PersonalData::masked;
  const std::string text = hidden && !note.empty() ? "*" : note;
  if (!voided) return text;
  const std::string reason = hidden ? "*" : voided->reason;
  if (note.empty()) return message("void: {0}", reason);
  return message("void ({0}): {1}", reason, text);
}

Document journal_document(const Journal& journal, PersonalData data) {
  Document document;
  document.key = "journal";
  document.data = machine_table(journal, data);
  const auto first = to_string(journal.days.first), last = to_string(journal.days.last);
  if (journal.entries.empty()) {
    document.title =
        message("{0}: nothing is logged from {1} to {2}.", journal.worker, first, last);
    return document;
  }
  document.title = message("Journal of {0}, {1} to {2}", journal.worker, first, last);
  document.tables.push_back(people_table(journal, data));
  return document;
}

}  // namespace gridvisit::report
