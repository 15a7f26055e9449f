#include "gridvisit/store/sqlite/file_reading.hpp"

namespace gridvisit::store::sqlite {
namespace {

constexpr auto* k_page_size = "PRAGMA page_size";
constexpr auto* k_page_count = "PRAGMA page_count";

std::uint64_t number(Statements& statements, const char* pragma) {
  Query query{statements, pragma};
  query.next();
  return static_cast<std::uint64_t>(query.number());
}

}  // namespace

std::uint64_t page_size(Statements& statements) {
  return number(statements, k_page_size);
}

std::uint64_t page_count(Statements& statements) {
  return number(statements, k_page_count);
}

FileReading::FileReading(Statements& statements, const Onlooker& onlooker, TextId stage)
    : m_database{statements.database()},
      m_page_size{page_size(statements)},
      m_pages_before{pages_read()},
      m_stage{onlooker, stage, WorkUnit::bytes} {
  constexpr int k_steps_between = 100'000;  // of SQLite's machine: some milliseconds
  if (onlooker) sqlite3_progress_handler(m_database, k_steps_between, tell, this);
}

FileReading::~FileReading() {
  sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
}

/// Called by SQLite; 0: it is to go on.
int FileReading::tell(void* reading) {
  auto& told = *static_cast<FileReading*>(reading);
  told.m_stage.reach((told.pages_read() - told.m_pages_before) * told.m_page_size);
  return 0;
}

std::uint64_t FileReading::pages_read() const {
  int count = 0, unused = 0;
  sqlite3_db_status(m_database, SQLITE_DBSTATUS_CACHE_MISS, &count, &unused, 0);
  return static_cast<std::uint64_t>(count);
}

}  // namespace gridvisit::store::sqlite
