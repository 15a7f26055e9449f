#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gridvisit/store/sqlite/groups.hpp"

namespace gridvisit::store::sqlite {

/// A fact as its table has it now, or as the past keeps it.
struct FactRow {
  std::int64_t entry = 0;
  std::int64_t id = 0;
  std::int64_t checksum = 0;  ///< as it was stored
  std::string digest;         ///< of what the row says; empty if it says nonsense
};

/// Goes through the facts of one kind that some entries wrote, in order of entries and then ids.
class FactCursor {
 public:
  FactCursor(Statements& statements, FactKind kind, std::int64_t first_entry,
             std::int64_t last_entry);

  FactKind kind() const { return m_kind; }
  /// Nothing after the last one.
  const std::optional<FactRow>& row() const { return m_row; }
  void advance();

 private:
  FactKind m_kind;
  std::unique_ptr<Query> m_query;
  std::optional<FactRow> m_row;
};

/// The content hash of what a session wrote, read back from the tables.
std::string written_content(Statements& statements, const Writing& writing);

}  // namespace gridvisit::store::sqlite
