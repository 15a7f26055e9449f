# shellcheck shell=bash
# Whom to visit next, asked by a worker, against saving a visit there.

measure_due() { # REGISTER
  local file
  file=$(copy_of "$1" due)
  measure 41 "$program" --db "$file" --as W0001 --today "$today" due :: \
    "$program" --db "$file" --as W0001 --today "$today" add G0001-1-@ 'round @'
  time_row "due of a worker, $(visits_of "$1") present / add" 2
  rm -f "$file"*
}

part_due() {
  measure_due few
  measure_due many
}
