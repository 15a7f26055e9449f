# shellcheck shell=bash
# How the main commands grow with households and with years, as figures for a picture.

growth_picture=${growth_picture:-$here/growth.svg}

part_growth() {
  local grids=(4 16 64 256) count years
  [ -z "$with_city" ] || grids+=(1024)
  : >"$work/growth.tsv"
  for count in "${grids[@]}"; do grow households $((count * 250)) "${count}x250x12"; done
  for years in 1 2 5 10; do grow years "$years" "1x300x$((years * 12))"; done
  "$tools/bench_plot" <"$work/growth.tsv" >"$work/growth.svg"
  mv "$work/growth.svg" "$growth_picture"
  progress "drew $growth_picture"
}

grow() { # AGAINST SIZE REGISTER
  local file as
  file=$(copy_of "$3" growth)
  as=("$program" --db "$file" --as W0001 --today "$today")
  point "$1" "$2" 'add' "${as[@]}" add G0001-1-@ 'round @'
  point "$1" "$2" 'due' "${as[@]}" due
  point "$1" "$2" 'find' "${as[@]}" find 示例路1号7室
  point "$1" "$2" 'report, a grid' "${as[@]}" report month 2026-10 --by grid --area G0001
  point "$1" "$2" 'report, all' "${as[@]}" report month 2026-10 --by grid
  rm -f "$file"*
}

point() { # AGAINST SIZE COMMAND PROGRAM WORD...
  measure 21 "${@:4}" :: "$tools/bench_empty"
  progress "$3, $2 $1: $(cost "$ms" "$mb")"
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$3" "$2" "$ms" "$mb" >>"$work/growth.tsv"
}
