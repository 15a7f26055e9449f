#!/usr/bin/env bash
# Looks at what the program prints in a real terminal emulator: run.sh PROGRAM PROBE
# Exit 77, with the reason, where it can't be tried.
set -uo pipefail
program=$1 probe=$2

command -v tmux >/dev/null || { echo "SKIPPED: tmux is not installed"; exit 77; }

home=$(mktemp -d)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LC_ALL=C.UTF-8 TERM=screen
export PATH="$(dirname "$program"):$PATH" GRIDVISIT_DB=$home/town.db GRIDVISIT_TODAY=2026-10-15
unset TMUX GRIDVISIT_LANG
socket=$home/tmux
finish() { tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$home"; }
trap finish EXIT

failures=0 checks=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; }

{
  gridvisit init
  gridvisit area add S1 幸福街道 --kind street
  gridvisit area add G01 一网格👨‍👩‍👧 --kind grid --parent S1
  gridvisit worker add W01 员一
  gridvisit assign add W01 G01 --from 2026-01-01
  gridvisit config set worker W01
  {
    echo household,grid,name,address,situation
    echo 'G01-1-1-101,G01,甲一,示例路一栋一单元101室（东门进）,独居，耳背'
    echo 'G01-1-1-102,G01,ＡＢＣ１２３,Ｓａｍｐｌｅ路１０２,“一般”'
    echo 'G01-1-1-103,G01,Jose\u0301,Cafe\u0301 街,a😀b👨‍👩‍👧c'
    echo 'G01-1-1-104,G01,欧阳乙二三四五六七八,很长的地址很长的地址很长的地址很长的地址很长的地址,🇨🇳'
  } | sed 's/\\u0301/\xcc\x81/g' | gridvisit import households -
  gridvisit worker add W02 欧阳乙二三四五六七八
  gridvisit leave add W02 --from 2026-10-01 --kind 产假（含陪产）
  gridvisit patrol add G01 am --note 楼道堆放杂物，已请物业清理，下周复查
  gridvisit tag add G01-1-1-104 elderly-alone --from 2026-01-01 --note 听力不好，敲门请多等一会儿
  gridvisit tag add G01-1-1-104 psychiatric --from 2026-02-01
  gridvisit month close 2026-09
  printf 'day,kind,name\n2026-10-01,holiday,国庆节\n2026-10-10,workday,国庆节调休上班\n' | gridvisit import holidays -
  for room in 101 102 103; do gridvisit add "1-1-$room" "血压150/95，ＯＫ，e$(printf '\xcc\x81')😀，约周五复查，请带上次的化验单和医保卡"; done
} >"$home/setup" 2>&1 || { cat "$home/setup"; exit 1; }

# Every text takes the columns that the program reckons with.
tmux -S "$socket" -u new-session -d -x 80 -y 50 "'$probe' '$home/probed'; tmux -S '$socket' wait-for -S probed; sleep 60"
timeout 20 tmux -S "$socket" wait-for probed
checks=$((checks + 1))
if [ "$(wc -l <"$home/probed")" -ne 1 ]; then fail "the columns of texts"; cat "$home/probed"; fi
tmux -S "$socket" kill-server

# What is printed for a terminal of so many columns stays within them: the terminal breaks no line.
views=(
  '--help' 'help options' 'add --help' 'report month --help' 'status' 'due' 'journal' 'find 1-1'
  'show 1-1-101' 'area list' 'household list' 'worker list' 'report month' 'report year' 'policy show'
  'tag category list' 'find zzz' 'explain annual-door-visit G01-1-1-101' 'feasibility' 'config list'
  'plan' 'assign list' 'leave list' 'patrol list' 'tag list' 'holiday list' 'month list' 'member list'
  'policy list' 'retention list' 'area show G01' 'worker show W01' 'household show G01-1-1-104'
  'report household G01-1-1-101' 'explain due G01-1-1-104' 'check -v' 'doctor' 'verify'
)
cat >"$home/show.sh" <<'SHOW'
# show.sh FOLDER LANGUAGE VIEW...: each view on a clear screen, as the terminal has it.
folder=$1 language=$2
shift 2
number=0
for view in "$@"; do
  clear
  tmux clear-history
  gridvisit --lang "$language" $view 2>&1
  number=$((number + 1))
  tmux capture-pane -p -S - >"$folder/$number.broken"
  tmux capture-pane -p -J -S - >"$folder/$number.joined"
done
SHOW
look() { # COLUMNS LANGUAGE
  local columns=$1 language=$2 folder=$home/$1.$2 number
  mkdir "$folder"
  printf '%q ' bash "$home/show.sh" "$folder" "$language" "${views[@]}" >"$folder/command"
  tmux -S "$socket" -u new-session -d -x "$columns" -y 100 \
    "$(cat "$folder/command"); tmux wait-for -S seen; sleep 60"
  timeout 60 tmux -S "$socket" wait-for seen || fail "$columns columns, $language: no end"
  tmux -S "$socket" kill-server
  for number in $(seq ${#views[@]}); do
    checks=$((checks + 1))
    if ! [ -s "$folder/$number.broken" ]; then fail "${views[number - 1]}: nothing is shown"; continue; fi
    # Examples are shown whole, to be copied.
    if ! diff <(sed 's/ *$//' "$folder/$number.broken") <(sed 's/ *$//' "$folder/$number.joined") |
      grep '^>' | grep -qv '^>   gridvisit '; then continue; fi
    fail "${views[number - 1]} ($language) does not fit $columns columns"
    diff "$folder/$number.broken" "$folder/$number.joined" | head -n 6
  done
}
for columns in 40 57 80 200; do
  for language in en zh; do look "$columns" "$language"; done
done

# In a pipe and in a file the same bytes are printed, and nothing is cut.
for view in 'household list --unmask --reason test' 'journal --unmask --reason test'; do
  checks=$((checks + 1))
  gridvisit $view >"$home/file"
  gridvisit $view | cat >"$home/piped"
  cmp -s "$home/file" "$home/piped" || fail "$view: a pipe shows other bytes than a file"
  grep -q '…' "$home/file" && fail "$view is cut in a file"
done
grep -q '很长的地址很长的地址很长的地址很长的地址很长的地址' <(gridvisit household list --unmask --reason test) ||
  fail 'a long address is not whole in a pipe'

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ] && [ "$checks" -eq $((1 + 8 * ${#views[@]} + 2)) ]
