#!/usr/bin/env bash
# Types into a real shell in tmux and looks at its screen: run.sh bash|zsh|fish PROGRAM
# Exit 77, with the reason, where it can't be tried.
set -uo pipefail
shell=$1 program=$2

skip() { echo "SKIPPED: $*"; exit 77; }
for tool in tmux "$shell"; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done

home=$(mktemp -d)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data LC_ALL=C.UTF-8 TERM=screen
export PATH="$(dirname "$program"):$PATH" GRIDVISIT_DB=$home/town.db GRIDVISIT_TODAY=2026-10-15
unset TMUX GRIDVISIT_LANG
socket=$home/tmux
screen() { tmux -S "$socket" capture-pane -p; }
finish() { tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$home"; }
trap finish EXIT

{
  gridvisit init
  gridvisit area add G01 一网格 --kind grid
  gridvisit worker add W01 员一
  gridvisit assign add W01 G01 --from 2026-01-01
  gridvisit household add G01-1-1-101 G01 --from 2020-01-01 --name 甲一
  gridvisit household add G01-2-1-202 G01 --from 2020-01-01 --name 乙二
  gridvisit config set worker W01
} >/dev/null 2>&1 || exit 1

case "$shell" in
  bash)
    printf 'PS1="> "\nsource <(gridvisit completion bash)\n' >"$home/rc"
    start=(bash --rcfile "$home/rc") ;;
  zsh)
    mkdir "$home/functions"
    gridvisit completion zsh >"$home/functions/_gridvisit"
    printf 'PS1="> "\nfpath+=~/functions\nautoload -U compinit\ncompinit -u -D\n' >"$home/.zshrc"
    start=(zsh) ;;
  fish)
    mkdir -p "$XDG_CONFIG_HOME/fish/completions"
    gridvisit completion fish >"$XDG_CONFIG_HOME/fish/completions/gridvisit.fish"
    printf 'function fish_prompt\n  echo "> "\nend\nset -g fish_greeting\n' \
      >"$XDG_CONFIG_HOME/fish/config.fish"
    start=(fish) ;;
esac
tmux -S "$socket" -u new-session -d -x 100 -y 30 "${start[@]}"

failures=0 checks=0
# shows TEXT: waits for it, for as long as a slow machine may need.
shows() {
  local turn
  for turn in $(seq 300); do
    if screen | grep -qF -e "$1"; then return 0; fi
    sleep 0.1
  done
  return 1
}
# completes KEYS TEXT: what the screen shows after the keys and a tab.
completes() {
  checks=$((checks + 1))
  tmux -S "$socket" send-keys C-u  # an interrupt could overtake what is typed after it
  tmux -S "$socket" send-keys -R C-l
  tmux -S "$socket" clear-history
  shows '>' || { echo "no prompt"; screen; failures=$((failures + 1)); return; }
  tmux -S "$socket" send-keys -l "$1"
  shows "$1"
  tmux -S "$socket" send-keys Tab
  if shows "$2"; then return; fi
  failures=$((failures + 1))
  printf 'FAILED: %s and a tab does not show: %s\n' "$1" "$2"
  screen
}

shows '>' || { echo "the shell does not start"; screen; exit 1; }
completes 'gridvisit stat' 'gridvisit status'
completes 'gridvisit area e' 'gridvisit area edit'
completes 'gridvisit due --lim' 'gridvisit due --limit'
completes 'gridvisit add G01-2' 'gridvisit add G01-2-1-202'
completes 'gridvisit add 乙' 'gridvisit add G01-2-1-202'
completes 'gridvisit --lang=z' 'gridvisit --lang=zh'
completes 'gridvisit explain ann' 'gridvisit explain annual-door-visit'
touch "$home/visits-of-may.csv"
completes "gridvisit import visits $home/visits-of" "$home/visits-of-may.csv"

echo "$checks checks, $failures failures"
[ "$failures" -eq 0 ] && [ "$checks" -eq 8 ]
