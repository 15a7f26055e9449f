#pragma once

#include "gridvisit/base/work.hpp"
#include "gridvisit/store/sqlite/query.hpp"

namespace gridvisit::store::sqlite {

/// A stage of work that is one long statement, or a few: as far as it has come are the bytes that
/// were read from the file while this lives. How many it will be is not known: pages that the cache
/// had to give up are read again.
class FileReading {
 public:
  FileReading(Statements& statements, const Onlooker& onlooker, TextId stage);
  FileReading(const FileReading&) = delete;
  FileReading& operator=(const FileReading&) = delete;
  ~FileReading();

 private:
  static int tell(void* reading);
  std::uint64_t pages_read() const;

  sqlite3* m_database;
  std::uint64_t m_page_size;
  std::uint64_t m_pages_before;
  Stage m_stage;
};

/// Bytes of a page of the database, and how many pages it has.
std::uint64_t page_size(Statements& statements);
std::uint64_t page_count(Statements& statements);

}  // namespace gridvisit::store::sqlite
