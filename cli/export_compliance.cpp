#include "export_compliance.hpp"

#include <sstream>
#include <string>

#include "gridvisit/domain/masking.hpp"
#include "gridvisit/format/csv_reader.hpp"
#include "gridvisit/report/compliance_report.hpp"
#include "gridvisit/usecase/assess_period.hpp"

namespace gridvisit::cli {
namespace {

/// The same CSV in another style.
void restyle(const std::string& csv, const format::CsvStyle& style, const format::ByteSink& sink) {
  format::CsvReader reader{format::source_of(csv)};
  format::CsvWriter writer{sink, style};
  for (format::Record record; reader.next(record);) {
    for (const auto field : record.fields)
      writer.field(style.raw ? format::without_guard(field) : field);
    writer.end_row();
  }
  writer.finish();
}

report::Document document_of(const store::Session& session, const ComplianceWanted& wanted) {
  usecase::AssessmentRequest request;
  request.period = wanted.month;
  request.today = wanted.today;
  request.recorded_before = wanted.recorded_before;
  auto assessment = usecase::assess_period(session, request);
  if (wanted.personal == usecase::Personal::masked)
    for (auto& [id, worker] : assessment.names.workers) worker.name = masked_name(worker.name);
  report::Statement statement;
  statement.kind = "month";
  statement.language = wanted.language;
  statement.data_version = short_head(assessment.head);
  auto document = report::compliance_report(assessment.report, assessment.names, statement);
  document.nested_json.clear();  // one row a line, not one object for all
  return document;
}

}  // namespace

std::int64_t write_compliance(const store::Session& session, const ComplianceWanted& wanted,
                              const format::ByteSink& sink) {
  const auto document = document_of(session, wanted);
  std::ostringstream text;
  report::render(document, wanted.format, {.catalog = l10n::Catalog{wanted.language}}, text);
  if (wanted.format == report::Format::csv)
    restyle(text.str(), wanted.style, sink);
  else
    sink(text.str());
  return static_cast<std::int64_t>(document.data.rows.size());
}

}  // namespace gridvisit::cli
