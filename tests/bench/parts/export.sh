# shellcheck shell=bash
# Visits to CSV, all to nowhere, so that no disk is measured.

measure_export() { # ROUNDS REGISTER
  local file task
  file=$(copy_of "$2" export)
  task="export of $(visits_of "$2") to CSV"
  local export=("$program" -q --db "$file" --today "$today" export visits --unmask --reason bench)
  measure "$1" "${export[@]}" :: sqlite3 -csv -header "$file" ".read $here/parts/export.sql"
  time_row "$task / sqlite3 -csv, same columns" 0.35
  below_mb_row "$task" 20
  if has_duckdb; then
    load_into_duckdb "$file" "$work/export.duckdb"
    measure "$1" "${export[@]}" :: \
      "${duckdb[@]}" "$work/export.duckdb" "COPY (SELECT * FROM exported) TO '/dev/null' (HEADER)"
    time_row "$task / DuckDB COPY of such a table of its own" 1.0
  else
    not_installed_row "$task / DuckDB COPY of such a table of its own" 1.0
  fi
  rm -f "$file"* "$work"/export.*
}

# The table exactly as gridvisit exports it.
load_into_duckdb() { # REGISTER-FILE DUCKDB-FILE
  progress 'loading DuckDB'
  "$program" -q --db "$1" --today "$today" export visits --unmask --reason bench --force \
    -o "$work/export.csv"
  "${duckdb[@]}" "$2" "CREATE TABLE exported AS SELECT * FROM read_csv('$work/export.csv')"
}

part_export() { measure_export 3 100x170x60; }
