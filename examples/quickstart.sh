#!/usr/bin/env bash
# From a fresh clone to the first report: builds gridvisit and tries it on an invented town.
set -euo pipefail

usage() {
  cat <<'END'
Usage: examples/quickstart.sh [--lang zh|en] [--today DAY] [--programs DIR]

Installs what is missing, builds a release in .build/release, and tries it in .build/quickstart:
a new database with an invented town, a visit, the list of whom to visit next, the report of last
month. That folder is replaced at each run; your own database and settings are left alone.

  --lang zh|en    language of everything that is printed; otherwise that of the environment
  --today DAY     pretend that today is this day (YYYY-MM-DD)
  --programs DIR  try the programs of this build folder, in DIR/quickstart, and build nothing

用法：examples/quickstart.sh [--lang zh|en] [--today 日期] [--programs 目录]
安装缺少的软件包，编译发行版，并在 .build/quickstart 中用虚构的街道试用一遍；
每次运行都会重建该目录，不影响您自己的数据库和设置。
END
}

fail() {
  echo "quickstart: $*" >&2
  exit 2
}

locale=${GRIDVISIT_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
today=$(date +%F)
programs=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --help) usage; exit 0 ;;
    --lang | --today | --programs)
      [ $# -ge 2 ] || fail "$1 needs a value; see --help"
      case "$1" in
        --lang) locale=$2 ;;
        --today) today=$2 ;;
        --programs) programs=$(realpath "$2") || fail "$2 is no folder" ;;
      esac
      shift 2 ;;
    *) fail "$1 is not known; see --help" ;;
  esac
done
case "$locale" in zh*) lang=zh ;; *) lang=en ;; esac

# say ENGLISH CHINESE: what happens next, in one line.
say() {
  if [ "$lang" = zh ]; then echo "== $2"; else echo "== $1"; fi
}

# quietly COMMAND…: its output is shown only if it fails.
quietly() {
  "$@" >"$log" 2>&1 </dev/null || { tail -n 40 "$log" >&2; exit 1; }
}

# try ARGUMENT…: shows a command of gridvisit as one would type it, and runs it.
try() {
  local word line=gridvisit
  for word in "$@"; do
    case "$word" in
      *[!A-Za-z0-9._/-]*) line+=" \"$word\"" ;;
      *) line+=" $word" ;;
    esac
  done
  printf '\n$ %s\n' "${line//$folder\//}"
  gridvisit "$@" </dev/null
}

cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if [ -z "$programs" ]; then
  say "Installing the Debian packages that are missing" "安装缺少的 Debian 软件包"
  examples/packages.sh build
  say "Building gridvisit in .build/release (a few minutes, the first time)" \
    "在 .build/release 中编译（首次需要几分钟）"
  [ -f .build/release/build.ninja ] || quietly cmake --preset release
  quietly cmake --build --preset release --target gridvisit_program example_town
  programs=$PWD/.build/release
  folder=$PWD/.build/quickstart
else
  folder=$programs/quickstart
fi

unset "${!GRIDVISIT_@}"
export GRIDVISIT_DB=$folder/gridvisit.db GRIDVISIT_LANG=$lang GRIDVISIT_WORKER=W01
export GRIDVISIT_TODAY=$today XDG_CONFIG_HOME=$folder/config
export PATH=$programs/cli:$PATH

say "Making up a street office with eight grids and two years of visits" \
  "生成一个虚构的街道：八个网格，两年的走访记录"
rm -rf "$folder"
mkdir -p "$folder"
"$programs/examples/town/example_town" --until "$(date -d "$today - 1 day" +%F)" \
  --out "$folder/town"

say "Creating a database and importing the six tables" "建立数据库并导入六张表"
try init
for table in areas workers assignments households tags visits; do
  try import "$table" "$folder/town/$table.csv"
done

echo
say "A grid worker (W01) logs a visit: at the door, met, today" \
  "网格员 W01 记一次走访：今天上门，见到本人"
if [ "$lang" = zh ]; then note="血压偏高，约周五复查"; else note="blood pressure high, back on Friday"; fi
try add 1-1-101 "$note"

echo
say "Whom to visit next" "接下来该走访谁"
try due -l 10

echo
say "Last month's report, by worker" "上月报表，按网格员"
try report month last --by worker

echo
say "Now try it yourself:" "接下来可以自己试试："
cat <<END
export PATH=$programs/cli:\$PATH
export GRIDVISIT_DB=$GRIDVISIT_DB GRIDVISIT_WORKER=W01
gridvisit --help
END
