-- The days that are not what their weekday says: free, or worked to make up for one that is.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX holiday_by_entry ON holiday (entry);

CREATE TABLE holiday_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER holiday_remembered AFTER UPDATE ON holiday WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO holiday_past (entry, id, day, kind, name, checksum)
  VALUES (OLD.entry, OLD.id, OLD.day, OLD.kind, OLD.name, OLD.checksum);
END;
-- Also against INSERT OR REPLACE, which deletes without asking the trigger for deletes.
CREATE TRIGGER holiday_added_once BEFORE INSERT ON holiday
WHEN EXISTS (SELECT 1 FROM holiday WHERE id = NEW.id OR day = NEW.day)
BEGIN SELECT raise(ABORT, 'a day is in the table once'); END;
CREATE TRIGGER holiday_kept BEFORE DELETE ON holiday
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER holiday_past_unchanged BEFORE UPDATE ON holiday_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER holiday_past_kept BEFORE DELETE ON holiday_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;
