# shellcheck shell=bash
# The one table that the benchmarks print: what was measured becomes a row, and the verdict follows
# from the figures. Sourced by run.sh, which sets $work (a folder), $tools and $most_rounds.

rows=$work/rows.tsv
: >"$rows"

progress() { printf '%s\n' "bench: $*" >&2; }

row() { # TASK OURS PEER RATIO TARGET VERDICT
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$rows"
  progress "$1: $2 / $3, ratio $4, $6"
}

# Runs bench_pairs and keeps its figures for the rows that follow. ROUNDS are at most $most_rounds.
measure() { # ROUNDS [--before COMMAND] PROGRAM WORD... :: PROGRAM WORD...
  local rounds=$1 before=()
  shift
  if [ "$1" = --before ]; then
    before=("$1" "$2")
    shift 2
  fi
  [ "$rounds" -le "$most_rounds" ] || rounds=$most_rounds
  "$tools/bench_pairs" "${before[@]}" "$rounds" "$@" >"$work/figures"
  IFS=$'\t' read -r ms mb peer_ms peer_mb ratio ratio_low ratio_high <"$work/figures"
}

is_at_most() { awk -v value="$1" -v limit="$2" 'BEGIN { exit !(value <= limit) }'; }

verdict() { # VALUE LIMIT; without a limit there is none
  if [ "$2" = - ]; then echo -; elif is_at_most "$1" "$2"; then echo met; else echo missed; fi
}

target() { # LIMIT [UNIT]
  if [ "$1" = - ]; then echo -; else echo "≤ $1${2:+ $2}"; fi
}

milliseconds() {
  awk -v ms="$1" 'BEGIN {
    if (ms < 10) printf "%.1f ms", ms
    else if (ms < 1000) printf "%.0f ms", ms
    else printf "%.1f s", ms / 1000 }'
}

cost() { printf '%s, %.0f MB' "$(milliseconds "$1")" "$2"; } # MS MB

spread() { printf '%.2f (%.2f–%.2f)' "$1" "$2" "$3"; } # MEDIAN LOW HIGH

# Rows of what was measured last. TARGET is the highest ratio, or -.
time_row() { # TASK TARGET
  row "$1" "$(cost "$ms" "$mb")" "$(cost "$peer_ms" "$peer_mb")" \
    "$(spread "$ratio" "$ratio_low" "$ratio_high")" "$(target "$2")" "$(verdict "$ratio" "$2")"
}

memory_row() { # TASK TARGET
  local share
  share=$(awk -v ours="$mb" -v theirs="$peer_mb" 'BEGIN { printf "%.4f", ours / theirs }')
  row "$1: memory" "$(printf '%.1f MB' "$mb")" "$(printf '%.1f MB' "$peer_mb")" \
    "$(printf '%.2f' "$share")" "$(target "$2")" "$(verdict "$share" "$2")"
}

# A target that is no ratio: whatever the peer is, ours stays below it.
below_ms_row() { # TASK LIMIT
  row "$1" "$(cost "$ms" "$mb")" - - "$(target "$2" ms)" "$(verdict "$ms" "$2")"
}

below_mb_row() { # TASK LIMIT
  row "$1: memory" "$(printf '%.1f MB' "$mb")" - - "$(target "$2" MB)" "$(verdict "$mb" "$2")"
}

not_installed_row() { # TASK TARGET
  row "$1" - 'not installed' - "$(target "$2")" -
}

# Widths are those of a terminal, where some characters take two columns.
width() { printf '%s' "$1" | LC_ALL=C.UTF-8 wc -L; }

print_line() { # CELL...; as wide as ${widths[@]}
  local column=0 cell
  for cell in "$@"; do
    printf '| %s%*s ' "$cell" $((widths[column] - $(width "$cell"))) ''
    column=$((column + 1))
  done
  echo '|'
}

print_table() {
  local heads=('Task' 'Ours' 'Peer' 'Ratio (spread)' 'Target' 'Verdict')
  local widths=() column longest rule=() cells
  for column in 1 2 3 4 5 6; do
    longest=$({ echo "${heads[column - 1]}" && cut -f "$column" "$rows"; } |
      LC_ALL=C.UTF-8 wc -L)
    widths+=("$longest")
    rule+=("$(printf '%*s' "$longest" '' | tr ' ' -)")
  done
  print_line "${heads[@]}"
  print_line "${rule[@]}"
  while IFS=$'\t' read -r -a cells; do print_line "${cells[@]}"; done <"$rows"
}
