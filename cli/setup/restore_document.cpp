#include "setup/restore_document.hpp"

#include "gridvisit/format/json.hpp"

namespace gridvisit::cli {
namespace {

using report::Cell;

Cell version_of(const store::AuditEntry& entry) {
  return message("{0} of {1}", store::short_head(entry), to_string(entry.at));
}

Cell version_of(const usecase::Comparison& comparison) {
  if (comparison.database) return version_of(*comparison.database);
  if (comparison.unreadable) return comparison.unreadable->message();
  return message("there is none");
}

/// What restoring means, in one sentence.
Message relation_of(const usecase::Comparison& comparison) {
  if (!comparison.database && !comparison.unreadable)
    return message("There is no database yet; nothing is replaced.");
  if (!comparison.database)
    return message(
        "The database can't be read, so nobody can tell what it has that the backup "
        "lacks.");
  if (comparison.common == 0 && !comparison.backup.schema.is_newest())
    return message("The backup is of an older schema; it is brought up to date.");
  if (comparison.common == 0)
    return message("The backup is of another database: all of this one would be replaced.");
  if (comparison.lost() == 0) return message("The backup has all that the database has.");
  if (comparison.gained() == 0) return message("The backup is an earlier state of this database.");
  return message("The two went different ways after data version {0}.", comparison.common);
}

report::Table lost_entries(const usecase::Comparison& comparison) {
  report::Table table{"lost",
                      translatable("What the backup lacks"),
                      {{"entry", translatable("Entry"), Align::right},
                       {"at", translatable("At")},
                       {"actor", translatable("User")},
                       {"worker", translatable("Worker")},
                       {"operation", translatable("What")},
                       {"reference", translatable("Of"), Align::left, true}},
                      {},
                      {}};
  for (const auto& entry : comparison.first_lost)
    table.rows.push_back({entry.sequence, to_string(entry.at), entry.actor, entry.worker,
                          entry.operation, entry.reference});
  return table;
}

std::string as_json(const usecase::Restoration& restoration) {
  const auto& comparison = restoration.comparison();
  format::JsonWriter json{format::JsonLayout::indented};
  json.begin_object().key("backup").string(store::short_head(comparison.backup.head));
  json.key("database");
  if (comparison.database)
    json.string(store::short_head(*comparison.database));
  else
    json.null();
  json.key("common").number(comparison.common);
  json.key("lost").number(comparison.lost());
  json.key("gained").number(comparison.gained());
  json.key("first_lost").begin_array();
  for (const auto& entry : comparison.first_lost) {
    json.begin_object().key("entry").number(entry.sequence).key("at").string(to_string(entry.at));
    json.key("actor").string(entry.actor).key("worker").string(entry.worker);
    json.key("operation").string(entry.operation).key("reference").string(entry.reference);
    json.end_object();
  }
  return json.end_array().end_object().text();
}

}  // namespace

report::Document comparison_document(const usecase::Restoration& restoration,
                                     const std::string& backup) {
  const auto& comparison = restoration.comparison();
  report::Document document;
  document.key = "restore";
  document.title = message("To restore {0}", backup);
  document.facts = {
      {"backup", translatable("Backup"), version_of(comparison.backup.head)},
      {"database", translatable("Database"), version_of(comparison)},
      {"common", translatable("Entries in common"), comparison.common},
      {"lost", translatable("Entries lost"), comparison.lost()},
      {"gained", translatable("Entries gained"), comparison.gained()},
  };
  if (restoration.kept())
    document.facts.push_back(
        {"kept", translatable("Kept as"), restoration.kept()->filename().string()});
  document.nested_json = as_json(restoration);
  document.notes = {relation_of(comparison)};
  document.data = lost_entries(comparison);
  const auto untold = comparison.lost() - static_cast<std::int64_t>(comparison.first_lost.size());
  if (untold > 0 && !comparison.first_lost.empty())
    document.notes.push_back(message("… and {0} more.", untold));
  return document;
}

}  // namespace gridvisit::cli
