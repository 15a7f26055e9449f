# shellcheck shell=bash disable=SC2154
# The parts that run.sh is made of. Read by run.sh.

field() { dpkg-deb -f "$1" "$2"; }

# strangers_in LIST: lines of `tar -tv` or `dpkg-deb -c` with another mode or owner than is right.
strangers_in() {
  lines_but '^(drwxr-xr-x|-rw-r--r--) |^-rwxr-xr-x .*/(gridvisit|gridvisit-pdf|setup[.]sh)$' "$1"
}
outside_of_folder() { lines_but " gridvisit-${version//./[.]}-[^ /]+/" "$1"; }
others_than_root() { lines_but ' root/root ' "$1"; }

unexpected_depends() {
  field "$program_deb" Depends | tr ',' '\n' | lines_but '^ *libc6 [(]>= [0-9.]+[)]$'
}

# What the READMEs in FOLDER lead to, and is not there; what is for builders is named.
dead_links() {
  local folder=$1 link
  grep -hoE '\]\([^)#]+' "$folder"/README*.md | cut -c3- | sort -u | while read -r link; do
    case $link in http*:* | tests/* | lib/README.md | examples/embed/*) continue ;; esac
    [ -e "$folder/$link" ] || echo "$link"
  done
}

missing_licences() {
  local part
  for part in libsqlitecpp libsqlite3 libcli11 libfmt libtomlplusplus libutf8proc libsodium \
    libminizip zlib1g libexpat1 libxlsxwriter unicode-data; do
    grep -qE "^$part(-dev)?, of which parts are in gridvisit" "$1" || echo "$part"
  done
}

# A statically linked program holds libraries; there is no changelog, nor an address to write to.
lintian_finds() {
  lintian --allow-root --suppress-tags embedded-library,no-changelog,malformed-contact \
    "$program_deb" "$pdf_deb" 2>&1
}

list_archive() { tar -tvf "$archive" >"$work/list"; }

try_files() {
  local deb
  dpkg-deb -c "$program_deb" >"$work/list"
  dpkg-deb -c "$pdf_deb" >>"$work/list"
  nothing "files: everything in the packages belongs to root" others_than_root "$work/list"
  nothing "files: in modes that all can read and root alone can change" strangers_in "$work/list"
  expect 0 "" "files: the archive is whole" list_archive
  nothing "files: so it is in there" strangers_in "$work/list"
  nothing "files: which has one folder" outside_of_folder "$work/list"
  nothing "files: gridvisit depends on glibc alone" unexpected_depends
  expect 0 "gridvisit-pdf" "files: it recommends gridvisit-pdf" field "$program_deb" Recommends
  expect 0 "gridvisit (= $version)" "files: which depends on this gridvisit" \
    field "$pdf_deb" Depends
  expect 0 "fonts-noto-cjk" "files: and on the font" field "$pdf_deb" Depends
  for deb in "$program_deb" "$pdf_deb"; do
    expect 0 "utils" "files: section of $(basename "$deb")" field "$deb" Section
    expect 0 "gridvisit project" "files: its maintainer" field "$deb" Maintainer
    expect 0 "grid workers" "files: its description" field "$deb" Description
  done
  if command -v lintian >/dev/null; then
    nothing "files: lintian has nothing to say" lintian_finds
  else
    skip "lintian is not installed"
  fi
}

# As the README says it.
try_archive() {
  if [ "$(id -u)" -ne 0 ] && ! unshare --map-root-user true 2>/dev/null; then
    skip "archive: this machine lets root alone change the root"
    return
  fi
  make_bare
  mkdir -p "$bare/usr/local"
  expect 0 "" "archive: unpacks" \
    tar -xzf "$archive" --no-same-owner --strip-components=1 -C "$bare/usr/local"
  try_job "$bare" archive /usr/local
  expect 0 ".TH" "archive: the manual" cat "$bare/usr/local/share/man/man1/gridvisit.1"
  expect 0 "走访" "archive: in Chinese" cat "$bare/usr/local/share/man/zh_CN/man1/gridvisit.1"
}

# What is in that Debian, but for dpkg's own books, logs, and what the person keeps.
inventory() {
  (cd "$debian" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/log -o -path ./home \
    -o -path ./var/cache/debconf \) -prune -o -printf '%p %m %U %l\n' | sort)
}
added() { comm -13 "$work/before" <(inventory); }
taken_away() { comm -23 "$work/before" <(inventory); }

try_package() {
  local share=$debian/usr/share
  mkdir "$debian/srv/packages"
  cp "$program_deb" "$pdf_deb" "$debian/srv/packages"
  inventory >"$work/before"
  expect 0 "" "package: installs with what a minimal Debian has" install_package
  nothing "package: is whole" in_debian dpkg --verify gridvisit
  try_job "$debian" package /usr
  expect 0 ".TH" "package: the manual" zcat "$share/man/man1/gridvisit.1.gz"
  expect 0 "走访" "package: in Chinese" zcat "$share/man/zh_CN/man1/gridvisit.1.gz"
  expect 0 "MIT License" "package: the licence" cat "$share/doc/gridvisit/copyright"
  nothing "package: and those of what it is built from" \
    missing_licences "$share/doc/gridvisit/copyright"
  nothing "package: what the READMEs lead to is there" dead_links "$share/doc/gridvisit"
  try_pages_missing
  expect 0 "" "package: installs over itself" install_package
  try_removal
}

install_package() { in_debian dpkg -i "/srv/packages/$(basename "$program_deb")"; }

try_pages_missing() {
  expect no "gridvisit-pdf depends on" "package: gridvisit-pdf is refused without its libraries" \
    in_debian dpkg -i "/srv/packages/$(basename "$pdf_deb")"
  in_debian dpkg -r gridvisit-pdf >/dev/null 2>&1
  expect no "Install the package gridvisit-pdf" "package: says what pages need" \
    report_as month.pdf
}

# As the person, but with /proc, which making pages and workbooks takes.
report_as() {
  local file=$1; shift
  in_debian setpriv --reuid "$person" --regid "$person" --clear-groups env HOME=$home \
    PATH=/usr/local/bin:/usr/bin:/bin GRIDVISIT_DB=$home/demo.db GRIDVISIT_TODAY=2026-11-20 \
    gridvisit report month "$@" --force -o "$home/$file"
}

try_removal() {
  settings=(GRIDVISIT_DB=$home/demo.db)
  expect 0 "2026-11-20  G01-1-1-101" "package: what was logged is still there" \
    in_root "$debian" gridvisit journal --as W01
  expect 0 "" "package: is removed" in_debian dpkg -r gridvisit
  nothing "package: with all that it brought" added
  nothing "package: and nothing else" taken_away
  expect 0 "600 $person" "package: the data stays" stat -c '%a %u' "$debian$home/demo.db"
}

# The Debian as it is after try_package, and its mirror.
try_pdf() {
  cp /etc/resolv.conf "$debian/etc/resolv.conf"
  if ! in_debian apt-get update -q -o APT::Update::Error-Mode=any \
    >"$work/log" 2>&1 </dev/null; then
    skip "pdf: the mirror can't be reached from the new root: $(tail -n 1 "$work/log")"
    return
  fi
  expect 0 "" "pdf: installs with what it depends on" in_debian apt-get install -q -y \
    --no-install-recommends "/srv/packages/$(basename "$program_deb")" \
    "/srv/packages/$(basename "$pdf_deb")" libxlsxwriter4
  nothing "pdf: is whole" in_debian dpkg --verify gridvisit-pdf
  expect 0 "Written" "pdf: the month's report" report_as month.pdf
  expect 0 "%PDF-" "pdf: is a PDF" head -c 5 "$debian$home/month.pdf"
  expect 0 "已写入" "pdf: in Chinese" report_as month.pdf --lang zh
  expect 0 "Written" "pdf: a workbook, with its library" report_as month.xlsx
  expect 0 "" "pdf: is removed" in_debian dpkg -r gridvisit-pdf gridvisit
  expect no "" "pdf: with its folder" ls "$debian/usr/libexec/gridvisit"
  expect 0 "" "pdf: the archive unpacks where its libraries are" \
    tar -xzf "$archive" --no-same-owner --strip-components=1 -C "$debian/usr/local"
  expect 0 "Written" "pdf: and makes pages, too" report_as archive.pdf
}
