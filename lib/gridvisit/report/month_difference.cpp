#include "gridvisit/report/month_difference.hpp"

#include <algorithm>
#include <concepts>
#include <utility>

#include "gridvisit/report/compliance_parts.hpp"
#include "gridvisit/report/nested_record.hpp"
#include "gridvisit/report/result_fields.hpp"
#include "gridvisit/report/words.hpp"

namespace gridvisit::report {
namespace {

using compliance::FigureChange;

/// One value of a figure that is not what it was.
struct ChangedField {
  std::string_view key;
  TextId label;
  Cell was;
  Cell is;
};

const ResultField* find_field(const std::vector<ResultField>& fields, std::string_view key) {
  const auto at = std::ranges::find(fields, key, &ResultField::key);
  return at == fields.end() ? nullptr : &*at;
}

/// Fields are words and numbers, which can be compared.
bool is_same(const Cell& left, const Cell& right) {
  return std::visit(
      []<class Left, class Right>(const Left& one, const Right& other) {
        if constexpr (std::same_as<Left, Right> && std::equality_comparable<Left>)
          return one == other;
        else
          return false;
      },
      left, right);
}

std::vector<ChangedField> changed_fields(const FigureChange& change) {
  std::vector<ChangedField> changed;
  const auto was = fields_of(change.was), is = fields_of(change.is);
  for (const auto& field : is.empty() ? was : is) {
    const auto* before = find_field(was, field.key);
    const auto* now = find_field(is, field.key);
    ChangedField both{field.key, field.label, before ? before->value : Cell{},
                      now ? now->value : Cell{}};
    if (!is_same(both.was, both.is)) changed.push_back(std::move(both));
  }
  return changed;
}

/// Of two numbers; nothing where one is missing, or both are words.
Cell difference_of(const Cell& was, const Cell& is) {
  if (const auto* before = std::get_if<std::int64_t>(&was), *now = std::get_if<std::int64_t>(&is);
      before && now)
    return *now - *before;
  if (const auto* before = std::get_if<Tenths>(&was), *now = std::get_if<Tenths>(&is);
      before && now)
    return Tenths{now->value - before->value};
  return {};
}

bool is_of_grid(const FigureChange& change) {
  return std::holds_alternative<AreaId>(change.subject);
}

SubjectName subject_of(const FigureChange& change, const Names& names) {
  return subject_of(compliance::Row{change.subject, {}, {}}, names);
}

Cell code_cell(const FigureChange& change, const SubjectName& subject) {
  if (std::holds_alternative<std::monostate>(change.subject)) return Word{"-", {{}, "-"}};
  return subject.code;
}

Cell name_cell(const FigureChange& change, const SubjectName& subject) {
  if (std::holds_alternative<std::monostate>(change.subject)) return message("nobody");
  return subject.name;
}

std::string title_of_rule(const MonthDifference& difference, const std::string& id,
                          l10n::Language language) {
  const auto at = std::ranges::find(difference.rules, id, &Rule::id);
  return at == difference.rules.end() ? id : title_of(*at, language);
}

/// For people: the changes of the rows by worker, or of those by grid.
Table changes_by(const MonthDifference& difference, bool by_grid, l10n::Language language) {
  Table table{by_grid ? "by_grid" : "by_worker",
              by_grid ? translatable("By grid") : translatable("By worker"),
              {{"code", translatable("Code")},
               {"name", translatable("Name"), Align::left, true},
               {"rule", translatable("Rule"), Align::left, true},
               {"figure", translatable_in("figure", "Figure")},
               {"was", translatable_in("figure", "Was"), Align::right},
               {"is", translatable_in("figure", "Is"), Align::right},
               {"difference", translatable_in("figure", "Difference"), Align::right}},
              {},
              {}};
  for (const auto& change : difference.changes) {
    if (is_of_grid(change) != by_grid) continue;
    const auto subject = subject_of(change, difference.names);
    for (const auto& field : changed_fields(change))
      table.rows.push_back({code_cell(change, subject), name_cell(change, subject),
                            title_of_rule(difference, change.rule, language), message(field.label),
                            field.was, field.is, difference_of(field.was, field.is)});
  }
  return table;
}

/// For machines: one row a value.
Table tidy_changes(const MonthDifference& difference) {
  Table table{"changes",
              {},
              {{"period", {}},
               {"closed_at", {}},
               {"by", {}},
               {"code", {}},
               {"name", {}},
               {"rule", {}},
               {"figure", {}},
               {"was", {}},
               {"is", {}},
               {"difference", {}}},
              {},
              {}};
  for (const auto& change : difference.changes) {
    const auto subject = subject_of(change, difference.names);
    for (const auto& field : changed_fields(change))
      table.rows.push_back({to_string(difference.closing.month), to_string(difference.closing.at),
                            Word{is_of_grid(change) ? "grid" : "worker", {}},
                            code_cell(change, subject), subject.name, change.rule,
                            Word{field.key, {}}, field.was, field.is,
                            difference_of(field.was, field.is)});
  }
  return table;
}

Table visits_table(const std::vector<LateVisit>& visits) {
  Table table{"visits",
              translatable("Visits recorded or voided since"),
              {{"visit", translatable("Visit"), Align::right},
               {"day", translatable("Day")},
               {"household", translatable("Household")},
               {"worker", translatable("Worker")},
               {"mode", translatable("Mode")},
               {"outcome", translatable("Outcome")},
               {"recorded_at", translatable_in("visit", "Recorded")},
               {"voided_at", translatable_in("visit", "Voided")}},
              {},
              {}};
  for (const auto& late : visits) {
    const auto& said = late.visit.said;
    table.rows.push_back({late.visit.id.value, said.day, late.household, late.worker,
                          word_of(said.mode), word_of(said.outcome),
                          to_string(late.visit.recorded_at),
                          late.voided ? Cell{to_string(late.voided->at)} : Cell{}});
  }
  return table;
}

Table entries_table(const std::vector<LateEntry>& entries) {
  Table table{"entries",
              translatable("Patrols and changes of the register, rules and holidays since"),
              {{"entry", translatable("Audit entry"), Align::right},
               {"at", translatable_in("audit", "At")},
               {"by", translatable_in("month", "By")},
               {"operation", translatable("Operation")},
               {"reference", translatable("About"), Align::left, true}},
              {},
              {}};
  for (const auto& entry : entries)
    table.rows.push_back(
        {entry.sequence, to_string(entry.at), entry.by, entry.operation, entry.reference});
  return table;
}

std::vector<Fact> facts_of(const MonthDifference& difference) {
  const auto& closing = difference.closing;
  return {{"period", translatable("Period"), to_string(closing.month)},
          {"closed_at", translatable_in("month", "Closed"), to_string(closing.at)},
          {"closed_by", translatable_in("month", "By"), closing.by},
          {"closed_data", translatable("Made from data version"), closing.data_version},
          {"today", translatable_in("month", "Judged on"), closing.today},
          {"data", translatable("Data version now"), difference.data_version}};
}

/// The facts as one row, for the head of the JSON.
Table record_of(const std::vector<Fact>& facts) {
  Table record{"month_difference", {}, {}, {{}}, {}};
  for (const auto& fact : facts) {
    record.columns.push_back({fact.key, fact.label});
    record.rows.front().push_back(fact.value);
  }
  return record;
}

}  // namespace

Document month_difference(const MonthDifference& difference, l10n::Language language) {
  const auto month = to_string(difference.closing.month);
  Document document;
  document.key = "month_difference";
  document.title = message("What later records changed in the figures of {0}", month);
  document.facts = facts_of(difference);
  document.data = tidy_changes(difference);
  const auto visits = visits_table(difference.visits), entries = entries_table(difference.entries);
  document.nested_json = nested_record(record_of(document.facts), {document.data, visits, entries});
  for (auto& table : {changes_by(difference, false, language),
                      changes_by(difference, true, language), visits, entries})
    if (!table.rows.empty()) document.tables.push_back(table);
  if (difference.changes.empty())
    document.notes.push_back(
        message("Nothing has changed: every figure of {0} is as it was kept.", month));
  return document;
}

}  // namespace gridvisit::report
