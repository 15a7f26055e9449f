-- When the fields of a record were changed, for records that were changed after they were added, or
-- that say what another database has said: the row of the highest entry counts. Any other record
-- was changed when the entry that wrote it was made. `times` is as export writes it.
CREATE TABLE change_times (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  record INTEGER NOT NULL,
  times TEXT NOT NULL CHECK (times <> ''),
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  UNIQUE (kind, record, entry)
) STRICT;
CREATE INDEX change_times_by_entry ON change_times (entry);

-- Until its entry is made a row may follow what that entry does to its record. Also against INSERT
-- OR REPLACE, which deletes without asking the trigger for deletes.
CREATE TRIGGER change_times_added_once BEFORE INSERT ON change_times
WHEN EXISTS (SELECT 1 FROM change_times WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a record of changes is added once'); END;
CREATE TRIGGER change_times_unchanged BEFORE UPDATE ON change_times
WHEN OLD.entry <= (SELECT max(sequence) FROM audit) OR NEW.id IS NOT OLD.id
  OR NEW.kind IS NOT OLD.kind OR NEW.record IS NOT OLD.record OR NEW.entry IS NOT OLD.entry
BEGIN SELECT raise(ABORT, 'a record of changes is never changed'); END;
CREATE TRIGGER change_times_kept BEFORE DELETE ON change_times
BEGIN SELECT raise(ABORT, 'a record of changes is never deleted'); END;
