#!/usr/bin/env bash
# Installs the Debian packages that gridvisit needs and this machine lacks.
set -euo pipefail

usage() {
  cat <<'END'
Usage: examples/packages.sh build | test

Installs with apt what is missing, as root or by sudo; does nothing if all is there.

  build   compilers, tools and libraries that building needs
  test    these, and what running the tests needs
END
}

build_packages=(
  cmake ninja-build g++ pkg-config ccache gettext
  libsqlitecpp-dev libsqlite3-dev libcli11-dev libfmt-dev libtomlplusplus-dev
  libutf8proc-dev libsodium-dev libminizip-dev libexpat1-dev libxlsxwriter-dev
  unicode-data bzip2 libpango1.0-dev fonts-noto-cjk
)
test_packages=(
  doctest-dev librapidcheck-dev nlohmann-json3-dev sqlite3 strace tmux clang-tidy clang-format
  clang-14 libclang-rt-14-dev sudo groff-base zsh fish
  poppler-utils libreoffice-calc-nogui python3-openpyxl
)

case "${1:-}" in
  build) wanted=("${build_packages[@]}") ;;
  test) wanted=("${build_packages[@]}" "${test_packages[@]}") ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null; then
  echo "packages: this is no Debian; these packages are taken as present: ${wanted[*]}"
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "packages: everything is there"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "packages: missing: ${missing[*]}; install them as root, then run this again" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "packages: installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends "${missing[@]}"
} >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  echo "packages: apt could not install: ${missing[*]}" >&2
  exit 1
fi
