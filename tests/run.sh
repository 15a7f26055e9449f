#!/usr/bin/env bash
# Sets up, builds and runs every test.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/run.sh [--sanitize] [--long] [CTEST-OPTION...]

Installs what is missing, builds gridvisit with its tests and runs them all. The last line counts
them; the exit code is 0 only if all passed.

  --sanitize      build with the address and undefined behaviour sanitizers
  --long          let the tests that generate their cases run far more of them
  CTEST-OPTION    is handed to ctest: tests/run.sh -R calendar runs the tests of that name
END
}

preset=dev
ctest_options=()
for option in "$@"; do
  case "$option" in
    --sanitize) preset=sanitize ;;
    --long) export GRIDVISIT_LONG=1 ;;
    -h | --help) usage; exit 0 ;;
    *) ctest_options+=("$option") ;;
  esac
done

cd "$(dirname "$0")/.."
examples/packages.sh test
build=.build/$preset
jobs=$(nproc)

echo "configuring and building in $build"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --preset "$preset" >"$log" 2>&1 </dev/null || { cat "$log" >&2; exit 1; }
cmake --build --preset "$preset" -j "$jobs" </dev/null

# Findings of the sanitizers end a test program; leaks are findings too.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
results=$PWD/$build/results.xml
status=0
ctest --test-dir "$build" -j "$jobs" --output-on-failure --no-tests=error \
  --output-junit "$results" "${ctest_options[@]}" </dev/null || status=$?

count() { sed -n "s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" "$results" | head -n 1; }
[ -f "$results" ] || exit "$status"
tests=$(count tests)
failed=$(count failures)
echo "$((tests - failed)) passed, $failed failed"
exit "$status"
