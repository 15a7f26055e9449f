# shellcheck shell=bash
# A grid's month: the same whatever the history, and whatever other grids there are.

month_of_grid=(--today "$today" report month 2026-10 --by grid --area G0001)

compare_grid() { # TASK REGISTER REGISTER
  measure 41 "$program" --db "$(register "$2")" "${month_of_grid[@]}" :: \
    "$program" --db "$(register "$3")" "${month_of_grid[@]}"
  time_row "$1" 1.1
  below_ms_row "${1%% /*}" 10
}

part_report() {
  compare_grid 'month report of a grid, 10 years of visits / 1 year' decade grid
  compare_grid 'month report of a grid, among 1,000 / among 10' many few
}
