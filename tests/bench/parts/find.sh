# shellcheck shell=bash
# Search and completion among the 500,000 households of a district.

part_find() {
  local words
  for words in 'find 示例路7号' 'find G0007-1-33' 'find zhangming' 'find zm' 'find 张明' 'find ming'; do
    measure_words 21 "$words"
    case $words in
      'find zm' | 'find zhangming') below_ms_row "$words, among 500,000 households" 10 ;;
      *) time_row "$words, among 500,000 households / an empty C++ program" - ;;
    esac
  done
  measure_slip
  time_row 'find zhangmign, among 500,000 households / an empty C++ program' -
  for words in '__complete -- add G0001-1-7' '__complete -- --as W0001 add zm'; do
    measure_words 41 "$words"
    time_row "completion of ${words##*add }, among 500,000 households / an empty C++ program" 1.5
  done
}

# It ends with 1, since nothing fits; only households nearly spelled so are shown.
measure_slip() {
  echo "'$program' --db '$(register district)' find zhangmign || [ \$? -eq 1 ]" >"$work/slip"
  measure 21 sh "$work/slip" :: "$tools/bench_empty"
}

measure_words() { # ROUNDS WORDS
  local rounds=$1 words
  read -r -a words <<<"$2"
  measure "$rounds" "$program" --db "$(register district)" "${words[@]}" :: "$tools/bench_empty"
}
