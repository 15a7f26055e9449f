#!/usr/bin/env bash
# Draws the pictures of the READMEs and looks for what they must show: screens.sh MAKE PROGRAMS
set -euo pipefail
make=$1 programs=$2
command -v tmux >/dev/null || { echo "SKIPPED: tmux is not installed"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$make" --programs "$programs" --to "$folder"
grep -qF '49/30' "$folder/month.en.svg"
grep -qF '特殊人群' "$folder/month.zh.svg"
grep -qF 'Saved visit' "$folder/day.en.svg"
grep -qF '已保存走访' "$folder/day.zh.svg"
