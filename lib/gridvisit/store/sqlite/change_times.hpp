#pragma once

#include "gridvisit/store/changed_fields.hpp"
#include "gridvisit/store/refusals.hpp"
#include "gridvisit/store/sqlite/groups.hpp"

/// What the table change_times keeps of the records that other groups write.
namespace gridvisit::store::sqlite {

/// The named fields of the record are changed by this writing, and all others were when they were.
/// Goes before the change: what says when a record was changed may be the entry that wrote it.
void note_change(const Page& page, const RecordId& record, const FieldNames& fields);

/// Of a record that becomes `after`; `select` and `read` give it as it stands, which is the answer.
/// Error(refused) if there is none.
template <class Record>
Record note_update(const Page& page, const char* select, Record (*read)(Query&),
                   const Record& after) {
  Query query{page.statements, select};
  if (!query.bind(":id", after.id).next()) throw record_refused();
  auto before = read(query);
  note_change(page, after.id, changed_fields(before, after));
  return before;
}

}  // namespace gridvisit::store::sqlite
