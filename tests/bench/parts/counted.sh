# shellcheck shell=bash
# What doesn't depend on the machine's mood: system calls, syncs, pages read, allocations and
# instructions, each held by its limit in limits.tsv.

# The register is small, so that the sanitized build makes it fast; the limits are those of it.
counted_register=4x50x12

part_counted() {
  local command what limit
  while IFS=$'\t' read -r command what limit; do
    case $command in '' | \#*) continue ;; esac
    can_count "$what" || continue
    limit_row "$command" "$what" "$limit"
  done <"$here/limits.tsv"
  sync_rows
}

# A release needs no libraries but glibc's. Any other build makes calls of its own to load them and
# to watch over memory, and is not optimised.
is_release() {
  local libraries
  libraries=$(ldd "$program")
  [[ ! "$libraries" =~ libstdc\+\+|libasan|libfmt ]]
}

can_trace() { has strace && strace -o /dev/null true 2>/dev/null; }

# Tells once for each kind what is not counted, and why.
can_count() { # WHAT
  local why=
  case $1 in
    syncs | pages | 'calls on the database') can_trace || why='strace can not be used here' ;;
    calls) { is_release && can_trace; } || why='this program is no release, or strace is lacking' ;;
    *) { is_release && has valgrind; } || why='this program is no release, or valgrind is lacking' ;;
  esac
  [ -n "$why" ] || return 0
  grep -qxF "$1" "$work/skipped" 2>/dev/null || progress "SKIPPED: $1 are not counted: $why"
  echo "$1" >>"$work/skipped"
  return 1
}

words_of() { # COMMAND: one a line
  case $1 in
    add) printf '%s\n' --as W0001 add G0001-1-5 counted ;;
    report) printf '%s\n' report month 2026-10 --by grid --area G0001 ;;
    due) printf '%s\n' --as W0001 due ;;
    completion) printf '%s\n' __complete -- add G0001-1-7 ;;
    find) printf '%s\n' find G0001-1-7 ;;
    version) printf '%s\n' --version ;;
    *) progress "limits.tsv: no such command: $1"; return 1 ;;
  esac
}

limit_row() { # COMMAND WHAT LIMIT
  local found
  found=$(count "$1" "$2")
  row "$1: $2" "$found" - - "≤ $3" "$(verdict "$found" "$3")"
}

# Each count begins with the same register: a second visit like the first would not be written.
count() { # COMMAND WHAT
  local words file
  file=$(copy_of "$counted_register" counted)
  mapfile -t words < <(words_of "$1")
  [ ${#words[@]} -gt 0 ]
  words=("$program" --db "$file" --today "$today" "${words[@]}")
  case $2 in
    instructions) count_instructions "${words[@]}" ;;
    allocations) count_allocations "${words[@]}" ;;
    *) trace "$file" "${words[@]}" && count_calls "$2" ;;
  esac
}

# The leak checker can't work in a traced process.
trace() { # DATABASE COMMAND...
  ASAN_OPTIONS=detect_leaks=0 strace -f -y -o "$work/trace" "${@:2}" >/dev/null 2>&1 &&
    traced=$1
}

count_calls() { # WHAT; of the trace made last
  awk -v what="$1" -v database="$traced" '
    !/^[0-9]+ +[a-z_0-9]+\(/ { next }
    { ++count["calls"] }
    index($0, database) { ++count["calls on the database"] }
    /^[0-9]+ +(fdatasync|fsync)\(/ { ++count["syncs"] }
    /^[0-9]+ +pread64\(.*= 4096$/ { ++count["pages"] }
    END { print count[what] + 0; exit !count["calls"] }' "$work/trace"
}

count_instructions() { # COMMAND...
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
    awk '/Collected :/ { print $4; found = 1 } END { exit !found }'
}

count_allocations() { # COMMAND...
  valgrind --tool=dhat --dhat-out-file=/dev/null "$@" 2>&1 >/dev/null |
    awk '/Total:/ { gsub(",", ""); print $6; found = 1 } END { exit !found }'
}

# Syncs are what travels to other disks: no more than the shell's for the same insert.
sync_rows() {
  can_trace || { not_installed_row 'add: syncs / sqlite3 shell, same insert' 1.0; return; }
  local theirs ours peer
  theirs=$(copy_of "$counted_register" theirs)
  ours=$(count add syncs)
  trace "$theirs" sqlite3 "$theirs" "$same_insert"
  peer=$(count_calls syncs)
  row 'add: syncs / sqlite3 shell, same insert' "$ours" "$peer" - "≤ $peer" \
    "$(verdict "$ours" "$peer")"
  rm -f "$theirs"*
}
