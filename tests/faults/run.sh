#!/usr/bin/env bash
# Runs the campaigns of faults.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/faults/run.sh [--long] [--sanitize] [--command TEXT] [CAMPAIGN...]

Builds the program and runs the campaigns named, or all: positions power_loss kills writers
bit_flips. Each prints its counts. The exit code is 0 only if none found anything.

  --long      run the long rounds, with an optimised build
  --command TEXT
              positions only of commands that hold the text
  --sanitize  with the address and undefined behaviour sanitizers (only the short rounds are sensible)
END
}

preset=dev
campaigns=()
while [ $# -gt 0 ]; do
  case "$1" in
    --long) export GRIDVISIT_LONG=1; preset=campaign ;;
    --sanitize) preset=sanitize ;;
    --command) export GRIDVISIT_COMMAND=${2:?}; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) campaigns+=("$1") ;;
  esac
  shift
done

cd "$(dirname "$0")/../.."
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" --target test_faults >/dev/null
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}"
suites=$(IFS=,; echo "${campaigns[*]:-*}")
time ".build/$preset/tests/faults/test_faults" --test-suite="$suites"
