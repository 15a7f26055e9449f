#include "gridvisit/usecase/import_register.hpp"

#include <utility>

#include <fmt/format.h>

#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/import_table.hpp"

namespace gridvisit::usecase {
namespace {

using exchange::TableKind;

TableImport import_of(const ImportSite& site) {
  switch (site.request.table) {
    case TableKind::areas:
      return import_areas(site);
    case TableKind::workers:
      return import_workers(site);
    case TableKind::assignments:
      return import_assignments(site);
    case TableKind::leave:
      return import_leave(site);
    case TableKind::households:
      return import_households(site);
    case TableKind::tags:
      return import_tags(site);
    case TableKind::visits:
      return import_visits(site);
    case TableKind::patrols:
      return import_patrols(site);
    case TableKind::holidays:
      break;
  }
  return import_holidays(site);
}

void note_problems(ImportResult& result, const exchange::Problems& problems) {
  result.problem_count += static_cast<std::int64_t>(problems.size());
  for (const auto& problem : problems)
    if (result.problems.size() < ImportResult::k_most_problems) result.problems.push_back(problem);
}

void count(ImportResult& result, Fate fate) {
  if (fate == Fate::added) ++result.added;
  if (fate == Fate::changed) ++result.changed;
  if (fate == Fate::same || fate == Fate::confirmed) ++result.same;
  if (fate == Fate::rejected) ++result.rejected;
}

bool is_news(Fate fate) {
  return fate == Fate::added || fate == Fate::changed || fate == Fate::confirmed;
}

store::Operation operation_of(const ImportRequest& request, const ImportResult& result) {
  return {fmt::format("import {}", exchange::table_of(request.table).name),
          fmt::format("{}: {} new, {} changed, {} already there, {} rejected",
                      with_visible_controls(request.file_name), result.added, result.changed,
                      result.same, result.rejected)};
}

void take_rows(exchange::RowReader& reader, TableImport& table, const Settle& settle) {
  exchange::Row row;
  for (exchange::Problems problems; reader.next(row, problems); problems.clear()) {
    const auto fate = problems.empty() ? table.take(row, problems) : Fate::rejected;
    settle(row, fate, problems);
  }
}

}  // namespace

ImportResult import_register(store::Store& store, const store::Authorship& authorship,
                             const ImportRequest& request, format::RecordSource source,
                             const RejectSink& on_reject) {
  ImportResult result;
  exchange::RowReader reader{std::move(source), exchange::table_of(request.table)};
  result.header_warnings = reader.header_warnings();
  note_problems(result, reader.header_errors());
  if (!result.sound()) return result;

  const auto session = store.write(authorship);
  auto table =
      import_of({*session, request, result.warnings,
                 authorship.worker.empty() ? authorship.actor : authorship.worker, authorship.at});
  bool brings_news = false;
  const auto settle = [&](const exchange::Row& row, Fate fate, const exchange::Problems& problems) {
    count(result, fate);
    brings_news = brings_news || is_news(fate);
    if (fate != Fate::rejected) return;
    note_problems(result, problems);
    on_reject(row, problems);
  };
  take_rows(reader, table, settle);
  const Stage finishing{request.onlooker, translatable("Finishing"), WorkUnit::rows};
  if (table.finish) table.finish(settle);
  result.taken = (result.sound() || request.skip_bad) && !request.dry_run;
  if (result.taken && brings_news) session->commit(operation_of(request, result));
  return result;
}

void report_error(exchange::RowValues& values, exchange::Field field, const Error& error) {
  const auto& near = error.candidates();
  auto mend = near.empty() ? error.hint() : message("Did you mean {0}?", join(near, ", "));
  values.report(field, error.message(), std::move(mend));
}

}  // namespace gridvisit::usecase
