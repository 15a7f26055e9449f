# shellcheck shell=bash
# What takes the instructions of a command: these don't depend on the machine's mood. Functions are
# counted with all that they call.

part_shares() {
  if ! has valgrind; then
    not_installed_row 'shares of the instructions of add, completion and an import' -
    return
  fi
  shares_of_add
  shares_of_completion
  shares_of_import
}

shares_of_add() {
  local file
  file=$(copy_of few profiled)
  profile "$program" --db "$file" --as W0001 --today "$today" add G0001-1-5 profiled
  share_row 'add: parsing the schema' ':sqlite3InitOne ' -
  share_row "add: hashing, nearly all of it the schema's text" ':crypto_hash_sha256_(init|update|final) ' -
  share_row "add: reading the worker's visits of the year" 'SqliteFacts::of_worker\(' -
}

shares_of_completion() {
  profile "$program" --db "$(register few)" --today "$today" __complete -- add G0001-1-7
  share_row 'completion of a household: opening the database' 'Connection::Connection\(' -
}

shares_of_import() {
  make_import 10 170 12
  profile "$program" --db "$work/register.db" --today "$today" import visits "$work/visits.csv"
  share_row 'import of 20,400 visits: hashing, twice each fact' \
    ':crypto_hash_sha256_(init|update|final) ' 25
  share_row 'import of 20,400 visits: reading back before the commit' 'SqliteSession::commit\(' 20
  share_row 'import of 20,400 visits: inserting rows' 'Query::run_unless_taken\(' -
  share_row 'import of 20,400 visits: looking for visits of that day' 'SqliteVisits::any_on\(' -
  rm -f "$work"/{register,keyed,town}.db* "$work"/{visits,rows}.csv
}

profile() { # COMMAND...
  valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$@" >/dev/null 2>&1
  callgrind_annotate --inclusive=yes --threshold=100 "$work/callgrind" >"$work/profile"
}

share_row() { # TASK PATTERN LIMIT; of the profile made last
  local percent
  percent=$(awk -v pattern="$2" '
    { gsub(",", "", $1) }
    /PROGRAM TOTALS/ { all = $1 }
    $0 ~ pattern { part += $1 }
    END { printf "%.1f", all ? 100 * part / all : 0 }' "$work/profile")
  [ "$percent" != 0.0 ] || { progress "not found in the profile: $1"; exit 1; }
  row "$1" "$percent %" '100 %' - "$(target "$3" %)" "$(verdict "$percent" "$3")"
}
