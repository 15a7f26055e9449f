# shellcheck shell=bash
# The registers that are measured, made when they are first asked for. Sourced by run.sh, which sets
# $keep, the folder that they stay in, and $work, the folder of this run.

today=2026-11-02

# Grids, households of each, months of visits.
declare -A sizes=(
  [empty]='10 100 0'
  [grid]='1 300 12'
  [decade]='1 300 120'
  [few]='10 100 12'
  [many]='1000 100 12'
  [community]='10 400 12'
  [community-decade]='10 400 120'
  [street]='100 400 12'
  [district]='1250 400 0'
  [city]='10000 400 7'
  [part-of-city]='10 400 7'
)

size_of() { # NAME: GRIDS HOUSEHOLDS MONTHS, where a name that is none is such a size itself
  echo "${sizes[$1]:-${1//x/ }}"
}

register() { # NAME; prints the file
  local file=$keep/$1.db size
  if [ ! -e "$file" ]; then
    read -r -a size < <(size_of "$1")
    progress "making the register $1: ${size[0]} grids, ${size[1]} households each," \
      "${size[2]} months of visits"
    "$tools/bench_make_town" "$file.part" "${size[@]}"
    mv "$file.part" "$file"
    rm -f "$file.part"-*
  fi
  echo "$file"
}

# One to write into: the kept registers stay as they were made.
copy_of() { # NAME COPY; prints the file
  local file=$work/$2.db
  rm -f "$file"*
  cp "$(register "$1")" "$file"
  sync "$file"  # or the first syncs that are measured would pay for the copy
  echo "$file"
}

visits_of() { # NAME: how many it holds, for people to read
  local size
  read -r -a size < <(size_of "$1")
  awk -v n=$((size[0] * size[1] * size[2])) 'BEGIN {
    while (n >= 1000) { text = sprintf(",%03d", n % 1000) text; n = int(n / 1000) }
    print n text " visits" }'
}

as_worker() { # FILE WORD...
  "$program" --db "$1" --as W0001 --today "$today" "${@:2}"
}

# What the sqlite3 shell is given: one visit with its note, as durable as gridvisit's.
same_insert="PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE;
INSERT INTO visit (household, worker, day, mode, outcome, note_digest, recorded_at, grid,
  checksum, entry)
VALUES (5, 1, 20759, 0, 0, zeroblob(32), 1793606400, 2, 0, 3);
INSERT INTO visit_note VALUES (last_insert_rowid(), zeroblob(16), 'round @'); COMMIT;"

# The visits as a table of numbers, and such a table with the keys and indexes of gridvisit's,
# without its checks, digests and audit.
visit_columns="SELECT id, household, worker, day, mode, outcome, text AS note, recorded_at, grid
  FROM visit LEFT JOIN visit_note ON visit_note.visit = visit.id ORDER BY id"
keyed_table="CREATE TABLE row (id INTEGER PRIMARY KEY, household INTEGER NOT NULL REFERENCES household,
  worker INTEGER NOT NULL REFERENCES worker, day INTEGER NOT NULL, mode INTEGER NOT NULL,
  outcome INTEGER NOT NULL, note TEXT, recorded_at INTEGER NOT NULL,
  grid INTEGER NOT NULL REFERENCES area);
CREATE INDEX row_by_grid ON row (grid, day, household, worker, mode, outcome);
CREATE INDEX row_by_household ON row (household, day, worker, mode, outcome, grid);
CREATE INDEX row_by_worker ON row (worker, day, household, mode, outcome, grid);"
