#!/usr/bin/env bash
# Runs the fuzz targets; see README.md beside it.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/fuzz/run.sh [--long] [--seconds N] [--seed N] [TARGET...]

Builds the fuzz targets with clang's libFuzzer and the sanitizers, and runs those named, or all, two
at a time. Prints how many inputs each was given; fails if one found something or was given none.
The last line counts the targets.

  --seconds N   runs each so long, instead of so many inputs as the table `inputs` says
  --seed N      begins another sequence of inputs (usually 1; --long takes a new one each time)
  --long        as many inputs as the table `executions` says, 116 million in all, and keeps what
                it learns in .build/fuzz/corpus for the next time

What a target ends on is written to .build/fuzz/found.
END
}

# Inputs of a short round, about half a minute each: counted, so that it finds the same everywhere.
declare -A inputs=(
  [csv]=150000 [database]=800 [dates]=600000 [display]=100000 [encoding]=150000 [import_file]=5000
  [json]=60000 [masking]=250000 [mo]=250000 [policy]=130000 [printout]=250000
  [schema]=1000 [tags]=50000 [text]=150000 [xlsx]=20000
)
# Inputs of a long round, in thousands.
declare -A executions=(
  [csv]=2000 [database]=30 [dates]=59200 [display]=3000 [encoding]=1000 [import_file]=20
  [json]=1000 [masking]=38000 [mo]=8000 [policy]=500 [printout]=1000
  [schema]=5 [tags]=500 [text]=2000 [xlsx]=400
)
# The most bytes of an input, for targets that take a few words: more would only cost time.
declare -A longest=([dates]=64 [masking]=128 [mo]=256)
targets=(csv database dates display encoding import_file json masking mo policy printout schema tags
  text xlsx)

seconds=
seed=1
long=${GRIDVISIT_LONG:+yes}
chosen=()
while [ $# -gt 0 ]; do
  case "$1" in
    --long) long=yes ;;
    --seconds) seconds=$2; shift ;;
    --seed) seed=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *)
      [ -n "${executions[$1]:-}" ] || { echo "fuzz: there is no target $1" >&2; exit 2; }
      chosen+=("$1") ;;
  esac
  shift
done
[ ${#chosen[@]} -gt 0 ] || chosen=("${targets[@]}")

cd "$(dirname "$0")/../.."
here=tests/fuzz
build=.build/fuzz
found=$build/found
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$found"

echo "fuzz: configuring and building in $build"
cmake --preset fuzz >"$work/log" 2>&1 </dev/null || { cat "$work/log" >&2; exit 1; }
cmake --build --preset fuzz -j "$(nproc)" >"$work/log" 2>&1 </dev/null ||
  { cat "$work/log" >&2; exit 1; }

export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:quarantine_size_mb=16"
export UBSAN_OPTIONS=print_stacktrace=1

# Dictionaries are written in UTF-8; libFuzzer wants other bytes than ASCII escaped.
escaped() { # FILE
  LC_ALL=C perl -pe 's/([\x80-\xff])/sprintf "\\x%02x", ord $1/ge' "$1"
}

run_target() { # TARGET
  local name=$1 corpus=$work/$1 options=(-print_final_stats=1 -timeout=60 -rss_limit_mb=1024)
  options+=("-max_len=${longest[$1]:-0}")
  local seeds dictionary=$here/dictionaries/$1.dict
  if [ -n "$long" ]; then
    corpus=$build/corpus/$name
    options+=("-runs=$((executions[$name] * 1000))")
  elif [ -n "$seconds" ]; then
    options+=("-max_total_time=$seconds" "-seed=$seed")
  else
    options+=("-runs=${inputs[$name]}" "-seed=$seed")
  fi
  mkdir -p "$corpus"
  if [ -f "$dictionary" ]; then
    escaped "$dictionary" >"$work/$name.dict"
    options+=("-dict=$work/$name.dict")
  fi
  for seeds in "$here/corpus/$name" "$here/cases/$name"; do
    if [ -d "$seeds" ]; then options+=("$seeds"); fi
  done
  # What it learns goes to the first folder.
  "$build/$here/fuzz_$name" "$corpus" "${options[@]}" -artifact_prefix="$found/$name-" \
    >"$work/$name.log" 2>&1 </dev/null
}

executed() { # TARGET
  sed -n 's/^stat::number_of_executed_units: *//p' "$work/$1.log"
}

report() { # TARGET EXIT-CODE
  local count
  count=$(executed "$1")
  printf '  %-12s %12s inputs' "$1" "${count:-0}"
  if [ "$2" -ne 0 ]; then
    echo ', ended on the last one:'
    grep -a -v '^#' "$work/$1.log" | tail -n 60
    return 1
  fi
  [ "${count:-0}" -gt 0 ] || { echo ': none'; return 1; }
  echo
}

echo "fuzz: ${#chosen[@]} targets, two at a time"
failed=0
declare -A name_of=()
settle_one() {
  local process status=0
  wait -n -p process || status=$?
  report "${name_of[$process]}" "$status" || failed=$((failed + 1))
}
running=0
for name in "${chosen[@]}"; do
  if [ "$running" -eq 2 ]; then
    settle_one
    running=1
  fi
  run_target "$name" &
  name_of[$!]=$name
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  settle_one
  running=$((running - 1))
done
echo "fuzz: $((${#chosen[@]} - failed)) targets passed, $failed failed"
[ "$failed" -eq 0 ]
