#include "export.hpp"

#include <optional>

#include <fmt/format.h>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/suggestion.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/report/render/render.hpp"
#include "gridvisit/usecase/export_table.hpp"
#include "gridvisit/usecase/record_unmasking.hpp"

#include "context.hpp"
#include "export_compliance.hpp"
#include "export_rows.hpp"
#include "export_since.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "report/binding.hpp"
#include "table_typed.hpp"
#include "values.hpp"

namespace gridvisit::cli {
namespace {

using usecase::Personal;

constexpr std::string_view k_compliance = "compliance";

/// What is to leave, and how.
struct Wanted {
  std::string table;
  usecase::ExportRequest request;
  std::string reason;  ///< for unmasking
  KnownOn known;       ///< of compliance
  report::Format format = report::Format::csv;
  format::CsvStyle style;
  std::optional<std::string> path;
  format::Existing existing = format::Existing::refuse;
};

/// What the ending of the file says; CSV for the standard output.
std::string format_by_ending(const std::optional<std::string>& path) {
  if (!path || *path == "-") return "csv";
  const auto ending = fold(std::filesystem::path{*path}.extension().string());
  if (ending == ".csv") return "csv";
  if (ending == ".ndjson" || ending == ".jsonl") return "ndjson";
  if (ending == ".xlsx") return "xlsx";
  throw_usage(message("The ending of {0} names no format.", *path),
              did_you_mean(ending, std::vector<std::string>{".csv", ".ndjson", ".jsonl", ".xlsx"},
                           message("End it in .csv, .ndjson or .xlsx, or name a --format.")));
}

report::Format table_format_wanted(const Arguments& arguments, const Context& context) {
  const auto name = context.settings.format ? *context.settings.format
                                            : format_by_ending(arguments.value("output"));
  const auto format = report::parse_format(name);
  if (format == report::Format::csv || format == report::Format::ndjson ||
      format == report::Format::xlsx)
    return *format;
  throw_usage(message("Tables can't be exported as {0}.", name),
              did_you_mean(name, std::vector<std::string>{"csv", "ndjson", "xlsx"},
                           message("The formats of `gridvisit export` are csv, ndjson and xlsx.")));
}

format::CsvStyle style_wanted(const Arguments& arguments) {
  format::CsvStyle style{.byte_order_mark = arguments.has("bom"),
                         .crlf = arguments.has("crlf"),
                         .raw = arguments.has("raw")};
  if (const auto encoding = arguments.value("encoding")) style.encoding = encoding_typed(*encoding);
  if (style.byte_order_mark && style.encoding != format::Encoding::utf8)
    throw_usage(message("--bom goes with UTF-8 only."), message("Leave out --bom or --encoding."));
  return style;
}

DayRange days_wanted(const Arguments& arguments, Day today) {
  const auto month = arguments.value("month"), from = arguments.value("from"),
             to = arguments.value("to");
  if (month && (from || to))
    throw_usage(message("--month and --from or --to can't go together."),
                message("Give the month, or the first and the last day."));
  if (month) return month_typed(*month, today).range();
  const DayRange days{from ? day_typed(*from, today) : k_beginning,
                      to ? day_typed(*to, today) : k_forever};
  if (days.last < days.first)
    throw_usage(message("--to lies before --from."), message("Exchange the two days."));
  return days;
}

void check(const Arguments& arguments, const Wanted& wanted) {
  const bool undated = wanted.table == "areas" || wanted.table == "workers";
  if (undated && !(wanted.request.days == DayRange{}))
    throw_usage(message("The table {0} has no days.", wanted.table),
                message("Leave out --month, --from and --to."));
  if (wanted.table == k_compliance && (arguments.has("from") || arguments.has("to")))
    throw_usage(message("Compliance is reckoned by the month."), message("Name it with --month."));
  if (wanted.table != k_compliance && wanted.known.day)
    throw_usage(message("--known-on goes with compliance only."), message("Leave out --known-on."));
  const bool only_changes = arguments.has("since") || arguments.has("head-file");
  if (only_changes && (wanted.table == k_compliance || !(wanted.request.days == DayRange{})))
    throw_usage(message("--since and --head-file give a table's changes of any day."),
                message("Leave out --month, --from and --to; compliance is always whole."));
  if (wanted.request.personal == Personal::unmasked) usecase::check_unmasking(wanted.reason);
  const bool csv_only = wanted.style.byte_order_mark || wanted.style.crlf ||
                        wanted.style.encoding != format::Encoding::utf8 || wanted.style.raw;
  if (wanted.format != report::Format::csv && csv_only)
    throw_usage(message("--bom, --crlf, --raw and --encoding are for CSV only."),
                message("Leave them out, or write CSV."));
}

Wanted bind_export(const Arguments& arguments, const Context& context) {
  Wanted wanted;
  wanted.table = arguments.value("table").value_or("");
  if (wanted.table != k_compliance)
    wanted.request.table = table_typed(wanted.table, {std::string{k_compliance}});
  wanted.request.days = days_wanted(arguments, context.now.today);
  if (arguments.has("unmask")) wanted.request.personal = Personal::unmasked;
  wanted.reason = arguments.value("reason").value_or("");
  wanted.known = known_on_typed(arguments, context);
  wanted.format = table_format_wanted(arguments, context);
  wanted.style = style_wanted(arguments);
  wanted.path = arguments.value("output");
  if (arguments.has("force")) wanted.existing = format::Existing::replace;
  check(arguments, wanted);
  return wanted;
}

std::int64_t write_table(const store::Session& session, const Wanted& wanted,
                         const l10n::Catalog& catalog, const format::ByteSink& sink) {
  RowWriter writer{{table_of(wanted.request.table), wanted.format, wanted.style, catalog}, sink};
  const auto rows = usecase::export_table(
      session, wanted.request, [&](const exchange::Cells& cells) { writer.write(cells); });
  writer.finish();
  return rows;
}

/// Of this month, if none is named.
ComplianceWanted compliance_of(const Wanted& wanted, const Context& context) {
  const auto today = context.now.today;
  const auto& days = wanted.request.days;
  const auto day = days == DayRange{} ? today : days.first;
  return {period_containing(PeriodKind::month, day),
          today,
          wanted.request.personal,
          wanted.format,
          wanted.style,
          context.catalog.language(),
          wanted.known.recorded_before};
}

store::Operation audited(const Wanted& wanted) {
  const auto to = wanted.path.value_or("-");
  const auto name = to == "-" ? to : std::filesystem::path{to}.filename().string();
  const auto how = wanted.request.personal == Personal::masked
                       ? std::string{"masked"}
                       : fmt::format("unmasked: {}", trim(wanted.reason));
  return {fmt::format("export {}", wanted.table),
          fmt::format("{}, {}", with_visible_controls(name), how)};
}

/// Whether what is written is seen as it comes.
bool is_for_terminal(const Wanted& wanted, const Context& context) {
  const bool to_output = !wanted.path || *wanted.path == "-";
  return to_output && context.terminal.out_is_terminal;
}

void refuse_terminal(const Wanted& wanted, const Context& context) {
  if (!is_for_terminal(wanted, context) || !report::is_binary(wanted.format)) return;
  throw_usage(message("A terminal can't show {0}.", "xlsx"),
              message("Name a file to write: -o FILE"));
}

int run_export(const Arguments& arguments, Context& context) {
  auto wanted = bind_export(arguments, context);
  refuse_terminal(wanted, context);
  ExportSince since{arguments};
  const auto store = context.open_store();
  wanted.request.since = since.entry(*store->read());
  std::optional<Output> output;
  if (!context.settings.dry_run) {
    output.emplace(wanted.path, wanted.existing, context.terminal.out);
    since.open_file();
    usecase::record_export(*store, context.readership(), audited(wanted));
  }
  const auto sink = [&](std::string_view bytes) {
    if (output) output->write(bytes);
  };
  auto session = store->read();
  Progress progress{context};
  if (!output || !is_for_terminal(wanted, context)) wanted.request.onlooker = progress.onlooker();
  const auto rows = wanted.table == k_compliance
                        ? write_compliance(*session, compliance_of(wanted, context), sink)
                        : write_table(*session, wanted, context.catalog, sink);
  const auto head = short_head(session->audit().head());
  session.reset();  // who reads the output may take long
  progress.clear();
  if (output) output->commit();
  if (!context.terminal.out) return 0;  // why, is told where the run ends
  since.commit(head);
  if (!output)
    context.tell(message("Rows that would be written: {0}; data version {1}.", rows, head));
  else
    context.tell(message("Rows written: {0}; data version {1}.", rows, head));
  return 0;
}

std::vector<Option> export_options() {
  return {{"output", 'o', translatable("FILE"), translatable("write there; - is the output")},
          {"month", '\0', translatable("MONTH"), translatable("what falls into the month")},
          {"from", '\0', translatable("DAY"), translatable("what falls on this day or later")},
          {"to", '\0', translatable("DAY"), translatable("what falls on this day or before")},
          known_on_option(),
          {"since", '\0', translatable("VERSION"),
           translatable("only what changed after this data version")},
          {"head-file", '\0', translatable("FILE"),
           translatable("only what changed after the version in FILE; leaves the new one there")},
          {"unmask", '\0', {}, translatable("personal data in full; needs --reason")},
          {"reason", '\0', translatable("TEXT"), translatable("who gets it and what for")},
          {"force", '\0', {}, translatable("replace the file if it exists")},
          {"raw", '\0', {}, translatable("no apostrophe before text like a formula")},
          {"bom", '\0', {}, translatable("begin with a byte order mark, for spreadsheets")},
          {"crlf", '\0', {}, translatable("end lines as Windows does")},
          {"encoding", '\0', translatable("utf-8|gb18030"), translatable("encoding of the CSV")}};
}

}  // namespace

Command export_table() {
  return {
      .path = "export",
      .audience = Audience::automation,
      .summary = translatable("write a table as CSV, NDJSON or Excel file"),
      .details = {translatable(
                      "What is exported can be imported again; add --unmask for that. Names, "
                      "phones, addresses and notes are masked unless you give a reason, which "
                      "is recorded."),
                  translatable(
                      "Text that a spreadsheet could take for a formula gets an apostrophe in "
                      "front, which import takes off again.")},
      .arguments = {{"table", translatable("TABLE"),
                     translatable("visits, households, areas, workers, assignments, leave, "
                                  "tags, patrols, holidays or compliance")}},
      .options = export_options(),
      .examples = {{"gridvisit export visits --month last -o visits.csv",
                    translatable("last month's visits")},
                   {"gridvisit export households --unmask --reason \"new office\" -o all.csv",
                    translatable("a full copy of the register")},
                   {"gridvisit export households -o 户.xlsx",
                    translatable("a workbook for a spreadsheet program")},
                   {"gridvisit export visits --head-file visits.head -o \"$(date +%s).csv\"",
                    translatable("only what is new since the last time")}},
      .run = run_export,
  };
}

}  // namespace gridvisit::cli
