# shellcheck shell=bash
# The whole sheet of a street as a page: figures by month, the year, and everyone still owed.

part_page() {
  local month
  month=("$program" --db "$(register street)" --today "$today" report month 2026-10)
  measure 9 "${month[@]}" --format html :: "${month[@]}" --format csv
  time_row "month report of a street, $(visits_of street), as a page / as CSV" -
  below_ms_row 'month report of a street as a page' 1000
}
