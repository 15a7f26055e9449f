# shellcheck shell=bash disable=SC2154
# What people do with gridvisit, done in a root file system. Read by run.sh.

# try_job ROOT WHERE PREFIX: with the program under PREFIX there.
try_job() {
  local root=$1 where=$2 prefix=$3
  local program=$prefix/bin/gridvisit documents=$prefix/share/doc/gridvisit
  settings=()
  expect 0 "gridvisit $version" "$where: starts" in_root "$root" "$program" --version
  nothing "$where: loads glibc and nothing else" other_libraries "$root" "$program"
  try_demo "$root" "$where" "$program"
  try_register "$root" "$where" "$program" "$documents"
  try_languages "$root" "$where" "$program"
  try_care "$root" "$where" "$program"
  try_completion "$root" "$where" "$program"
}

# What ldd tells, asked of the loader that is in that root.
other_libraries() {
  local loader told
  loader=$(cd "$1" && ls lib64/ld-linux*.so.* lib/ld-linux*.so.* 2>/dev/null | head -n 1)
  told=$(in_root "$1" "/$loader" --list "$2") || return
  lines_but '^[[:space:]](linux-vdso|libc|libm|/lib[0-9]*/ld-linux[^ ]*)[.]so[.][0-9]+ ' <<<"$told"
}

try_demo() {
  local root=$1 where=$2 program=$3
  settings=(GRIDVISIT_DB=$home/demo.db)
  demo() { in_root "$root" "$program" "$@"; }
  expect 0 "Made the database" "$where: a database with an invented register" demo init --demo
  expect 0 "600 $person" "$where: only its owner reads it" stat -c '%a %u' "$root$home/demo.db"
  expect 0 "Saved visit" "$where: a visit is logged" demo add G01-1-1-101 "back on Friday" --as W01
  expect 0 "2026-11-20  G01-1-1-101" "$where: and stands in the journal" demo journal --as W01
  expect 0 "My visits" "$where: status" demo status --as W01
  expect 0 "owe a visit" "$where: who is owed a visit" demo due --as W01
  expect 0 "Visits in the month 2026-11" "$where: the month's report" demo report month
  expect 0 "Written" "$where: as a page with charts" demo report month -o $home/month.html
  expect 0 "</html>" "$where: which is whole" tail -n 1 "$root$home/month.html"
  expect 0 "Rows written" "$where: visits are exported" demo export visits -o $home/visits.csv
  expect 0 "household,worker,day" "$where: as CSV" head -n 1 "$root$home/visits.csv"
  expect 0 "Rows written" "$where: in GB18030 too" \
    demo export households --encoding gb18030 -o $home/households.csv
  expect 0 "示例" "$where: which is right" iconv -f GB18030 -t UTF-8 "$root$home/households.csv"
}

# The own database, where the program puts it by itself, and the files that come with the program.
try_register() {
  local root=$1 where=$2 program=$3 documents=$4
  settings=()
  local own=$root$home/.local/share/gridvisit/gridvisit.db
  own() { in_root "$root" "$program" "$@"; }
  expect 0 "Made the database" "$where: a database of one's own" own init --no-input
  expect 0 "600 $person" "$where: in the own folder" stat -c '%a %u' "$own"
  expect 0 "Added area" "$where: an area is registered" own area add G01 Grid --kind grid
  expect 0 "Imported" "$where: the holidays that come with it are imported" \
    own import holidays "$documents/examples/holidays/china-2026.csv"
  expect 0 "" "$where: a policy that comes with it is good" \
    own policy check "$documents/examples/policies/weekly-round.toml"
}

try_languages() {
  local root=$1 where=$2 program=$3
  demo() { in_root "$root" "$program" "$@"; }
  settings=(GRIDVISIT_DB=$home/demo.db)
  expect 0 "走访考核月报" "$where: Chinese by --lang" demo report month --lang zh
  settings=(GRIDVISIT_DB=$home/demo.db LANG=zh_CN.UTF-8)
  expect 0 "走访考核月报" "$where: Chinese by LANG" demo report month
  expect 0 "已保存" "$where: a visit is logged in Chinese" demo add G01-1-1-102 周五再来 --as W01
  expect 0 "用法" "$where: help in Chinese" demo report month --help
}

try_care() {
  local root=$1 where=$2 program=$3
  settings=(GRIDVISIT_DB=$home/demo.db)
  demo() { in_root "$root" "$program" "$@"; }
  expect 0 "" "$where: a backup" demo backup $home/backup.db
  expect 0 "Everything on record is as it was written" "$where: verify" demo verify
  expect 0 "Everything on record is as it was written" "$where: verify of the backup" \
    demo verify --db $home/backup.db
  expect 0 "" "$where: doctor finds no problem" demo doctor --full
  expect no "Install the package libxlsxwriter4" "$where: says what workbooks need" \
    demo report month -o $home/month.xlsx
}

# Each shell finds its file by itself; Debian's zsh looks elsewhere than zsh under /usr/local.
try_completion() {
  local root=$1 where=$2 program=$3 shell file share=$1${3%/bin/gridvisit}/share
  local -A files=(
    [bash]=bash-completion/completions/gridvisit
    [fish]=fish/vendor_completions.d/gridvisit.fish
    [zsh]=zsh/site-functions/_gridvisit
  )
  [ "$root" = "$bare" ] || files[zsh]=zsh/vendor-completions/_gridvisit
  for shell in bash zsh fish; do
    file=$share/${files[$shell]}
    expect 0 "" "$where: completion for $shell is in its place" \
      cmp "$file" <(in_root "$root" "$program" completion "$shell")
    if command -v "$shell" >/dev/null; then
      expect 0 "" "$where: and $shell can read it" "$shell" -n "$file"
    fi
  done
  expect 0 "report" "$where: commands are completed" in_root "$root" "$program" __complete -- re
}
