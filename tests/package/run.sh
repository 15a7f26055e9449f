#!/usr/bin/env bash
# Packs the release build, and tries the packages where nothing else is installed.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/package/run.sh [--with FOLDER | --packages FOLDER]

Builds the release preset, packs it with cpack, and tries what comes out:

  files      what the packages say of themselves, hold, and in what modes; lintian, where installed
  archive    the .tar.gz in a root file system that holds nothing but glibc
  package    gridvisit's .deb in a minimal Debian 12: installed, used by an ordinary user, installed
             once more, removed
  pdf        gridvisit-pdf's .deb there, with what it depends on, from the mirror

The Debian comes by debootstrap (installed with apt if missing) from the mirror that this machine's
apt uses, and is kept as .build/package/debian-12.tar: the next run needs no network for it, and
fetches anew if it is removed. `package` and `pdf` need root: sudo tests/package/run.sh. What
is mounted goes away with the command that needs it.

  --with FOLDER      pack this build of the release preset instead of making one
  --packages FOLDER  try the packages in it, and build and pack nothing

The last line counts the checks; the exit code is 1 if one failed, 77 if none did but a part was
skipped.
END
}

here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
build='' packages=''
while [ $# -gt 0 ]; do
  case "$1" in --with | --packages) [ -d "${2-}" ] || { usage >&2; exit 2; } ;; esac
  case "$1" in
    --with) build=$(cd "$2" && pwd); shift ;;
    --packages) packages=$(cd "$2" && pwd); shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf --one-file-system "$work"' EXIT
export LC_ALL=C.UTF-8
unset "${!GRIDVISIT_@}" LANGUAGE

# shellcheck source=tests/package/checks.sh
. "$here/checks.sh"
# shellcheck source=tests/package/roots.sh
. "$here/roots.sh"
# shellcheck source=tests/package/job.sh
. "$here/job.sh"
# shellcheck source=tests/package/parts.sh
. "$here/parts.sh"

build_release() {
  build=$project/.build/release
  echo "building in $build"
  (cd "$project" && cmake --preset release && cmake --build --preset release) >"$work/log" 2>&1 \
    </dev/null || { tail -n 30 "$work/log" >&2; exit 1; }
}

# Under the umask of a careful person, which must not get into the packages.
pack() {
  packages=$work/packages
  echo "packing $build"
  (umask 077 && cd "$build" && cpack -G 'DEB;TGZ' -B "$packages") >"$work/log" 2>&1 </dev/null ||
    { cat "$work/log" >&2; exit 1; }
  chmod 755 "$packages"
}

# only PATTERN: the one file of that name.
only() {
  local found
  mapfile -t found < <(find "$packages" -maxdepth 1 -name "$1")
  [ ${#found[@]} -eq 1 ] || { echo "package: there must be one $1 in $packages" >&2; exit 1; }
  echo "${found[0]}"
}

[ -n "$build$packages" ] || build_release
[ -n "$packages" ] || pack
program_deb=$(only 'gridvisit_*.deb') pdf_deb=$(only 'gridvisit-pdf_*.deb')
archive=$(only 'gridvisit-*.tar.gz')
version=$(dpkg-deb -f "$program_deb" Version)
for file in "$program_deb" "$pdf_deb" "$archive"; do
  echo "$(stat -c %s "$file") bytes  $(basename "$file")"
done

try_files
try_archive
if make_debian; then
  try_package
  try_pdf
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] || exit 1
[ "$skipped" -eq 0 ] || exit 77
