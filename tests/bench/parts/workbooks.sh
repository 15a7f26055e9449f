# shellcheck shell=bash
# Workbooks of a street, against the same as CSV.

compare_workbook() { # TASK LIMIT-MS WORD...
  local words=("$program" -q --db "$work/workbook.db" --today "$today" "${@:3}" --force)
  measure 3 "${words[@]}" -o "$work/table.xlsx" :: "${words[@]}" -o "$work/table.csv"
  time_row "$1 of a street of 40,000 households as a workbook / as CSV" -
  below_ms_row "$1 as a workbook" "$2"
}

part_workbooks() {
  copy_of street workbook >/dev/null
  compare_workbook 'month report' 1000 report month 2026-10
  compare_workbook 'month report with details' 1000 report month 2026-10 --details
  compare_workbook 'export of households' 1000 export households --unmask --reason bench
  local table=("$program" -q --db "$work/workbook.db" --today "$today" import households)
  measure 3 "${table[@]}" "$work/table.xlsx" -n :: "${table[@]}" "$work/table.csv" -n
  time_row 'import --dry-run of 40,000 households from a workbook / from CSV' -
  rm -f "$work"/workbook.db*
}
