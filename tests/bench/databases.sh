# shellcheck shell=bash
# DuckDB and PostgreSQL with the same visits, and what they are asked. Sourced by run.sh.

# One of the three rules that `report month` judges, without its exceptions and its reasons: how
# many households of each grid have been visited at the door this year, up to the end of October.
# Understood by all three databases.
one_rule() { # CONDITION-ON-GRID
  echo "SELECT residence.grid, count(*) AS asked, count(seen.household) AS met FROM residence
    LEFT JOIN (SELECT DISTINCT household FROM visit WHERE day BETWEEN 20454 AND 20757
      AND mode = 0 AND outcome = 0 AND $1) AS seen ON seen.household = residence.household
    WHERE residence.$1 GROUP BY residence.grid ORDER BY residence.grid"
}

# In both registers and their copies the street is area 1, its first grid area 2.
of_first_grid='grid = 2'
of_all_grids='grid > 0'

library=${XDG_CACHE_HOME:-$HOME/.cache}/gridvisit-bench/libduckdb.so
duckdb=("$tools/bench_duckdb" "$library")
has_duckdb() { [ -e "$library" ]; }
has() { command -v "$1" >/dev/null; }

write_rows() { # REGISTER-FILE
  sqlite3 -csv "$1" "$visit_columns" >"$work/visit.csv"
  sqlite3 -csv "$1" 'SELECT household, grid FROM residence' >"$work/residence.csv"
}

table_of_visits='CREATE TABLE visit (id BIGINT, household BIGINT, worker BIGINT, day INTEGER,
  mode SMALLINT, outcome SMALLINT, note TEXT, recorded_at BIGINT, grid BIGINT)'
table_of_residences='CREATE TABLE residence (household BIGINT, grid BIGINT)'

make_duckdb() { # FILE; of the rows written last
  progress 'loading DuckDB'
  rm -f "$1"
  "${duckdb[@]}" "$1" "$table_of_visits" "$table_of_residences" \
    "COPY visit FROM '$work/visit.csv'" "COPY residence FROM '$work/residence.csv'"
}

duckdb_query() { echo "COPY ($1) TO '/dev/null'"; }

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

postgres_programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
has_postgres() { [ -x "$postgres_programs/initdb" ] && has psql; }

# A cluster of its own in a folder of its own, reached by a socket alone.
start_postgres() {
  cluster=$(mktemp -d)
  [ "$(id -u)" -ne 0 ] || chown postgres "$cluster"
  chmod 755 "$cluster"
  as_postgres "$postgres_programs/initdb" -A trust -D "$cluster/data" -U postgres >/dev/null
  as_postgres "$postgres_programs/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
    -o "-k $cluster -c listen_addresses=''" start >/dev/null
  psql=(psql -q -X -h "$cluster" -U postgres -v ON_ERROR_STOP=1)
}

stop_postgres() {
  [ -n "${cluster:-}" ] || return 0
  if [ -e "$cluster/data/postmaster.pid" ]; then
    as_postgres "$postgres_programs/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null
  fi
  rm -rf "$cluster"
  cluster=
}

make_postgres() { # of the rows written last
  progress 'loading PostgreSQL'
  start_postgres
  "${psql[@]}" -c "$table_of_visits" -c "$table_of_residences" \
    -c "\\copy visit FROM '$work/visit.csv' CSV" \
    -c "\\copy residence FROM '$work/residence.csv' CSV" \
    -c 'CREATE INDEX ON visit (grid, day, household, mode, outcome)' \
    -c 'CREATE INDEX ON residence (grid, household)' -c 'VACUUM ANALYZE'
}
