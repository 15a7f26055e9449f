#include "fuzz/town_file.hpp"

#include <fstream>
#include <sstream>

#include "gridvisit/base/error.hpp"
#include "gridvisit/format/csv_reader.hpp"
#include "gridvisit/report/compliance_report.hpp"
#include "gridvisit/report/render/render.hpp"
#include "gridvisit/usecase/assess_period.hpp"
#include "gridvisit/usecase/export_table.hpp"
#include "gridvisit/usecase/import_register.hpp"

#include "fuzz/expect.hpp"

namespace gridvisit::fuzz {
namespace {

namespace fs = std::filesystem;
using exchange::TableKind;

constexpr Day k_today{std::chrono::year{2026} / 10 / 15};

store::Authorship author() {
  return {"tester", "W01", k_today + std::chrono::hours{8}};
}

void take(store::Store& store, TableKind table, std::string text) {
  usecase::ImportRequest request;
  request.table = table;
  request.file_name = "file.csv";
  request.now = {k_today, k_today + std::chrono::hours{8}};
  const auto result = usecase::import_register(
      store, author(), request, format::csv_records(format::source_of(std::move(text))),
      [](const auto&, const auto&) {});
  expect(result.taken, "the sample is sound");
}

void make_town(store::Store& store) {
  take(store, TableKind::areas,
       "area,name,kind,parent\nS1,Street,street,\nG01,Grid 1,grid,S1\nG02,Grid 2,grid,S1\n");
  take(store, TableKind::workers, "worker,name,phone\nW01,甲某某,13800138000\nW02,乙某某,\n");
  take(store, TableKind::assignments,
       "worker,grid,role,from\nW01,G01,responsible,2026-01-01\nW02,G02,responsible,2026-01-01\n");
  take(store, TableKind::households,
       "household,grid,name,from,tags\nH1,G01,张三某,2026-01-01,gas\nH2,G01,李四某,,\nH3,G02,,,\n");
  take(store, TableKind::visits,
       "household,worker,day,mode,note,visit,recorded_at,voided_at,void_reason\n"
       "H1,W01,2026-10-01,door,one,1,2026-10-01T08:00:00Z,,\n"
       "H2,W01,2026-10-02,phone,two,2,2026-10-02T08:00:00Z,2026-10-02T09:00:00Z,wrong\n"
       "H3,W02,2026-10-03,door,three,3,2026-10-03T08:00:00Z,,\n");
}

/// The month's report by grid, as JSON.
void report_month(const store::Session& session, std::ostream& out) {
  usecase::AssessmentRequest request;
  request.period = period_containing(PeriodKind::month, k_today);
  request.today = k_today;
  request.by = compliance::RowsBy::grid;
  const auto assessment = usecase::assess_period(session, request);
  report::Statement statement;
  statement.kind = "month";
  statement.data_version = "-";
  const auto document = compliance_report(assessment.report, assessment.names, statement);
  report::render(document, report::Format::json, {}, out);
}

/// All that reports and exports say.
std::string told(store::Store& store) {
  std::ostringstream text;
  const auto session = store.read();
  for (const auto& table : exchange::all_tables())
    for (const auto personal : {usecase::Personal::unmasked, usecase::Personal::masked})
      usecase::export_table(*session, {.table = table.kind, .personal = personal},
                            [&](const auto& cells) {
                              for (const auto& cell : cells) text << cell << '\t';
                              text << '\n';
                            });
  report_month(*session, text);
  return text.str();
}

int findings(store::Store& store) {
  int count = 0;
  const auto count_finding = [&](const Message& finding) {
    expect(!in_english(finding).empty(), "a finding says what it is");
    ++count;
  };
  store.read()->audit().verify(count_finding, {});
  return count;
}

/// Saves a visit; what is said to be saved is there when the database is opened anew.
void expect_kept(const fs::path& path) {
  VisitId saved;
  {
    const auto session = store::open(path, std::chrono::seconds{0})->write(author());
    const auto household = session->households().find("H1");
    const auto worker = session->workers().find("W01");
    expect(household && worker, "who was told of is there");
    VisitDraft draft;
    draft.household = household->id;
    draft.worker = worker->id;
    draft.day = k_today;
    draft.note = "kept";
    saved = session->visits().add(draft, author().at);
    session->commit({"add", "H1"});
  }
  const auto record = store::open(path, std::chrono::seconds{0})->read()->visits().find(saved);
  expect(record && record->visit.said.note == "kept", "what was saved is there");
}

fs::path disk_in_memory() {
  return fs::is_directory("/dev/shm") ? fs::path{"/dev/shm"} : fs::temp_directory_path();
}

std::string whole(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream{path, std::ios::binary}.rdbuf();
  return bytes.str();
}

}  // namespace

TownFile& TownFile::shared() {
  static TownFile town;
  return town;
}

TownFile::TownFile() : m_folder{disk_in_memory()} {
  {
    const auto store = store::create(path(), author());
    make_town(*store);
    m_told = told(*store);
  }
  m_bytes = whole(path());
}

void TownFile::replace_by(std::string_view bytes, std::string_view journal) const {
  for (const auto* suffix : {"-journal", "-wal", "-shm", "-queue"})
    fs::remove(path().string() + suffix);
  std::ofstream{path(), std::ios::binary} << bytes;
  if (!journal.empty()) std::ofstream{path().string() + "-journal", std::ios::binary} << journal;
}

void TownFile::expect_harmless() const {
  try {
    const auto store = store::open(path(), std::chrono::seconds{0});
    const auto found = findings(*store);
    const auto said = told(*store);
    if (found == 0) {
      expect_equal(said, m_told, "what verify finds nothing in tells what it told before");
      expect_kept(path());
    }
  } catch (const Error& error) {
    expect(!in_english(error.message()).empty(), "an error says what happened");
    expect(error.kind() != ErrorKind::usage, "a damaged file is not the user's mistake");
  }
}

}  // namespace gridvisit::fuzz
