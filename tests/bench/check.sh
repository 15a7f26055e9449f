# shellcheck shell=bash
# The small rounds that ctest runs: whether the answers are right, not how long they take. Sourced
# by run.sh.

fail() { progress "$*"; exit 1; }

check() {
  most_rounds=1
  check_add
  check_report
  check_uneven
  check_pages
  check_tools
  check_table
  progress 'the answers are the same whatever the history and the other grids'
}

check_add() {
  local file before after
  file=$(copy_of 2x12x12 small)
  before=$(sqlite3 "$file" 'SELECT count(*) FROM visit')
  as_worker "$file" add G0001-1-5 'one' >/dev/null
  after=$(sqlite3 "$file" 'SELECT count(*) FROM visit')
  [ "$after" -eq $((before + 1)) ] || fail "add wrote $((after - before)) visits"
  sqlite3 "$file" "$same_insert" >/dev/null
}

# After one and the same visit, three years of history and four more grids change nothing.
check_report() {
  local size file
  for size in 2x12x12 2x12x36 6x12x12; do
    file=$(copy_of "$size" report)
    as_worker "$file" add G0001-1-5 'one' >/dev/null
    "$program" --db "$file" "${month_of_grid[@]}" --format csv >"$work/$size.csv"
  done
  grep -q G0001 "$work/2x12x12.csv" || fail 'the report has no row for the grid'
  diff "$work/2x12x12.csv" "$work/2x12x36.csv" || fail 'the report depends on the history'
  diff "$work/2x12x12.csv" "$work/6x12x12.csv" || fail 'the report depends on the other grids'
}

# Forty grids that are not all alike: up to five more households are visited at the door.
check_uneven() {
  local file grid room
  file=$(copy_of 40x12x1 uneven)
  for grid in $(seq 1 40); do
    for room in $(seq 1 $((grid * 7 % 13 % 6))); do
      "$program" --db "$file" --as "$(printf 'W%04d' "$grid")" --today "$today" \
        add "$(printf 'G%04d' "$grid")-1-$room" --on 2026-10-20 >/dev/null 2>&1
    done
  done
  check_by_sql "$file"
}

# What two sessions load side by side is counted as SQL counts it, grid by grid.
check_by_sql() { # FILE
  local file=$1
  "$program" --db "$file" --today "$today" report month 2026-10 --by grid --format csv |
    awk -F, '$7 == "annual-door-visit" { print $5 "," $15 "," $11 }' | sort >"$work/ours"
  sqlite3 -csv "$file" "SELECT code, asked, met FROM ($(one_rule "$of_all_grids"))
    JOIN area ON area.id = grid" | sort >"$work/theirs"
  [ -s "$work/ours" ] || fail 'the report has no grid'
  diff "$work/theirs" "$work/ours" >&2 || fail 'SQL counts something else than the report'
}

pages_read() { # FILE WORD...
  trace "$1" "$program" --db "$1" --today "$today" "${@:2}" || return 1
  count_calls pages
}

# Completion and search by a name or a part of an address read a few pages more in a register of a
# hundred times the size.
check_pages() {
  can_trace || { progress 'SKIPPED: strace can not be used here, so no pages are counted'; return; }
  local few many words line
  for line in '__complete -- add G0001-1-7' '__complete -- --as W0001 add 1-7' \
    '__complete -- --as W0001 add zm' '__complete -- explain annual-door-visit G0001-1-7' \
    'find 示例路2号'; do
    read -r -a words <<<"$line"
    few=$(pages_read "$(register 2x100x0)" "${words[@]}")
    many=$(pages_read "$(register 200x100x0)" "${words[@]}")
    [ "$few" -gt 0 ] || fail "no page is read for: $line"
    [ -n "$("$program" --db "$(register 200x100x0)" --today "$today" "${words[@]}")" ] ||
      fail "nothing is offered for: $line"
    progress "$line: $few and $many pages"
    [ "$many" -le $((few + 24)) ] || fail 'more is read of a larger register'
  done
}

# The tools measure what they say, and fail if what they measure fails.
check_tools() {
  local file
  "$tools/bench_pairs" --before "echo @ >>'$work/before'" 3 true :: true |
    awk -F '\t' 'NF != 7 || $1 <= 0 || $2 <= 0 { exit 1 }' || fail 'bench_pairs gives no figures'
  [ "$(xargs <"$work/before")" = '3 2 1' ] || fail 'bench_pairs does not run what comes before'
  ! "$tools/bench_pairs" 1 true :: false 2>/dev/null ||
    fail 'bench_pairs passes over a failure'
  file=$(copy_of 2x12x12 writers)
  "$tools/bench_writers" 3 1 "$program" --db "$file" --as W0001 --today "$today" \
    add G0001-1-@ 'round' :: false >"$work/writers"
  [ "$(head -n 2 "$work/writers" | cut -f 1 | xargs)" = '0 3' ] ||
    fail 'bench_writers counts the refused wrongly'
  printf 'years\tadd & due\t%d\t%d\t9\n' 1 5 10 7 | "$tools/bench_plot" >"$work/plot.svg"
  grep -q 'add &amp; due</text>' "$work/plot.svg" || fail 'bench_plot draws nothing'
}

# Parts of the real round with registers of a few households: each row has its verdict.
check_table() {
  local line
  sizes=([empty]='2 12 0' [few]='2 12 2' [many]='4 12 2' [grid]='1 12 2' [decade]='1 12 4')
  part_start
  part_add
  part_report
  row 'a target that is missed' - - - '≤ 1' "$(verdict 1.5 1)"
  row 'a target that is met' - - - '≤ 1' "$(verdict 0.5 1)"
  not_installed_row 'a peer that is nowhere' 1
  print_table >"$work/table"
  cat "$work/table"
  grep -Eq '^\| add, 96 visits present / sqlite3 shell, same insert +\| [0-9.]+ m?s, [0-9]+ MB +\| [0-9.]+ m?s, [0-9]+ MB +\| [0-9.]+ \([0-9.]+–[0-9.]+\) +\| ≤ 0.8 +\| (met|missed) +\|$' \
    "$work/table" || fail 'the table lacks the row of add'
  grep -q 'that is missed .* missed  *|$' "$work/table" || fail 'a missed target is not told'
  grep -q 'that is met .* met  *|$' "$work/table" || fail 'a target that is met is not told'
  grep -q 'nowhere .*| not installed ' "$work/table" || fail 'a lacking peer is not told'
  ! grep -vE '^\|.*\| (Verdict|-+|met|missed) +\|$' "$work/table" || fail 'a row has no verdict'
  [ "$(while read -r line; do width "$line"; done <"$work/table" | sort -u | wc -l)" -eq 1 ] ||
    fail 'the columns do not line up'
}

# As a part, but any limit that is passed fails.
check_counts() {
  most_rounds=1
  part_counted
  print_table
  ! grep -q $'\tmissed$' "$rows" || fail 'more is counted than limits.tsv allows'
}
