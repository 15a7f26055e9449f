# Unihan_Readings.txt -> a C++ header with the Mandarin readings of each character, without tones,
# `v` for ü: first the main one (kMandarin), then those that dictionaries of today also give
# (kTGHZ2013, kXHC1983). Characters from U+4E00 on, and of the others those of the national table
# of characters (kTGHZ2013). Works on bytes: run with LC_ALL=C.

function code_point(name,    value, i) {
  value = 0
  for (i = 3; i <= length(name); ++i)
    value = value * 16 + index("0123456789ABCDEF", substr(name, i, 1)) - 1
  return value
}

function without_tone(reading,    i) {
  for (i = 1; i in marked; ++i) gsub(marked[i], plain[i], reading)
  return reading ~ /^[a-z]+$/ ? reading : ""
}

function add(at, reading) {
  reading = without_tone(reading)
  if (reading == "" || index(" " readings[at] " ", " " reading " ") > 0) return
  readings[at] = readings[at] == "" ? reading : readings[at] " " reading
}

# `212.030:lè 453.020:yuè`, or without places.
function add_all(at, field,    parts, names, i, j) {
  split(field, parts, " ")
  for (i = 1; i in parts; ++i) {
    sub(/^[^:]*:/, "", parts[i])
    split(parts[i], names, ",")
    for (j = 1; j in names; ++j) add(at, names[j])
  }
}

function print_numbers(type, name, list, count,    i) {
  printf "inline constexpr std::array<%s, %d> %s{", type, count, name
  for (i = 0; i < count; ++i) printf "%s%s,", i % 16 == 0 ? "\n    " : " ", list[i]
  print "\n};"
}

BEGIN {
  FS = "\t"
  first = code_point("U+4E00")
  last = code_point("U+9FFF")
  split("ā á ǎ à ē é ě è ī í ǐ ì ō ó ǒ ò ū ú ǔ ù ǖ ǘ ǚ ǜ ü ń ň ǹ", marked, " ")
  split("a a a a e e e e i i i i o o o o u u u u v v v v v n n n", plain, " ")
}

$2 == "kMandarin" {
  split($3, words, " ")
  main[code_point($1)] = words[1]
}
$2 == "kTGHZ2013" || $2 == "kXHC1983" {
  at = code_point($1)
  if ($2 == "kTGHZ2013") in_national_table[at] = 1
  others[at] = others[at] " " $3
}

END {
  for (at in main)
    if ((at + 0 >= first && at + 0 <= last) || at in in_national_table) {
      add(at, main[at])
      add_all(at, others[at])
      if (at + 0 < first || at + 0 > last) outside[++outside_count] = at + 0
    }
  for (at = 1; at <= outside_count; ++at)
    for (i = at; i > 1 && outside[i - 1] > outside[i]; --i) {
      swap = outside[i]; outside[i] = outside[i - 1]; outside[i - 1] = swap
    }

  syllables = count = 0
  text = ""
  span = last - first + 1
  for (row = 0; row < span + outside_count; ++row) {
    starts[row] = count
    at = row < span ? first + row : outside[row - span + 1]
    parts_count = split(readings[at], parts, " ")
    for (i = 1; i <= parts_count; ++i) {
      if (!(parts[i] in number)) {
        number[parts[i]] = syllables++
        text = text sprintf("%-6s", parts[i])
      }
      flat[count++] = number[parts[i]]
    }
  }
  starts[row] = count
  print "#pragma once\n\n#include <array>\n#include <cstdint>\n#include <string_view>\n"
  print "namespace gridvisit {\n\n/// Each takes six columns."
  print "inline constexpr std::string_view k_syllables ="
  for (at = 1; at <= length(text); at += 60) printf "    \"%s\"\n", substr(text, at, 60)
  print "    ;"
  for (i = 1; i <= outside_count; ++i) others_list[i - 1] = outside[i]
  printf "inline constexpr char32_t k_first_with_pinyin = %d;\n", first
  printf "inline constexpr std::size_t k_with_pinyin_in_a_row = %d;\n", span
  print_numbers("char32_t", "k_others_with_pinyin", others_list, outside_count)
  print "/// Where the readings of each begin: those in a row, then the others."
  print_numbers("std::uint16_t", "k_readings_begin", starts, row + 1)
  print_numbers("std::uint16_t", "k_readings", flat, count)
  print "\n}  // namespace gridvisit"
}
