# shellcheck shell=bash
# One line a check. Read by run.sh.
passed=0 failed=0 skipped=0

skip() {
  echo "SKIPPED: $*"
  skipped=$((skipped + 1))
}

is_code() { [ "$1" = "$2" ] || { [ "$1" = no ] && [ "$2" -ne 0 ]; }; }

# expect CODE TEXT WHAT COMMAND…: its exit code (or "no" for any but 0), and what it prints.
expect() {
  local code=$1 text=$2 what=$3 out got=0; shift 3
  out=$("$@" 2>&1 </dev/null) || got=$?
  if [[ $out == *"$text"* ]] && is_code "$code" "$got"; then
    passed=$((passed + 1))
    echo "ok      $what"
    return
  fi
  failed=$((failed + 1))
  printf 'FAILED  %s\n  exit %s instead of %s; wanted: %s\n%s\n' "$what" "$got" "$code" "$text" \
    "$(head -n 30 <<<"$out")"
}

# nothing WHAT COMMAND…: succeeds and prints nothing.
nothing() {
  local what=$1; shift
  expect 0 'end of nothing' "$what" prints_nothing "$@"
}
prints_nothing() {
  local out
  out=$("$@") || return
  if [ -z "$out" ]; then echo 'end of nothing'; else printf 'unwanted:\n%s\n' "$out"; fi
}

# lines_but PATTERN [FILE]: the lines that do not match it (an awk's); fails if there is no line.
lines_but() {
  local pattern=$1; shift
  awk -v pattern="$pattern" '$0 !~ pattern; END { exit NR == 0 }' "$@"
}
