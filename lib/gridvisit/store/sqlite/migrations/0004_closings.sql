-- The figures of a month as they were when it was closed, with the audit entry that they were
-- made from. Closing it again adds another closing.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  month INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  today INTEGER NOT NULL,
  head INTEGER NOT NULL REFERENCES audit,
  head_hash TEXT NOT NULL CHECK (length(head_hash) = 64),
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX closing_by_entry ON closing (entry);
CREATE TRIGGER closing_added_once BEFORE INSERT ON closing
WHEN EXISTS (SELECT 1 FROM closing WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a closing is made once'); END;
CREATE TRIGGER closing_unchanged BEFORE UPDATE ON closing
BEGIN SELECT raise(ABORT, 'a closing is never changed'); END;
CREATE TRIGGER closing_kept BEFORE DELETE ON closing
BEGIN SELECT raise(ABORT, 'a closing is never deleted'); END;

-- One rule for one worker, one grid, or (neither) the households that nobody answers for. `kind`
-- tells what the numbers are: 0 of a worker (first done, second required), 1 of a grid (the
-- same), 2 of households (met, due, missed, exempt), 3 of grids (met, all of them). `verdict`
-- belongs to 0 and 1; the year, to 0 under a rule that is averaged over it.
CREATE TABLE figure (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  closing INTEGER NOT NULL REFERENCES closing,
  worker INTEGER REFERENCES worker,
  grid INTEGER REFERENCES area,
  rule TEXT NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  verdict INTEGER CHECK (verdict BETWEEN 0 AND 3),
  first INTEGER NOT NULL,
  second INTEGER NOT NULL,
  third INTEGER,
  fourth INTEGER,
  year_verdict INTEGER CHECK (year_verdict BETWEEN 0 AND 3),
  year_done INTEGER,
  year_required INTEGER,
  year_required_full INTEGER,
  average_tenths INTEGER,
  on_pace INTEGER CHECK (on_pace BETWEEN 0 AND 1),
  needed INTEGER,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK (worker IS NULL OR grid IS NULL),
  CHECK ((kind IN (0, 1)) = (verdict IS NOT NULL)),
  CHECK ((kind = 2) = (third IS NOT NULL AND fourth IS NOT NULL)),
  CHECK (year_verdict IS NULL OR kind = 0)
) STRICT;
CREATE INDEX figure_by_entry ON figure (entry);
CREATE TRIGGER figure_added_once BEFORE INSERT ON figure
WHEN EXISTS (SELECT 1 FROM figure WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'a figure is kept once'); END;
CREATE TRIGGER figure_unchanged BEFORE UPDATE ON figure
BEGIN SELECT raise(ABORT, 'a figure is never changed'); END;
CREATE TRIGGER figure_kept BEFORE DELETE ON figure
BEGIN SELECT raise(ABORT, 'a figure is never deleted'); END;
