#!/usr/bin/env bash
# Installs what gridvisit is measured against and with, as far as it can be had; what can't be is
# told, and its rows of the table say `not installed`.
set -euo pipefail

usage() {
  cat <<'END'
Usage: tests/bench/peers.sh

Installs with apt what is missing of the sqlite3 shell, Taskwarrior, Timewarrior, hledger, ledger,
PostgreSQL, strace and valgrind, and with npm DuckDB, into ~/.cache/gridvisit-bench.
END
}
case "${1:-}" in
  '') ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

packages=(sqlite3 taskwarrior timewarrior hledger ledger postgresql strace valgrind)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gridvisit-bench
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)

say() { printf '%s\n' "peers: $*" >&2; }

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# One at a time, so that one that can't be had doesn't keep the others out.
install_package() {
  say "installing $1"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "$1" >/dev/null 2>&1 </dev/null ||
    say "$1 can't be installed"
}

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || { say "no apt here; not installed: ${missing[*]}"; return 0; }
  "${as_root[@]}" apt-get update -q >/dev/null 2>&1 </dev/null || say 'apt-get update failed'
  for package in "${missing[@]}"; do install_package "$package"; done
}

# The npm package holds the library itself, so that nothing else is downloaded. The link is for
# bench_pairs, to which an `@` in a path would mean the round.
install_duckdb() {
  local library
  [ ! -e "$cache/libduckdb.so" ] || return 0
  command -v npm >/dev/null || { say 'no npm here; not installed: DuckDB'; return 0; }
  say "installing DuckDB in $cache"
  mkdir -p "$cache"
  npm install --no-audit --no-fund --prefix "$cache" @duckdb/node-api >/dev/null 2>&1 </dev/null ||
    { say "DuckDB can't be installed"; return 0; }
  library=$(find "$cache/node_modules" -name libduckdb.so -print -quit)
  [ -n "$library" ] || { say 'the npm package of DuckDB holds no library for this machine'; return 0; }
  ln -sf "$library" "$cache/libduckdb.so"
}

install_packages
install_duckdb
