#include "import.hpp"

#include <istream>
#include <optional>
#include <ostream>
#include <set>

#include "gridvisit/base/error.hpp"
#include "gridvisit/base/text.hpp"
#include "gridvisit/usecase/import_register.hpp"

#include "context.hpp"
#include "import_source.hpp"
#include "progress.hpp"
#include "rejects.hpp"
#include "saved.hpp"
#include "sentence.hpp"
#include "table_typed.hpp"

namespace gridvisit::cli {
namespace {

namespace fs = std::filesystem;
using usecase::ImportResult;

SourceWanted source_wanted(const Arguments& arguments) {
  SourceWanted wanted{arguments.value("file").value_or(""), {}, arguments.value("sheet")};
  if (const auto name = arguments.value("encoding")) wanted.encoding = encoding_typed(*name);
  return wanted;
}

/// Which sheet is read is told where there is a choice.
void tell_sheet(const ImportSource& source, Context& context) {
  const auto* workbook = source.workbook();
  if (workbook != nullptr && workbook->visible_sheets().size() > 1)
    context.tell(message("Sheet read: {0}, of: {1}.", workbook->sheet(),
                         join(workbook->visible_sheets(), ", ")));
}

std::string rejects_path(const std::string& path) {
  if (fold(fs::path{path}.extension().string()) != ".xlsx") return path;
  throw Error{ErrorKind::usage, message("The rows with problems are written as CSV."),
              message("End the name of the file in .csv: spreadsheet programs open it.")};
}

usecase::ImportRequest bind_import(const Arguments& arguments, const Context& context) {
  usecase::ImportRequest request;
  request.table = table_typed(arguments.value("table").value_or(""));
  const auto name = arguments.value("file").value_or("");
  request.file_name = name == "-" ? name : fs::path{name}.filename().string();
  request.skip_bad = arguments.has("skip-bad");
  request.dry_run = context.settings.dry_run;
  request.now = context.now;
  request.late_after_days = context.settings.late_after_days;
  return request;
}

/// Tells problems in lines of their own; how to mend them is said once, with the first of a kind.
class Complaints {
 public:
  explicit Complaints(bool of_sheet) : m_of_sheet{of_sheet} {}

  /// Line, column, value, reason, mend: as much of it as there is. Cells are called as their
  /// spreadsheet does.
  Message line(const Problem& problem) {
    const auto what = reason_and_mend(problem);
    if (m_of_sheet) return line_of_sheet(problem, what);
    if (problem.column.empty()) return message("line {0}: {1}", problem.line, what);
    if (problem.value.empty())
      return message("line {0}, column {1}: {2}", problem.line, problem.column, what);
    return message("line {0}, column {1}, \"{2}\": {3}", problem.line, problem.column,
                   problem.value, what);
  }

 private:
  static Message line_of_sheet(const Problem& problem, const Message& what) {
    if (problem.cell.empty()) return message("row {0}: {1}", problem.line, what);
    if (problem.value.empty())
      return message("cell {0}, column {1}: {2}", problem.cell, problem.column, what);
    return message("cell {0}, column {1}, \"{2}\": {3}", problem.cell, problem.column,
                   problem.value, what);
  }

  Message reason_and_mend(const Problem& problem) {
    if (problem.mend.empty() || !m_told.insert(in_english(problem.mend)).second)
      return problem.reason;
    return two_sentences(problem.reason, problem.mend);
  }

  bool m_of_sheet;
  std::set<std::string> m_told;
};

/// A line on stderr that --quiet does not silence.
void complain(const Message& what, Context& context) {
  print_sentence(context.terminal.err, context.catalog.text(what), context.terminal.err_columns());
}

/// A value of personal data stays on the terminal; line and column find it in the file.
Problem as_told(Problem problem, const exchange::Table& table, const Context& context) {
  const auto field = exchange::find_column(table, problem.column);
  const bool personal = !field || exchange::is_personal(table, *field);
  if (personal && !context.terminal.err_is_terminal) problem.value.clear();
  return problem;
}

void tell_problems(const ImportResult& result, const exchange::Table& table, Complaints& complaints,
                   Context& context) {
  for (const auto& problem : result.problems)
    complain(complaints.line(as_told(problem, table, context)), context);
  const auto untold = result.problem_count - static_cast<std::int64_t>(result.problems.size());
  if (untold > 0)
    complain(message("… and {0} more; `--rejects FILE` writes them all down.", untold), context);
}

void tell_warnings(const ImportResult& result, Context& context) {
  const auto& warnings = result.warnings;
  if (warnings.not_in_post > 0)
    context.warn(
        message("Visits by workers who were not in post that day: {0}.", warnings.not_in_post));
  if (warnings.late > 0)
    context.warn(message("Visits recorded late (limit in days: {0}): {1}.",
                         context.settings.late_after_days, warnings.late));
  if (warnings.repeated > 0)
    context.warn(message("Visits that were not the first to their household that day: {0}.",
                         warnings.repeated));
  if (warnings.renumbered > 0)
    context.warn(message("Visits that got new numbers, because theirs stand for others here: {0}.",
                         warnings.renumbered));
  if (warnings.corrected_twice > 0)
    context.warn(
        message("Visits that correct one which another visit corrects already: {0}. Void "
                "those that are not right.",
                warnings.corrected_twice));
  if (warnings.overtaken > 0)
    context.tell(
        message("Values that stay as they are, because they were changed later than in the file: "
                "{0}. Clear changed_at in a row that is to hold all the same.",
                warnings.overtaken));
}

[[noreturn]] void refuse(const ImportResult& result) {
  if (result.rejected == 0)
    throw Error{ErrorKind::refused, message("The header of the file can't be read."),
                message("Mend the header and import the file again.")};
  throw Error{ErrorKind::refused,
              message("Nothing was imported. Rows with a problem: {0} of {1}.", result.rejected,
                      result.added + result.changed + result.same + result.rejected),
              message("Mend them and import the file again, or add --skip-bad to take the rest.")};
}

void tell_summary(const ImportResult& result, bool dry_run, Context& context) {
  if (dry_run)
    context.say(message("Nothing was saved. It would be: {0} new, {1} changed, {2} already there.",
                        result.added, result.changed, result.same));
  else
    context.say(message("Imported: {0} new, {1} changed, {2} already there.", result.added,
                        result.changed, result.same));
  if (result.rejected > 0) context.say(message("Rows skipped: {0}.", result.rejected));
}

/// The sound rows are saved by now, if any are: a failure here must say so.
void keep_rejects(RejectsFile& rejects, const ImportResult& result) {
  try {
    rejects.commit();
  } catch (const Error& error) {
    if (!result.taken) throw;
    throw after_saving(error);
  }
}

int run_import(const Arguments& arguments, Context& context) {
  auto request = bind_import(arguments, context);
  Progress progress{context};
  request.onlooker = progress.onlooker();
  ImportSource source{source_wanted(arguments), context.terminal.in, request.onlooker};
  progress.clear();
  tell_sheet(source, context);

  std::optional<RejectsFile> rejects;
  const auto existing =
      arguments.has("force") ? format::Existing::replace : format::Existing::refuse;
  if (const auto path = arguments.value("rejects"))
    rejects.emplace(rejects_path(*path), existing, source.style_of_rejects(), context.catalog);
  const auto on_reject = [&](const exchange::Row& row, const exchange::Problems& problems) {
    if (rejects) rejects->add(row, problems);
  };

  const auto store = context.open_store();
  context.check_clock(*store->read());
  const auto result =
      usecase::import_register(*store, context.authorship(), request, source.records(), on_reject);
  progress.clear();
  Complaints complaints{source.workbook() != nullptr};
  for (const auto& warning : result.header_warnings) context.warn(complaints.line(warning));
  if (rejects) keep_rejects(*rejects, result);
  tell_problems(result, exchange::table_of(request.table), complaints, context);
  if (!result.sound() && (!request.skip_bad || result.rejected == 0)) refuse(result);
  tell_warnings(result, context);
  tell_summary(result, request.dry_run, context);
  return 0;
}

}  // namespace

Command import_file() {
  return {
      .path = "import",
      .audience = Audience::coordinator,
      .summary = translatable("take in households, visits, … from CSV or Excel"),
      .details =
          {translatable("Headers may be English or Chinese, in any order. All rows are taken or "
                        "none; importing the same file twice changes nothing."),
           translatable("Import the tables in the order areas, workers, assignments, leave, "
                        "households, tags, visits, patrols: each names records of those before "
                        "it."),
           translatable("An export of another database comes together with this one field by "
                        "field: what was changed last holds, whichever is imported first."),
           translatable("Of a workbook (.xlsx) the first sheet is read that is not hidden. Titles "
                        "above the header, merged heads and empty rows may stand there.")},
      .arguments = {{"table", translatable("TABLE"),
                     translatable(
                         "areas, workers, assignments, leave, households, tags, visits, patrols or "
                         "holidays")},
                    {"file", translatable("FILE"),
                     translatable("a CSV or .xlsx file, or - for a pipe")}},
      .options =
          {{"rejects", '\0', translatable("FILE"),
            translatable("write the rows with problems there, with what is wrong")},
           {"skip-bad", '\0', {}, translatable("take the sound rows although others are not")},
           {"sheet", '\0', translatable("NAME"), translatable("the sheet of the workbook to read")},
           {"encoding", '\0', translatable("utf-8|gb18030"),
            translatable("how the file is encoded, if it is not found out")},
           {"force", '\0', {}, translatable("replace the file of rejects if it exists")}},
      .examples = {{"gridvisit import households households.csv --dry-run",
                    translatable("check a file, save nothing")},
                   {"gridvisit import visits visits.csv --rejects bad.csv",
                    translatable("import visits, and put the bad rows aside")},
                   {"gridvisit import households 户.xlsx --sheet 一网格",
                    translatable("import one sheet of a workbook")}},
      .run = run_import,
  };
}

}  // namespace gridvisit::cli
