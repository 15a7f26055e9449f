-- Days are whole days since 1970-01-01, instants whole seconds since then; an open end is NULL.
-- Each fact carries `entry`, the sequence of the audit entry that wrote it last.

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
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX area_by_parent ON area (parent);

-- `personal` is the digest of the personal texts with `salt`: erasing texts and salt leaves the
-- audit chain whole.
CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  salt BLOB NOT NULL,
  personal BLOB NOT NULL,
  entry INTEGER NOT NULL
) STRICT;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker,
  grid INTEGER NOT NULL REFERENCES area,
  role TEXT NOT NULL CHECK (role IN ('responsible', 'assistant')),
  from_day INTEGER,
  until_day INTEGER,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX assignment_by_worker ON assignment (worker, from_day);
CREATE INDEX assignment_by_grid ON assignment (grid, from_day);

CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  worker INTEGER NOT NULL REFERENCES worker,
  from_day INTEGER,
  until_day INTEGER,
  kind TEXT NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX leave_by_worker ON leave (worker, from_day);

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
  entry INTEGER NOT NULL
) STRICT;

CREATE TABLE residence (
  id INTEGER PRIMARY KEY,
  household INTEGER NOT NULL REFERENCES household,
  grid INTEGER NOT NULL REFERENCES area,
  from_day INTEGER,
  until_day INTEGER,
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX residence_by_household ON residence (household, from_day, until_day, grid);
CREATE INDEX residence_by_grid ON residence (grid, household);

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  entry INTEGER NOT NULL
) STRICT;

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
  entry INTEGER NOT NULL,
  CHECK (from_day <= until_day)
) STRICT;
CREATE INDEX tag_by_household ON tag (household, from_day);

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
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_by_grid ON visit (grid, day, household, worker, mode, outcome);
CREATE INDEX visit_by_household ON visit (household, day, worker, mode, outcome, grid);
CREATE INDEX visit_by_worker ON visit (worker, day, household, mode, outcome, grid);
CREATE INDEX visit_by_replaced ON visit (replaces) WHERE replaces IS NOT NULL;

-- Also against INSERT OR REPLACE, which deletes without asking the trigger for deletes.
CREATE TRIGGER visit_added_once BEFORE INSERT ON visit
WHEN EXISTS (SELECT 1 FROM visit WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a visit number is used once'); END;
CREATE TRIGGER visit_unchanged BEFORE UPDATE ON visit
WHEN NEW.id IS NOT OLD.id OR NEW.household IS NOT OLD.household OR NEW.worker IS NOT OLD.worker
  OR NEW.day IS NOT OLD.day OR NEW.minute IS NOT OLD.minute OR NEW.mode IS NOT OLD.mode
  OR NEW.outcome IS NOT OLD.outcome OR NEW.note_digest IS NOT OLD.note_digest
  OR NEW.replaces IS NOT OLD.replaces OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.entry IS NOT OLD.entry
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
  entry INTEGER NOT NULL
) STRICT;

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
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX patrol_by_grid ON patrol (grid, day, half);

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
  entry INTEGER NOT NULL
) STRICT;
