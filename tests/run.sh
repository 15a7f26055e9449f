#!/usr/bin/env bash
# Sets up, builds and runs every test.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/run.sh [--sanitize] [--long] [CTEST-OPTION...]

Installs what is missing, builds gridvisit with its tests and runs them all, then a short round of
the fuzz targets. The last line counts them; the exit code is 0 only if all passed.

  --sanitize      build with the address and undefined behaviour sanitizers
  --long          let the tests that generate their cases run far more of them
  CTEST-OPTION    is handed to ctest: tests/run.sh -R calendar runs the tests of that name
                  and fuzzes nothing
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

fuzz_log=$PWD/$build/fuzz.log
if [ ${#ctest_options[@]} -eq 0 ]; then
  tests/fuzz/run.sh </dev/null | tee "$fuzz_log" || status=1
  read -r fuzz_passed fuzz_failed < <(
    sed -n 's/^fuzz: \([0-9]*\) targets passed, \([0-9]*\) failed$/\1 \2/p' "$fuzz_log") ||
    { fuzz_passed=0 fuzz_failed=1; }
  tests=$((tests + fuzz_passed + fuzz_failed))
  failed=$((failed + fuzz_failed))
fi
echo "$((tests - failed)) passed, $failed failed"
exit "$status"
