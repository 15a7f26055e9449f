-- Days are whole days since 1970-01-01, instants whole seconds since then; an open end is NULL.
-- Each fact carries `entry`, the sequence of the audit entry that wrote it last, and `checksum`,
-- the first eight bytes of the digest of its content. What a later entry changes stays in a
-- `_past` table as the earlier one wrote it, so that every entry can be recomputed for ever. Past
-- records hold no personal texts, only their salted digests.

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  worker TEXT NOT NULL,
  operation TEXT NOT NULL,
  reference TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_in_sequence BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'audit entries follow one another'); END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'an audit entry is never changed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'an audit entry is never deleted'); END;

CREATE TABLE area (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent INTEGER REFERENCES area,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX area_by_parent ON area (parent);
CREATE INDEX area_by_entry ON area (entry);

CREATE TABLE area_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent INTEGER,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER area_remembered AFTER UPDATE ON area WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO area_past (entry, id, code, name, kind, parent, checksum)
  VALUES (OLD.entry, OLD.id, OLD.code, OLD.name, OLD.kind, OLD.parent, OLD.checksum);
END;
CREATE TRIGGER area_kept BEFORE DELETE ON area
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER area_past_unchanged BEFORE UPDATE ON area_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER area_past_kept BEFORE DELETE ON area_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

-- `personal` is the digest of the personal texts with `salt`: erasing texts and salt leaves the
-- audit chain whole.
CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  salt BLOB NOT NULL,
  personal BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX worker_by_entry ON worker (entry);

CREATE TABLE worker_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  personal BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER worker_remembered AFTER UPDATE ON worker WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO worker_past (entry, id, code, personal, checksum)
  VALUES (OLD.entry, OLD.id, OLD.code, OLD.personal, OLD.checksum);
END;
CREATE TRIGGER worker_kept BEFORE DELETE ON worker
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER worker_past_unchanged BEFORE UPDATE ON worker_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER worker_past_kept BEFORE DELETE ON worker_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker,
  grid INTEGER NOT NULL REFERENCES area,
  role TEXT NOT NULL CHECK (role IN ('responsible', 'assistant')),
  from_day INTEGER,
  until_day INTEGER,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX assignment_by_worker ON assignment (worker, from_day);
CREATE INDEX assignment_by_grid ON assignment (grid, from_day);
CREATE INDEX assignment_by_entry ON assignment (entry);

CREATE TABLE assignment_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  worker INTEGER NOT NULL,
  grid INTEGER NOT NULL,
  role TEXT NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER assignment_remembered AFTER UPDATE ON assignment WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO assignment_past (entry, id, worker, grid, role, from_day, until_day, checksum)
  VALUES (OLD.entry, OLD.id, OLD.worker, OLD.grid, OLD.role, OLD.from_day, OLD.until_day,
    OLD.checksum);
END;
CREATE TRIGGER assignment_kept BEFORE DELETE ON assignment
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER assignment_past_unchanged BEFORE UPDATE ON assignment_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER assignment_past_kept BEFORE DELETE ON assignment_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker,
  from_day INTEGER,
  until_day INTEGER,
  kind TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX leave_by_worker ON leave (worker, from_day);
CREATE INDEX leave_by_entry ON leave (entry);

CREATE TABLE leave_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  worker INTEGER NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  kind TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER leave_remembered AFTER UPDATE ON leave WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO leave_past (entry, id, worker, from_day, until_day, kind, checksum)
  VALUES (OLD.entry, OLD.id, OLD.worker, OLD.from_day, OLD.until_day, OLD.kind, OLD.checksum);
END;
CREATE TRIGGER leave_kept BEFORE DELETE ON leave
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER leave_past_unchanged BEFORE UPDATE ON leave_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER leave_past_kept BEFORE DELETE ON leave_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  building TEXT NOT NULL,
  unit TEXT NOT NULL,
  room TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  people INTEGER CHECK (people >= 0),
  situation TEXT NOT NULL,
  difficulties TEXT NOT NULL,
  needs TEXT NOT NULL,
  salt BLOB NOT NULL,
  personal BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX household_by_entry ON household (entry);

CREATE TABLE household_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  code TEXT NOT NULL,
  building TEXT NOT NULL,
  unit TEXT NOT NULL,
  room TEXT NOT NULL,
  people INTEGER,
  personal BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER household_remembered AFTER UPDATE ON household WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO household_past (entry, id, code, building, unit, room, people, personal, checksum)
  VALUES (OLD.entry, OLD.id, OLD.code, OLD.building, OLD.unit, OLD.room, OLD.people,
    OLD.personal, OLD.checksum);
END;
CREATE TRIGGER household_kept BEFORE DELETE ON household
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER household_past_unchanged BEFORE UPDATE ON household_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER household_past_kept BEFORE DELETE ON household_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

CREATE TABLE residence (
  id INTEGER PRIMARY KEY,
  household INTEGER NOT NULL REFERENCES household,
  grid INTEGER NOT NULL REFERENCES area,
  from_day INTEGER,
  until_day INTEGER,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX residence_by_household ON residence (household, from_day, until_day, grid);
CREATE INDEX residence_by_grid ON residence (grid, household);
CREATE INDEX residence_by_entry ON residence (entry);

CREATE TABLE residence_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  household INTEGER NOT NULL,
  grid INTEGER NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER residence_remembered AFTER UPDATE ON residence WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO residence_past (entry, id, household, grid, from_day, until_day, checksum)
  VALUES (OLD.entry, OLD.id, OLD.household, OLD.grid, OLD.from_day, OLD.until_day, OLD.checksum);
END;
CREATE TRIGGER residence_kept BEFORE DELETE ON residence
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER residence_past_unchanged BEFORE UPDATE ON residence_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER residence_past_kept BEFORE DELETE ON residence_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX category_by_entry ON category (entry);
CREATE TRIGGER category_unchanged BEFORE UPDATE ON category
BEGIN SELECT raise(ABORT, 'a category is never changed'); END;
CREATE TRIGGER category_kept BEFORE DELETE ON category
BEGIN SELECT raise(ABORT, 'a category is never deleted'); END;

CREATE TABLE category_group (
  category INTEGER NOT NULL REFERENCES category,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (category, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  household INTEGER NOT NULL REFERENCES household,
  category INTEGER NOT NULL REFERENCES category,
  from_day INTEGER,
  until_day INTEGER,
  note TEXT NOT NULL,
  salt BLOB NOT NULL,
  note_digest BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX tag_by_household ON tag (household, from_day);
CREATE INDEX tag_by_entry ON tag (entry);

CREATE TABLE tag_past (
  entry INTEGER NOT NULL,
  id INTEGER NOT NULL,
  household INTEGER NOT NULL,
  category INTEGER NOT NULL,
  from_day INTEGER,
  until_day INTEGER,
  note_digest BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tag_remembered AFTER UPDATE ON tag WHEN NEW.entry IS NOT OLD.entry
BEGIN
  INSERT INTO tag_past (entry, id, household, category, from_day, until_day, note_digest,
    checksum)
  VALUES (OLD.entry, OLD.id, OLD.household, OLD.category, OLD.from_day, OLD.until_day,
    OLD.note_digest, OLD.checksum);
END;
CREATE TRIGGER tag_kept BEFORE DELETE ON tag
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER tag_past_unchanged BEFORE UPDATE ON tag_past
BEGIN SELECT raise(ABORT, 'the past is never changed'); END;
CREATE TRIGGER tag_past_kept BEFORE DELETE ON tag_past
BEGIN SELECT raise(ABORT, 'the past is never deleted'); END;

-- Visits are only ever added. `grid` is derived: the grid that the household lived in that day, so
-- that a grid's report reads its own visits and no others. It alone follows the residences.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  household INTEGER NOT NULL REFERENCES household,
  worker INTEGER NOT NULL REFERENCES worker,
  day INTEGER NOT NULL,
  minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
  mode INTEGER NOT NULL CHECK (mode BETWEEN 0 AND 5),
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 3),
  note_digest BLOB,
  replaces INTEGER REFERENCES visit,
  recorded_at INTEGER NOT NULL,
  grid INTEGER REFERENCES area,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_by_grid ON visit (grid, day, household, worker, mode, outcome);
CREATE INDEX visit_by_household ON visit (household, day, worker, mode, outcome, grid);
CREATE INDEX visit_by_worker ON visit (worker, day, household, mode, outcome, grid);
CREATE INDEX visit_by_replaced ON visit (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX visit_by_entry ON visit (entry);

-- Also against INSERT OR REPLACE, which deletes without asking the trigger for deletes.
CREATE TRIGGER visit_added_once BEFORE INSERT ON visit
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a visit number is used once'); END;
CREATE TRIGGER visit_unchanged BEFORE UPDATE ON visit
WHEN NEW.id IS NOT OLD.id OR NEW.household IS NOT OLD.household OR NEW.worker IS NOT OLD.worker
  OR NEW.day IS NOT OLD.day OR NEW.minute IS NOT OLD.minute OR NEW.mode IS NOT OLD.mode
  OR NEW.outcome IS NOT OLD.outcome OR NEW.note_digest IS NOT OLD.note_digest
  OR NEW.replaces IS NOT OLD.replaces OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.entry IS NOT OLD.entry OR NEW.checksum IS NOT OLD.checksum
  OR NEW.grid IS NOT (
    SELECT grid FROM residence
    WHERE household = NEW.household AND coalesce(from_day, NEW.day) <= NEW.day
      AND coalesce(until_day, NEW.day) >= NEW.day
    ORDER BY id LIMIT 1)
BEGIN SELECT raise(ABORT, 'a visit is never changed'); END;
CREATE TRIGGER visit_kept BEFORE DELETE ON visit
BEGIN SELECT raise(ABORT, 'a visit is never deleted'); END;

-- The words of a visit stand apart, where they can be erased; the visit keeps their salted digest.
CREATE TABLE visit_note (
  visit INTEGER PRIMARY KEY REFERENCES visit,
  salt BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE visit_void (
  visit INTEGER PRIMARY KEY REFERENCES visit,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_void_by_entry ON visit_void (entry);

CREATE TRIGGER visit_void_added_once BEFORE INSERT ON visit_void
WHEN EXISTS (SELECT 1 FROM visit_void WHERE visit = NEW.visit)
BEGIN SELECT raise(ABORT, 'a visit is voided once'); END;
CREATE TRIGGER visit_void_unchanged BEFORE UPDATE ON visit_void
BEGIN SELECT raise(ABORT, 'a void is never changed'); END;
CREATE TRIGGER visit_void_kept BEFORE DELETE ON visit_void
BEGIN SELECT raise(ABORT, 'a void is never deleted'); END;

CREATE TABLE patrol (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  grid INTEGER NOT NULL REFERENCES area,
  worker INTEGER NOT NULL REFERENCES worker,
  day INTEGER NOT NULL,
  half TEXT NOT NULL CHECK (half IN ('am', 'pm')),
  note_digest BLOB,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX patrol_by_grid ON patrol (grid, day, half);
CREATE INDEX patrol_by_entry ON patrol (entry);

CREATE TRIGGER patrol_added_once BEFORE INSERT ON patrol
WHEN EXISTS (SELECT 1 FROM patrol WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a patrol number is used once'); END;
CREATE TRIGGER patrol_unchanged BEFORE UPDATE ON patrol
BEGIN SELECT raise(ABORT, 'a patrol is never changed'); END;
CREATE TRIGGER patrol_kept BEFORE DELETE ON patrol
BEGIN SELECT raise(ABORT, 'a patrol is never deleted'); END;

CREATE TABLE patrol_note (
  patrol INTEGER PRIMARY KEY REFERENCES patrol,
  salt BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  from_day INTEGER,
  toml TEXT NOT NULL,
  loaded_at INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX policy_by_entry ON policy (entry);
CREATE TRIGGER policy_unchanged BEFORE UPDATE ON policy
BEGIN SELECT raise(ABORT, 'a policy is never changed'); END;
CREATE TRIGGER policy_kept BEFORE DELETE ON policy
BEGIN SELECT raise(ABORT, 'a policy is never deleted'); END;

-- Personal texts were removed for good: those of a household, of its tags and of its visits so
-- far, or the notes of all visits and patrols before a day. Their digests stay with the facts.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  household INTEGER REFERENCES household,
  notes_before INTEGER,
  reason TEXT NOT NULL CHECK (reason <> ''),
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK ((household IS NULL) <> (notes_before IS NULL))
) STRICT;
CREATE INDEX erasure_by_entry ON erasure (entry);
CREATE TRIGGER erasure_unchanged BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'an erasure is never changed'); END;
CREATE TRIGGER erasure_kept BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'an erasure is never deleted'); END;
