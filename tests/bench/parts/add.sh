# shellcheck shell=bash
# One visit, saved as durably by gridvisit and by the sqlite3 shell.

measure_add() { # REGISTER
  local ours theirs
  ours=$(copy_of "$1" ours)
  theirs=$(copy_of "$1" theirs)
  measure 99 "$program" --db "$ours" --as W0001 --today "$today" add G0001-1-@ 'round @' :: \
    sqlite3 "$theirs" "$same_insert"
  time_row "add, $(visits_of "$1") present / sqlite3 shell, same insert" 0.8
  rm -f "$ours"* "$theirs"*
}

# Both with gridvisit: does a longer table make a visit dearer?
measure_add_growth() { # REGISTER
  local large empty
  large=$(copy_of "$1" large)
  empty=$(copy_of empty none)
  measure 99 "$program" --db "$large" --as W0001 --today "$today" add G0001-1-@ 'round @' :: \
    "$program" --db "$empty" --as W0001 --today "$today" add G0001-1-@ 'round @'
  time_row "add, $(visits_of "$1") present / none present" 1.4
  rm -f "$large"* "$empty"*
}

part_add() {
  measure_add empty
  measure_add many
  measure_add_growth many
}
