// First byte: which table, and whether bad rows are skipped. The rest is the file, in any
// encoding; it is taken into a small register as the command does.
#include <array>
#include <map>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/csv_reader.hpp"
#include "gridvisit/format/csv_writer.hpp"
#include "gridvisit/store/memory/memory_store.hpp"
#include "gridvisit/usecase/export_table.hpp"
#include "gridvisit/usecase/import_register.hpp"

#include "fuzz/expect.hpp"
#include "fuzz/targets.hpp"

namespace gridvisit::fuzz {
namespace {

using exchange::TableKind;
using Files = std::map<TableKind, std::string>;

constexpr Day k_import_day{std::chrono::year{2026} / 10 / 15};
/// In the order in which the first byte of an input chooses: new ones stand last.
constexpr std::array k_tables{TableKind::areas,      TableKind::workers, TableKind::assignments,
                              TableKind::households, TableKind::tags,    TableKind::visits,
                              TableKind::leave,      TableKind::patrols, TableKind::holidays};

const Files k_sample{
    {TableKind::areas,
     "area,name,kind,parent\nS1,Street,street,\nG01,Grid 1,grid,S1\nG02,Grid 2,grid,S1\n"},
    {TableKind::workers, "worker,name,phone\nW01,甲某某,13800138000\nW02,乙某某,\n"},
    {TableKind::assignments, "worker,grid,role,from,until\nW01,G01,responsible,2026-01-01,\n"},
    {TableKind::households,
     "household,grid,name,from,tags\nH1,G01,张三某,2026-01-01,gas\nH2,G01,李四某,,\n"},
    {TableKind::visits, "household,worker,day,mode\nH1,W01,2026-10-01,door\n"}};

store::Authorship importing() {
  return {"tester", "", k_import_day};
}

usecase::ImportResult take(store::Store& store, TableKind table, format::ByteSource utf8,
                           bool skip_bad = false) {
  usecase::ImportRequest request;
  request.table = table;
  request.file_name = "file.csv";
  request.skip_bad = skip_bad;
  request.now = {k_import_day, k_import_day + std::chrono::hours{8}};
  std::int64_t rejected = 0;
  const auto on_reject = [&](const exchange::Row&, const exchange::Problems& problems) {
    expect(!problems.empty(), "a row is not rejected without a reason");
    ++rejected;
  };
  const auto result = usecase::import_register(store, importing(), request,
                                               format::csv_records(std::move(utf8)), on_reject);
  expect(rejected == result.rejected, "every rejected row is told");
  return result;
}

/// A file in any encoding, as the command takes it.
usecase::ImportResult take_file(store::Store& store, TableKind table, std::string_view file,
                                bool skip_bad) {
  const auto bytes = [&] { return format::source_of(std::string{file}); };
  return take(store, table, as_utf8(bytes(), format::detect_encoding(bytes())), skip_bad);
}

/// Where the program might leave a cell that a spreadsheet would compute.
void expect_no_formula(std::string_view field) {
  expect(!format::needs_guard(field) || field.starts_with('\''), "no cell leaves as a formula");
}

Files exported(store::Store& store) {
  const auto session = store.read();
  Files files;
  for (const auto table : k_tables) {
    auto& text = files[table];
    format::CsvWriter csv{[&](std::string_view bytes) { text += bytes; }};
    write_header(csv, table_of(table));
    usecase::export_table(
        *session, {.table = table, .personal = usecase::Personal::unmasked},
        [&](const exchange::Cells& cells) { write_row(csv, table_of(table), cells); });
    csv.finish();
    format::CsvReader reader{format::source_of(text)};
    for (format::Record record; reader.next(record);)
      for (const auto field : record.fields) expect_no_formula(field);
  }
  return files;
}

void expect_nothing_new(const usecase::ImportResult& result) {
  for (const auto& problem : result.problems)
    expect_equal(in_english(problem.reason), "", "what is exported can be imported");
  expect(result.added == 0 && result.changed == 0, "importing what was exported changes nothing");
}

/// What was exported and imported again is exported the same.
void expect_round_trip(store::Store& store) {
  const auto files = exported(store);
  for (const auto& [table, file] : files)
    expect_nothing_new(take(store, table, format::source_of(file)));
  const auto copy = store::make_memory_store(importing());
  for (const auto& [table, file] : files)
    expect(take(*copy, table, format::source_of(file)).sound(),
           "what is exported can be imported elsewhere");
  for (const auto& [table, file] : exported(*copy))
    expect_equal(file, files.at(table), "a copy is exported the same");
}

std::unique_ptr<store::Store> sample() {
  auto store = store::make_memory_store(importing());
  for (const auto& [table, file] : k_sample)
    expect_equal(take(*store, table, format::source_of(file)).taken ? "" : file, "",
                 "the sample is sound");
  return store;
}

}  // namespace

void import_file(std::string_view input) {
  static const auto before = exported(*sample());
  const auto choice = take_byte(input);
  const auto store = sample();
  bool taken = false;
  try {
    taken = take_file(*store, k_tables[choice % k_tables.size()], input, choice >= 128).taken;
  } catch (const Error& error) {
    expect(error.kind() == ErrorKind::refused, "a file is only ever refused");
  }
  if (taken)
    expect_round_trip(*store);
  else
    expect(exported(*store) == before, "what is not taken changes nothing");
}

}  // namespace gridvisit::fuzz
