#!/usr/bin/env bash
# Measures gridvisit against its peers and its targets, and prints one table.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/bench/run.sh [OPTION...]

Builds a release, installs the peers, makes the registers, and measures them in interleaved pairs.
The table of all that was measured is printed at the end; what is going on is told on stderr.

  --with PROGRAM FOLDER   measure a program that is built; FOLDER holds the tools (bench_pairs, ...)
  --part PART             measure this alone; may be given again:
                          start add report page find due import export workbooks writers memory
                          peers counted shares growth city
  --city                  also the city of 4 million households, and 10 million visits in and out
  --keep FOLDER           keep the registers there, and use those that are there
  --check PROGRAM FOLDER  a small round that only looks whether the answers are right
  --check-counts PROGRAM FOLDER
                          fail if system calls, syncs, pages, ... are above limits.tsv
END
}

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
all_parts=(start add report page find due import export workbooks writers memory peers counted
  shares growth)

program='' tools='' mode=measure with_city='' parts=() keep='' most_rounds=1000

need() { [ "$1" -ge "$2" ] || { usage >&2; exit 2; }; }

while [ $# -gt 0 ]; do
  case $1 in
    --with | --check | --check-counts)
      need $# 3
      [ "$1" = --with ] || mode=${1#--}
      program=$2 tools=$3
      shift 2
      ;;
    --part)
      need $# 2
      [[ " ${all_parts[*]} city " == *" $2 "* ]] || { usage >&2; exit 2; }
      parts+=("$2")
      shift
      ;;
    --city) with_city=yes ;;
    --keep) need $# 2; keep=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

build_release() {
  (cd "$top" && cmake --preset release -DGRIDVISIT_BUILD_BENCHMARKS=ON &&
    cmake --build --preset release --target gridvisit_program bench_tools) >&2
  program=$top/.build/release/cli/gridvisit
  tools=$top/.build/release/tests/bench
}

[ "$mode" != measure ] || "$here/peers.sh"
[ -n "$program" ] || build_release

work=$(mktemp -d)
cluster=
clean_up() {
  stop_postgres
  rm -rf "$work"
}
trap clean_up EXIT
keep=${keep:-$work/registers}
mkdir -p "$keep"

# shellcheck source=/dev/null
for file in table registers databases check; do . "$here/$file.sh"; done
# shellcheck source=/dev/null
for file in "$here"/parts/*.sh; do . "$file"; done

measure_parts() {
  local part
  if [ ${#parts[@]} -eq 0 ]; then
    parts=("${all_parts[@]}")
    [ -z "$with_city" ] || parts+=(city)
  fi
  for part in "${parts[@]}"; do
    progress "part $part"
    "part_$part"
  done
  print_table
}

case $mode in
  measure) measure_parts ;;
  check) check ;;
  check-counts) check_counts ;;
esac
