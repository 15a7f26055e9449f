#!/usr/bin/env bash
# Types what a README shows as typed and compares the answers: readme.sh README PROGRAMS FOLDER
set -euo pipefail
readme=$1 programs=$2 folder=$3
unset "${!GRIDVISIT_@}"
export PATH=$programs/cli:$PATH XDG_CONFIG_HOME=$folder/config NO_COLOR=1

# The blocks in which somebody types, one after another; the data version differs on each run.
shown() {
  awk '/^```/ { if (typed) printf "%s", block; block = ""; typed = 0; inside = !inside; next }
       inside { block = block $0 "\n"; if (/^\$ /) typed = 1 }' "$readme"
}
without_version() { sed -E 's/[0-9]+:[0-9a-f]{12}/VERSION/'; }

# answer COMMAND: what a terminal would show. The README leaves out the tables after the first.
answer() {
  case "$1" in cd\ * | 'export PATH='*) return ;; export\ *) eval "$1"; return ;; esac
  script -qec "stty cols 250; $1" /dev/null </dev/null | tr -d '\r'
  [ "$1" = 'gridvisit import areas areas.csv' ] || return 0
  for table in workers assignments households tags visits; do
    gridvisit import "$table" "$table.csv" >rest.txt 2>&1
  done
}

rm -rf "$folder"
mkdir -p "$folder"
"$programs/examples/town/example_town" --until 2026-11-20 --out "$folder/town"
cd "$folder/town"
shown | without_version >"$folder/shown.txt"
grep -c '^\$ ' "$folder/shown.txt" | grep -qx 9 || { echo "not nine commands in $readme"; exit 1; }
while IFS= read -r line; do
  echo "$line"
  answer "${line#\$ }"
done < <(grep '^\$ ' "$folder/shown.txt") >"$folder/raw.txt"
without_version <"$folder/raw.txt" >"$folder/answered.txt"
diff "$folder/shown.txt" "$folder/answered.txt"
