-- Who may use a shared database. `user` is a name of the operating system; `worker` is whom a
-- worker logs visits as. Records are only ever added; what ends one is a record of its own.
CREATE TABLE member (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  user TEXT NOT NULL CHECK (user <> ''),
  authority TEXT NOT NULL CHECK (authority IN ('worker', 'coordinator', 'administrator')),
  worker INTEGER REFERENCES worker,
  since INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  CHECK ((authority = 'worker') = (worker IS NOT NULL))
) STRICT;
CREATE INDEX member_by_entry ON member (entry);

CREATE TABLE member_end (
  member INTEGER PRIMARY KEY REFERENCES member,
  at INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  entry INTEGER NOT NULL
) STRICT;
CREATE INDEX member_end_by_entry ON member_end (entry);

CREATE TRIGGER member_added_once BEFORE INSERT ON member
WHEN EXISTS (SELECT 1 FROM member WHERE id = NEW.id)
  OR EXISTS (
    SELECT 1 FROM member
    WHERE user = NEW.user AND NOT EXISTS (SELECT 1 FROM member_end WHERE member = member.id))
BEGIN SELECT raise(ABORT, 'a user is a member once at a time'); END;
CREATE TRIGGER member_unchanged BEFORE UPDATE ON member
BEGIN SELECT raise(ABORT, 'a member is never changed'); END;
CREATE TRIGGER member_kept BEFORE DELETE ON member
BEGIN SELECT raise(ABORT, 'a member is never deleted'); END;
CREATE TRIGGER member_ended_once BEFORE INSERT ON member_end
WHEN EXISTS (SELECT 1 FROM member_end WHERE member = NEW.member)
BEGIN SELECT raise(ABORT, 'a member ends once'); END;
CREATE TRIGGER member_end_unchanged BEFORE UPDATE ON member_end
BEGIN SELECT raise(ABORT, 'the end of a member is never changed'); END;
CREATE TRIGGER member_end_kept BEFORE DELETE ON member_end
BEGIN SELECT raise(ABORT, 'the end of a member is never deleted'); END;
