# shellcheck shell=bash
# A city of four million households, and ten million visits in and out. Only with --city: it takes
# half an hour and 40 GB.

part_city() {
  city_report
  measure_add city
  measure_add_growth city
  measure_due city
  measure_import 1 2500 400 10
  measure_export 1 2500x400x10
}

city_report() {
  local file task='month report of a city by grid, all rules / DuckDB, one rule'
  compare_grid 'month report of a grid, among 10,000 / among 10' city part-of-city
  has_duckdb || { not_installed_row "$task" 1.0; return; }
  file=$(register city)
  check_by_sql "$file"
  write_rows "$file"
  make_duckdb "$work/city.duckdb"
  measure 5 "$program" --db "$file" --today "$today" report month 2026-10 --by grid --format csv :: \
    "${duckdb[@]}" "$work/city.duckdb" 'SET threads = 2' \
    "$(duckdb_query "$(one_rule "$of_all_grids")")"
  time_row "$task" 1.0
  memory_row "$task" 0.1
  measure 21 "$program" --db "$file" "${month_of_grid[@]}" --format csv :: \
    "${duckdb[@]}" "$work/city.duckdb" 'SET threads = 2' \
    "$(duckdb_query "$(one_rule "$of_first_grid")")"
  time_row 'month report of one grid of a city, all rules / DuckDB, one rule' 0.1
  rm -f "$work"/city.duckdb "$work"/{visit,residence}.csv
}
