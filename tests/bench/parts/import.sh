# shellcheck shell=bash
# Visits from a CSV file: validated, indexed and audited by gridvisit, only indexed by the shell.

# Makes what both read, and the two databases that each round begins with.
make_import() { # GRIDS HOUSEHOLDS MONTHS
  local town
  town=$(copy_of "$1x$2x$3" town)
  cp "$(register "$1x$2x0")" "$work/register.db"
  cp "$work/register.db" "$work/keyed.db"
  sqlite3 "$work/keyed.db" "$keyed_table"
  "$program" -q --db "$town" export visits --unmask --reason bench --force -o "$work/visits.csv"
  sqlite3 -csv "$town" "$visit_columns" >"$work/rows.csv"
}

anew() { # the untimed beginning of a round; what it writes is on the disk before the clock starts
  echo "cd '$work' && rm -f ours.db* theirs.db* && cp register.db ours.db && cp keyed.db theirs.db &&" \
    'sync ours.db theirs.db'
}

measure_import() { # ROUNDS GRIDS HOUSEHOLDS MONTHS
  make_import "${@:2}"
  measure "$1" --before "$(anew)" \
    "$program" --db "$work/ours.db" --today "$today" import visits "$work/visits.csv" :: \
    sqlite3 "$work/theirs.db" 'PRAGMA foreign_keys = ON' 'PRAGMA journal_mode = TRUNCATE' \
    'PRAGMA synchronous = EXTRA' ".import --csv $work/rows.csv row"
  time_row "import of $(visits_of "$2x$3x$4") / sqlite3 .import with the same keys" 0.35
  memory_row "import of $(visits_of "$2x$3x$4") / sqlite3 .import" -
  rm -f "$work"/{ours,theirs,register,keyed,town}.db* "$work"/{visits,rows}.csv
}

# Killed when pages of it are in the file already, which only a large import lets happen.
check_killed_import() {
  make_import 200 170 60
  local file=$work/register.db before spilled=50000000 import
  before=$(stat -c %s "$file")
  "$program" -q --db "$file" --today "$today" import visits "$work/visits.csv" &
  import=$!
  while [ "$(stat -c %s "$file")" -lt $((before + spilled)) ]; do
    kill -0 "$import" || fail 'the import ended before it was killed'
    sleep 0.02
  done
  kill -KILL "$import"
  ! wait "$import" 2>/dev/null || fail 'the import ended before it was killed'
  [ -s "$file-journal" ] || fail 'no journal tells of what is half done'
  "$program" --db "$file" verify >/dev/null
  [ "$(sqlite3 "$file" 'SELECT count(*) FROM visit')" -eq 0 ] || fail 'half an import is there'
  [ "$(stat -c %s "$file")" -eq "$before" ] || fail 'the file is not as it was'
  progress 'an import that was killed half way has left nothing'
  rm -f "$work"/{register,keyed,town}.db* "$work"/{visits,rows}.csv
}

part_import() {
  measure_import 3 100 170 12
  check_killed_import
}
