#!/usr/bin/env bash
# Measures gridvisit against its yardsticks and prints ratios; see README.md beside it.
#   tests/bench/run.sh                          builds a release and measures it
#   tests/bench/run.sh --with PROGRAM FOLDER    measures a program that is built; FOLDER holds
#                                               bench_make_town and bench_pairs
#   tests/bench/run.sh --check PROGRAM FOLDER   a small round that only looks whether the answers
#                                               are right; FOLDER holds bench_make_town
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
today=2026-11-02

say() { printf '%s\n' "$*"; }

# What the sqlite3 shell is given: one visit with its note, as durable as gridvisit's.
same_insert="PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE;
INSERT INTO visit (household, worker, day, mode, outcome, note_digest, recorded_at, grid,
  checksum, entry)
VALUES (5, 1, 20759, 0, 0, zeroblob(32), 1793606400, 2, 0, 3);
INSERT INTO visit_note VALUES (last_insert_rowid(), zeroblob(16), 'round @'); COMMIT;"

as_worker() { # FILE WORD...
  "$program" --db "$1" --as W0001 --today "$today" "${@:2}"
}

# Pages that a command reads, counted by strace; fails if it reads none. The leak checker can't
# work in a traced process.
pages_read() { # FILE WORD...
  ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=pread64 -o "$work/reads" \
    "$program" --db "$1" --today "$today" "${@:2}" >"$work/answer" 2>/dev/null || return 1
  awk '/pread64\(.*= 4096$/ { ++pages } END { print pages + 0; exit !pages }' "$work/reads"
}

# Completion and search by a name or a part of an address read a few pages more in a register of a
# hundred times the size.
check_pages() {
  command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null ||
    { say 'SKIPPED: strace can not be used here, so no pages are counted'; return; }
  "$tools/bench_make_town" "$work/few.db" 2 100 0
  "$tools/bench_make_town" "$work/many.db" 200 100 0
  local words few many
  for words in '__complete -- add G0001-1-7' '__complete -- --as W0001 add 1-7' \
    '__complete -- --as W0001 add zm' '__complete -- explain annual-door-visit G0001-1-7' \
    'find 示例路2号'; do
    few=$(pages_read "$work/few.db" $words)
    many=$(pages_read "$work/many.db" $words)
    [ -s "$work/answer" ] || { say "nothing is offered for: $words"; exit 1; }
    say "  $words: $few and $many pages"
    [ "$many" -le $((few + 24)) ] || { say 'more is read of a larger register'; exit 1; }
  done
}

check() {
  "$tools/bench_make_town" "$work/small.db" 2 12 1
  "$tools/bench_make_town" "$work/long.db" 2 12 3
  "$tools/bench_make_town" "$work/wide.db" 6 12 1
  local before after
  before=$(sqlite3 "$work/small.db" 'SELECT count(*) FROM visit')
  for file in small long wide; do as_worker "$work/$file.db" add G0001-1-5 'one' >/dev/null; done
  after=$(sqlite3 "$work/small.db" 'SELECT count(*) FROM visit')
  [ "$after" -eq $((before + 1)) ] || { say "add wrote $((after - before)) visits"; exit 1; }
  for file in small long wide; do
    as_worker "$work/$file.db" report month 2026-10 --by grid --area G0001 --format csv \
      >"$work/$file.csv"
  done
  grep -q G0001 "$work/small.csv" || { say 'the report has no row for the grid'; exit 1; }
  diff "$work/small.csv" "$work/long.csv"
  diff "$work/small.csv" "$work/wide.csv"
  sqlite3 "$work/small.db" "$same_insert" >/dev/null
  "$tools/bench_pairs" 1 "$program" --version :: true >/dev/null
  check_pages
  say 'the answers are the same whatever the history and the other grids'
}

calls() { # NAME COMMAND...
  local name=$1
  shift
  strace -f -c -o "$work/calls" "$@" >/dev/null
  awk -v name="$name" '
    $NF == "total" { all = $4 }
    $NF ~ /^(fdatasync|fsync)$/ { syncs += $4 }
    END { printf "  %-34s %5d calls, %d syncs\n", name, all, syncs }' "$work/calls"
}

pair() { # NAME ROUNDS WORDS...
  printf '  %-34s' "$1"
  shift
  "$tools/bench_pairs" "$@"
}

measure_add() {
  say 'gridvisit add / the sqlite3 shell, same durable insert (target 0.8)'
  for file in year grids; do
    cp "$work/$file.db" "$work/shell.db"
    pair "$(sqlite3 "$work/$file.db" 'SELECT count(*) FROM visit') visits present" 99 \
      "$program" --db "$work/$file.db" --as W0001 --today "$today" add G0001-1-@ 'round @' :: \
      sqlite3 "$work/shell.db" "$same_insert"
    if [ "$file" = year ]; then
      calls 'gridvisit add' "$program" --db "$work/year.db" --as W0001 --today "$today" \
        add G0001-1-100 'counted'
      calls 'sqlite3' sqlite3 "$work/shell.db" "$same_insert"
    fi
  done
}

measure_report() {
  local month=(--today "$today" report month 2026-10 --by grid --area G0001)
  say 'one grid, report month (target 1.1)'
  pair '10 years / 1 year' 41 "$program" --db "$work/decade.db" "${month[@]}" :: \
    "$program" --db "$work/year.db" "${month[@]}"
  pair '1,000 grids / 10 grids' 41 "$program" --db "$work/grids.db" "${month[@]}" :: \
    "$program" --db "$work/year.db" "${month[@]}"
  calls 'report month' "$program" --db "$work/year.db" "${month[@]}"
}

# The whole sheet of a street as a page: figures by month, the year, and everyone still owed.
measure_page() {
  local month=(--db "$work/street.db" --today "$today" report month 2026-10)
  say 'month report of 40,000 households, 480,000 visits: HTML page / CSV'
  "$tools/bench_make_town" "$work/street.db" 100 400 1
  pair 'as a page / as CSV' 9 "$program" "${month[@]}" --format html :: \
    "$program" "${month[@]}" --format csv
  seconds_and_memory 'as a page' "$program" "${month[@]}" --format html
  seconds_and_memory 'as CSV' "$program" "${month[@]}" --format csv
}

# A table with the keys and indexes of gridvisit's, without its checks, digests and audit.
keyed_table="CREATE TABLE row (id INTEGER PRIMARY KEY, household INTEGER NOT NULL REFERENCES household,
  worker INTEGER NOT NULL REFERENCES worker, day INTEGER NOT NULL, mode INTEGER NOT NULL,
  outcome INTEGER NOT NULL, note TEXT, recorded_at INTEGER NOT NULL,
  grid INTEGER NOT NULL REFERENCES area);
CREATE INDEX row_by_grid ON row (grid, day, household, worker, mode, outcome);
CREATE INDEX row_by_household ON row (household, day, worker, mode, outcome, grid);
CREATE INDEX row_by_worker ON row (worker, day, household, mode, outcome, grid);"
rows="SELECT id, household, worker, day, mode, outcome, text, recorded_at, grid
  FROM visit LEFT JOIN visit_note ON visit_note.visit = visit.id;"

measure_find() {
  say 'find and completion among 500,000 households (targets: initials 10 ms; a word 1.5 x an empty program)'
  "$tools/bench_make_town" "$work/district.db" 2000 250 0
  local words
  for words in 'find 示例路7号' 'find G0007-1-33' 'find zhangming' 'find zm' 'find 张明' 'find ming' \
    'find zhangmign' '__complete -- add G0001-1-7' '__complete -- --as W0001 add zm' \
    '__complete -- ad' --help; do
    pair "$words" 21 "$program" --db "$work/district.db" $words :: "$program" --version
    seconds_and_memory '' "$program" --db "$work/district.db" $words
  done
}

seconds_and_memory() { # NAME COMMAND...
  local name=$1
  shift
  /usr/bin/time -q -f '%e %U %M' -o "$work/time" "$@" >/dev/null 2>&1 || [ $? -eq 1 ]
  awk -v name="$name" '{ printf "  %-34s %7.2f s, %6.2f s of them its own, %4d MB\n", name, $1, $2, $3 / 1024 }' \
    "$work/time"
}

make_import() { # GRIDS YEARS
  rm -f "$work"/town.db* "$work"/register.db*
  "$tools/bench_make_town" "$work/town.db" "$1" 170 "$2"
  "$tools/bench_make_town" "$work/register.db" "$1" 170 0
  "$program" --db "$work/town.db" export visits --unmask --reason bench --force \
    -o "$work/visits.csv"
}

import_visits() { # COMMAND-BEFORE...
  "$@" "$program" --db "$work/register.db" --today "$today" import visits "$work/visits.csv"
}

measure_import() {
  say 'import of visits / sqlite3 .import of the same rows into a table with the same keys'
  local years
  for years in 1 5; do
    make_import 100 "$years"
    rm -f "$work"/shell.db*
    sqlite3 -csv "$work/town.db" "$rows" >"$work/rows.csv"
    cp "$work/register.db" "$work/shell.db"
    sqlite3 "$work/shell.db" "$keyed_table"
    say "$((100 * 170 * 12 * years)) visits"
    import_visits seconds_and_memory 'gridvisit import'
    seconds_and_memory 'sqlite3 .import' sqlite3 "$work/shell.db" 'PRAGMA foreign_keys = ON' \
      'PRAGMA journal_mode = TRUNCATE' 'PRAGMA synchronous = EXTRA' 'PRAGMA cache_size = -65536' \
      ".import --csv $work/rows.csv row"
  done
}

# What the audit chain costs an import, in instructions: these don't depend on the machine's mood.
measure_chain() {
  say 'the audit chain in an import of 20,400 visits'
  make_import 10 1
  import_visits valgrind --tool=callgrind --callgrind-out-file="$work/chain" >/dev/null 2>&1
  callgrind_annotate --inclusive=yes --threshold=99.9 "$work/chain" | awk '
    function share(name, count, limit) {
      if (count == 0) { print "  " name ": not found in the profile"; lacking = 1 }
      percent = 100 * count / all
      printf "  %-34s %5.1f %% of the instructions (limit %d %%)%s\n", name, percent, limit,
        (percent > limit ? ": over it" : "")
    }
    { gsub(",", "", $1) }
    /PROGRAM TOTALS/ { all = $1 }
    /:crypto_hash_sha256_(init|update|final) / { hashing += $1 }
    /SqliteSession::commit\(/ { reading_back += $1 }
    END {
      share("hashing, twice each fact", hashing, 25)
      share("reading back before the commit", reading_back, 20)
      exit lacking
    }'
}

measure_workbooks() {
  say 'workbooks of a street of 40,000 households (target: under a second each)'
  "$tools/bench_make_town" "$work/street.db" 400 100 1
  local street=("$program" --db "$work/street.db" --today "$today")
  seconds_and_memory 'report month -o month.xlsx' "${street[@]}" report month 2026-10 \
    -o "$work/month.xlsx"
  seconds_and_memory 'report month --details' "${street[@]}" report month 2026-10 --details \
    -o "$work/details.xlsx"
  seconds_and_memory 'export households -o households.xlsx' "${street[@]}" export households \
    --unmask --reason bench -o "$work/households.xlsx"
  seconds_and_memory 'export households -o households.csv' "${street[@]}" export households \
    --unmask --reason bench -o "$work/households.csv"
  seconds_and_memory 'import households households.xlsx -n' "${street[@]}" import households \
    "$work/households.xlsx" -n
}

if [ "${1:-}" = --check ]; then
  program=$2
  tools=$3
  check
  exit
fi

build_release() {
  (cd "$top" && cmake --preset release -DGRIDVISIT_BUILD_BENCHMARKS=ON >/dev/null &&
    cmake --build --preset release --target gridvisit_program bench_make_town bench_pairs)
}

if [ "${1:-}" = --with ]; then
  program=$2
  tools=$3
else
  build_release
  program=$top/.build/release/cli/gridvisit
  tools=$top/.build/release/tests/bench
fi
say 'making the databases: 10 grids over 1 and 10 years, 1,000 grids over 1 year, 100 households each'
"$tools/bench_make_town" "$work/year.db" 10 100 1
"$tools/bench_make_town" "$work/decade.db" 10 100 10
"$tools/bench_make_town" "$work/grids.db" 1000 100 1
measure_add
measure_report
measure_page
measure_find
measure_import
measure_chain
measure_workbooks
