#!/usr/bin/env bash
# Walks a round in a real terminal and looks at its screen and at the database:
# run.sh COLUMNS en|zh PROGRAM
# Exit 77, with the reason, where it can't be tried.
set -uo pipefail
columns=$1 language=$2 program=$3

command -v tmux >/dev/null || { echo "SKIPPED: tmux is not installed"; exit 77; }

home=$(mktemp -d)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LC_ALL=C.UTF-8 TERM=screen
export PATH="$(dirname "$program"):$PATH" GRIDVISIT_DB=$home/town.db GRIDVISIT_TODAY=2026-10-15
export GRIDVISIT_LANG=$language GRIDVISIT_WORKER=W01
unset TMUX NO_COLOR
socket=$home/tmux
screen() { tmux -S "$socket" capture-pane -p 2>/dev/null; }
finish() {
  tmux -S "$socket" kill-server 2>/dev/null
  sleep 0.2  # what it ends may still write
  rm -rf "$home"
}
trap finish EXIT

{
  gridvisit init
  gridvisit area add G01 一网格 --kind grid
  gridvisit worker add W01 员一
  gridvisit assign add W01 G01 --from 2026-01-01
  for room in 101 102 103 104; do
    gridvisit household add "G01-1-1-$room" G01 --from 2020-01-01 --name "甲$room" \
      --address "示例路1栋1单元${room}室"
  done
  gridvisit tag add G01-1-1-103 elderly-alone --from 2026-01-01
} >/dev/null 2>&1 || exit 1

failures=0 checks=0 terminals=0
fail() {
  failures=$((failures + 1))
  echo "FAILED: $*"
  screen
}
# shows TEXT: waits for it, for as long as a slow machine may need.
shows() {
  local turn
  checks=$((checks + 1))
  for turn in $(seq 300); do
    if screen | grep -qF -e "$1"; then return 0; fi
    sleep 0.1
  done
  fail "the screen does not show: $1"
}
keys() { tmux -S "$socket" send-keys "$@"; }
text() { tmux -S "$socket" send-keys -l "$1"; }
# says ENGLISH CHINESE: waits for the text of the language.
says() { if [ "$language" = zh ]; then shows "$2"; else shows "$1"; fi; }
# is VALUE WANTED WHAT
is() {
  checks=$((checks + 1))
  [ "$1" = "$2" ] || fail "$3: $1, not $2"
}
# begin: a shell in the terminal, and a round in it.
begin() {
  tmux -S "$socket" kill-server 2>/dev/null
  socket=$home/tmux.$((++terminals))
  tmux -S "$socket" -u new-session -d -x "$columns" -y 24 bash --norc
  text "PS1='> '; clear; stty -g >$home/before; gridvisit round; stty -g >$home/after; echo round-is-over"
  keys Enter
}
# Visits that stand, as household,mode,outcome.
visits() { gridvisit journal --format csv | tail -n +2 | grep ',$' | cut -d, -f4,6,7; }

begin
shows '1/4'
says 'G01-1-1-103' 'G01-1-1-103'
says 'm met' 'm 见到'
says '> door' '> 上门'
keys 5
says '> phone' '> 电话'
keys n
says 'The note' '走访内容'
text '血压偏高，药还够吃m'
shows '药还够吃m'
keys BSpace BSpace
shows '药还够'
keys Enter
says 'note: 血压偏高，药还够' '内容：血压偏高，药还够'
keys m
says 'Saved visit 1' '已保存走访 1'
shows '2/4'
keys s
shows '3/4'
keys a
says 'Saved visit 2' '已保存走访 2'
shows '4/4'
keys r
says 'Saved visit 3' '已保存走访 3'
shows 'G01-1-1-101'
keys u
says 'Void this visit?' '作废这次走访？'
keys x
says 'm met' 'm 见到'
is "$(visits | wc -l)" 3 'visits on record, undo refused'
keys u
says 'Void this visit?' '作废这次走访？'
keys u
says 'Visit 3 is void' '走访 3 已作废'
shows 'G01-1-1-104'
keys '?'
says 'm  save the visit' 'm  保存走访'
keys x
says '> door' '> 上门'
tmux -S "$socket" resize-window -x $((columns + 17)) -y 20
shows 'G01-1-1-104'
tmux -S "$socket" resize-window -x "$columns" -y 24
keys C-c
shows 'round-is-over'
is "$(diff "$home/before" "$home/after" >/dev/null && echo same)" same 'the terminal, after'

# It goes on where it was, and a hang-up leaves everything saved.
begin
shows '3/4'
shows 'G01-1-1-101'
keys v
says 'Saved visit 4' '已保存走访 4'
shows '4/4'
keys n
text 'lost'
shows '> lost'
tmux -S "$socket" kill-server
sleep 0.5
is "$(visits | tr '\n' ' ')" 'G01-1-1-103,phone,met G01-1-1-102,door,absent G01-1-1-101,door,vacant ' \
  'what is on record'

# A terminal that can only print is asked by lines.
begin
shows '4/4'
keys C-c
shows 'round-is-over'
text 'clear; TERM=dumb gridvisit round -m phone'
keys Enter
says '> phone' '> 电话'
text 'm 平安'
keys Enter
says 'Saved visit 5' '已保存走访 5'
says 'Every household of this round is done' '这一轮各户都已走访'
keys q Enter
says 'Households left: 0' '还剩 0 户'

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ] && [ "$checks" -eq 39 ]
