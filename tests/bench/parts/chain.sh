# shellcheck shell=bash
# What the audit chain costs an import, in instructions: these don't depend on the machine's mood.

part_chain() {
  local name
  if ! has valgrind; then
    for name in hashing 'reading back'; do not_installed_row "import: instructions of $name" -; done
    return
  fi
  make_import 10 170 12
  cp "$work/register.db" "$work/chain.db"
  valgrind --tool=callgrind --callgrind-out-file="$work/chain" "$program" --db "$work/chain.db" \
    --today "$today" import visits "$work/visits.csv" >/dev/null 2>&1
  callgrind_annotate --inclusive=yes --threshold=99.9 "$work/chain" >"$work/profile"
  share_row 'hashing, twice each fact' ':crypto_hash_sha256_(init|update|final) ' 25
  share_row 'reading back before the commit' 'SqliteSession::commit\(' 20
  rm -f "$work"/{chain,register,keyed,town}.db* "$work"/{visits,rows}.csv
}

share_row() { # NAME PATTERN LIMIT
  local percent
  percent=$(awk -v pattern="$2" '
    { gsub(",", "", $1) }
    /PROGRAM TOTALS/ { all = $1 }
    $0 ~ pattern { part += $1 }
    END { printf "%.1f", all ? 100 * part / all : 0 }' "$work/profile")
  [ "$percent" != 0.0 ] || { progress "not found in the profile: $1"; exit 1; }
  row "import of 20,400 visits: $1" "$percent %" '100 %' - "≤ $3 %" "$(verdict "$percent" "$3")"
}
