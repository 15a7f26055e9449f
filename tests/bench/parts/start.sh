# shellcheck shell=bash
# What a process costs before it does anything.

part_start() {
  local few
  few=$(register few)
  measure 99 "$program" --version :: "$tools/bench_empty"
  time_row '--version / an empty C++ program' 1.5
  measure 99 "$program" --db "$few" --help :: "$tools/bench_empty"
  time_row '--help / an empty C++ program' -
  measure 99 "$program" --db "$few" __complete -- ad :: "$tools/bench_empty"
  time_row 'completion of a command / an empty C++ program' 1.5
}
