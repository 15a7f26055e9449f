# shellcheck shell=bash
# Sixty-four people press enter in the same moment.

writers=64

part_writers() {
  local ours theirs rounds=5
  [ "$rounds" -le "$most_rounds" ] || rounds=$most_rounds
  ours=$(copy_of few ours)
  theirs=$(copy_of few theirs)
  "$tools/bench_writers" "$writers" "$rounds" \
    "$program" --db "$ours" --as W0001 --today "$today" add G0001-1-@ 'round @' :: \
    sqlite3 -cmd '.timeout 60000' "$theirs" "$same_insert" >"$work/writers"
  writers_rows
}

writers_rows() {
  local failed longest all their_failed their_longest their_all ratio low high
  {
    IFS=$'\t' read -r failed longest all
    IFS=$'\t' read -r their_failed their_longest their_all
    IFS=$'\t' read -r ratio low high
  } <"$work/writers"
  local at_once="$writers writers at once / sqlite3 shells, same insert"
  row "$at_once: refused" "$failed" "$their_failed" - '≤ 0' "$(verdict "$failed" 0)"
  row "$at_once: longest wait" "$(milliseconds "$longest")" "$(milliseconds "$their_longest")" \
    "$(spread "$ratio" "$low" "$high")" "$(target 0.5)" "$(verdict "$ratio" 0.5)"
  IFS=$'\t' read -r ratio low high < <(tail -n 1 "$work/writers")
  throughput_row "$at_once: visits a second"
}

# Visits a second are to be many: their ratio is the inverse of that of the times.
throughput_row() { # TASK
  local ours theirs inverse
  ours=$(awk -v n="$writers" -v ms="$all" 'BEGIN { printf "%.0f/s", n * 1000 / ms }')
  theirs=$(awk -v n="$writers" -v ms="$their_all" 'BEGIN { printf "%.0f/s", n * 1000 / ms }')
  inverse=$(awk -v middle="$ratio" -v low="$low" -v high="$high" 'BEGIN {
    printf "%.2f (%.2f–%.2f)", 1 / middle, 1 / high, 1 / low }')
  row "$1" "$ours" "$theirs" "$inverse" '≥ 1.0' "$(verdict "$ratio" 1)"
}
