# shellcheck shell=bash
# Programs that people would otherwise keep such records with.

part_peers() {
  peers_taskwarrior
  peers_timewarrior
  local months
  for months in 10 100; do peers_ledgers "${months}x100x10"; done
  peers_databases
}

add_visit() { # FILE; the words, one a line
  printf '%s\n' "$program" --db "$1" --as W0001 --today "$today" add G0001-1-@ 'round @'
}

# Ten thousand tasks are pending, ten thousand visits are on record.
peers_taskwarrior() {
  local name='add, 10,000 visits present / task add, 10,000 tasks pending' words
  has task || { not_installed_row "$name" -; return; }
  mkdir -p "$work/task"
  printf 'data.location=%s\nconfirmation=no\n' "$work/task" >"$work/taskrc"
  awk 'BEGIN { for (i = 1; i <= 10000; ++i)
    printf "{\"description\":\"visit %d\",\"status\":\"pending\",\"entry\":\"20261001T080000Z\",\"uuid\":\"00000000-0000-4000-8000-%012d\"}\n", i, i }' \
    >"$work/tasks.json"
  task rc:"$work/taskrc" rc.gc=off import "$work/tasks.json" >/dev/null 2>&1
  mapfile -t words < <(add_visit "$(copy_of 10x100x10 ours)")
  measure 21 "${words[@]}" :: task rc:"$work/taskrc" rc.verbose=nothing add 'round @'
  time_row "$name" -
}

# Ten thousand intervals of a minute; each round begins with the same ones.
peers_timewarrior() {
  local name='add, 10,000 visits present / timew track, 10,000 intervals present' words
  has timew || { not_installed_row "$name" -; return; }
  export TIMEWARRIORDB=$work/timew
  mkdir -p "$TIMEWARRIORDB/data"
  awk 'BEGIN { for (i = 0; i < 10000; ++i) { at = i * 4
    day = int(at / 1440) + 1; hour = int(at / 60) % 24; minute = at % 60
    printf "inc 202610%02dT%02d%02d00Z - 202610%02dT%02d%02d00Z # visit\n",
      day, hour, minute, day, hour, minute + 1 } }' >"$TIMEWARRIORDB/data/2026-10.data"
  cp -r "$TIMEWARRIORDB" "$work/timew-before"
  mapfile -t words < <(add_visit "$(copy_of 10x100x10 ours)")
  measure 21 --before "rm -rf '$work/timew' && cp -r '$work/timew-before' '$work/timew'" \
    "${words[@]}" :: timew track 2026-10-30T09:00:00 - 2026-10-30T09:01:00 visit :yes
  time_row "$name" -
}

# A journal of the same visits, one posting each.
peers_ledgers() { # REGISTER
  local file peer task
  file=$(register "$1")
  sqlite3 -separator ' ' "$file" "SELECT date(day * 86400, 'unixepoch'), 'visit',
    char(10) || '  (visits:' || area.code || ')  1', char(10)
    FROM visit JOIN area ON area.id = visit.grid ORDER BY day" >"$work/visits.journal"
  task="month report by grid, $(visits_of "$1"), all rules"
  for peer in hledger ledger; do
    if has "$peer"; then
      measure 5 "$program" --db "$file" --today "$today" report month 2026-10 --by grid :: \
        "$peer" -f "$work/visits.journal" balance -b 2026-10-01 -e 2026-11-01
      time_row "$task / $peer balance, visits counted" -
    else
      not_installed_row "$task / $peer balance, visits counted" -
    fi
  done
}

# A street in three databases, each asked for one rule.
peers_databases() {
  local file
  file=$(register street)
  write_rows "$file"
  compare_databases 21 'month report of one grid of a street' "$file" "$of_first_grid" 0.1 \
    --area G0001
  compare_databases 9 'month report of a street by grid' "$file" "$of_all_grids" 0.3
}

# TARGET is for DuckDB.
compare_databases() { # ROUNDS TASK REGISTER-FILE CONDITION TARGET WORD...
  local rounds=$1 task=$2 rule ours peer
  rule=$(one_rule "$4")
  ours=("$program" --db "$3" --today "$today" report month 2026-10 --by grid --format csv "${@:6}")
  measure "$rounds" "${ours[@]}" :: sqlite3 "$3" "$rule"
  time_row "$task, all rules / the sqlite3 shell, one rule" -
  peer="$task, all rules / DuckDB, one rule"
  if has_duckdb; then
    [ -e "$work/street.duckdb" ] || make_duckdb "$work/street.duckdb"
    measure "$rounds" "${ours[@]}" :: "${duckdb[@]}" "$work/street.duckdb" 'SET threads = 2' \
      "$(duckdb_query "$rule")"
    time_row "$peer" "$5"
    memory_row "$peer" -
  else
    not_installed_row "$peer" "$5"
  fi
  peer="$task, all rules / PostgreSQL, one rule (memory: psql's)"
  if has_postgres; then
    [ -n "${cluster:-}" ] || make_postgres
    measure "$rounds" "${ours[@]}" :: "${psql[@]}" -c "$rule"
    time_row "$peer" -
  else
    not_installed_row "$peer" -
  fi
}
