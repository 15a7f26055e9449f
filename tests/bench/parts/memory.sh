# shellcheck shell=bash
# The memory of a command doesn't grow with history: ten years of it against one, both of them more
# than SQLite's cache of a few megabytes holds.

part_memory() {
  local decade year name line words
  decade=$(copy_of community-decade decade)
  year=$(copy_of community year)
  while IFS=: read -r name line; do
    read -r -a words <<<"$line"
    measure 3 "$program" -q --db "$decade" --as W0001 --today "$today" "${words[@]}" :: \
      "$program" -q --db "$year" --as W0001 --today "$today" "${words[@]}"
    memory_row "$name, 10 years of visits of 4,000 households / 1 year" 1.1
  done <<'END'
add:add G0001-1-@ round
due:due -l 0
plan:plan
status:status
journal:journal --month 2026-10
find:find 示例路1号7室
show:show G0001-1-7
report month:report month 2026-10
report year:report year 2026
explain:explain annual-door-visit G0001
export visits:export visits
export households:export households
verify:verify
END
  rm -f "$decade"* "$year"*
}
