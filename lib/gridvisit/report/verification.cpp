#include "gridvisit/report/verification.hpp"

#include "gridvisit/report/nested_record.hpp"

namespace gridvisit::report {
namespace {

Table findings_table(const VerificationStatement& statement) {
  Table table{"findings", {}, {{"finding", translatable("Finding")}}, {}, {}};
  for (const auto& finding : statement.findings) table.rows.push_back({finding});
  return table;
}

Table record_of(const VerificationStatement& statement) {
  return {"verify",
          {},
          {{"head", translatable("Data version")},
           {"entries", translatable("Audit entries")},
           {"found", translatable("Findings")}},
          {{statement.data_version, statement.entries, std::int64_t(statement.found)}},
          {}};
}

}  // namespace

Document verification_report(const VerificationStatement& statement) {
  Document document;
  document.key = "verify";
  document.title = statement.found == 0 ? message("Everything on record is as it was written.")
                                        : message("Not everything on record is as it was written.");
  document.facts = {{"head", translatable("Data version"), statement.data_version},
                    {"entries", translatable("Audit entries"), statement.entries},
                    {"found", translatable("Findings"), std::int64_t(statement.found)}};
  document.data = findings_table(statement);
  if (statement.found > 0) document.tables = {document.data};
  if (statement.found > statement.findings.size())
    document.notes.push_back(message("These are the first {0}.", statement.findings.size()));
  document.nested_json = nested_record(record_of(statement), {document.data});
  return document;
}

}  // namespace gridvisit::report
