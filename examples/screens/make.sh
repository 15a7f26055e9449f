#!/usr/bin/env bash
# Draws the pictures of the READMEs from the real program, on the invented town.
set -euo pipefail

usage() {
  cat <<'END'
Usage: examples/screens/make.sh [--programs DIR] [--to DIR]

Types the day of a grid worker and the report of a coordinator into a terminal (tmux), in English
and Chinese, and draws what is seen: day.en.svg, day.zh.svg, month.en.svg, month.zh.svg.

  --programs DIR  the build folder of the programs, otherwise .build/release
  --to DIR        where the pictures go, otherwise beside this script
END
}

here=$(cd "$(dirname "$0")" && pwd)
programs=$here/../../.build/release
target=$here
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) usage; exit 0 ;;
    --programs) programs=$(realpath "$2"); shift 2 ;;
    --to) target=$(realpath "$2"); shift 2 ;;
    *) usage >&2; exit 2 ;;
  esac
done

work=$(mktemp -d)
socket=$work/tmux
trap 'tmux -S "$socket" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
unset "${!GRIDVISIT_@}" TMUX NO_COLOR
export PATH=$programs/cli:$PATH HOME=$work XDG_CONFIG_HOME=$work/config LC_ALL=C.UTF-8
export GRIDVISIT_WORKER=W01 GRIDVISIT_TODAY=2026-11-21 GRIDVISIT_DB=$work/town.db

"$programs/examples/town/example_town" --until 2026-11-20 --out "$work/town"
gridvisit init >/dev/null 2>&1
for table in areas workers assignments households tags visits; do
  gridvisit import "$table" "$work/town/$table.csv" >/dev/null 2>&1
done
cp "$GRIDVISIT_DB" "$work/kept.db"
printf 'PS1="$ "\nunset HISTFILE\n' >"$work/rc"

# begin LANGUAGE COLUMNS ROWS: a fresh terminal, and the town as it was.
begin() {
  cp "$work/kept.db" "$GRIDVISIT_DB"
  screens=()
  columns=$2
  tmux -S "$socket" kill-server 2>/dev/null || true
  socket=$work/tmux.$1.$3
  GRIDVISIT_LANG=$1 tmux -S "$socket" -u -f /dev/null new-session -d -x "$2" -y "$3" \
    bash --rcfile "$work/rc"
  tmux -S "$socket" set -g status off
  waits_for_prompt
}

screen() { tmux -S "$socket" capture-pane -p "$@"; }

# waits_for WORDS...: until grep with these words finds the last line of the screen.
waits_for() {
  local turn
  for turn in $(seq 100); do
    if screen | sed -e '/^$/d' | tail -n 1 | grep -q "$@"; then return; fi
    sleep 0.1
  done
  echo "make.sh: the screen never showed: $*" >&2
  screen >&2
  exit 1
}
waits_for_prompt() { waits_for -x '\$ *'; }

# keep SECONDS: the screen as it is now becomes the next picture.
keep() {
  local file=$work/screen.${#screens[@]}
  screen -e >"$file"
  screens+=("$file:$1")
}

# types TEXT SECONDS: types a command, and keeps its answer for so long.
types() {
  tmux -S "$socket" send-keys -l "$1"
  waits_for -F -e "${1: -12}"
  keep 1.2
  tmux -S "$socket" send-keys Enter
  waits_for_prompt
  keep "$2"
}
# presses KEY SECONDS: one key of a round, and the card after it.
presses() {
  tmux -S "$socket" send-keys "$1"
  sleep 1
  keep "$2"
}
clears() {
  tmux -S "$socket" send-keys C-l
  sleep 0.3
}

draws() { # NAME TITLE
  perl "$here/svg.pl" "$columns" "$2" "${screens[@]}" >"$target/$1.svg"
  echo "$target/$1.svg"
}

day() { # LANGUAGE TITLE NOTE
  begin "$1" 80 34
  types 'gridvisit status' 5
  clears
  types 'gridvisit due -l 5' 5
  types "gridvisit add 5-1-301 \"$3\"" 5
  clears
  tmux -S "$socket" send-keys -l 'gridvisit round'
  tmux -S "$socket" send-keys Enter
  sleep 1
  keep 3
  presses m 3
  presses a 3
  draws "day.$1" "$2"
}
month() { # LANGUAGE TITLE
  begin "$1" 80 38
  types 'gridvisit report month last' 1
  screens=("${screens[-1]}")
  draws "month.$1" "$2"
}

day en 'The day of a grid worker' 'blood pressure high, back on Friday'
day zh '网格员的一天' '血压偏高，约周五复查'
month en 'The report of a month'
month zh '月报'
