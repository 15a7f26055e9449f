# Unihan_Readings.txt -> a C++ header with the first letter of each character's main Mandarin
# reading (kMandarin), one letter a character from U+4E00 on, a space where there is none.
# Works on bytes: run with LC_ALL=C.

function code_point(name,    value, i) {
  value = 0
  for (i = 3; i <= length(name); ++i)
    value = value * 16 + index("0123456789ABCDEF", substr(name, i, 1)) - 1
  return value
}

BEGIN {
  FS = "\t"
  first = code_point("U+4E00")
  last = code_point("U+9FFF")
  split("à a á a ā a ǎ a è e é e ē e ě e ń n ň n ǹ n ò o ó o ō o ǒ o", pairs, " ")
  for (i = 1; i in pairs; i += 2) plain[pairs[i]] = pairs[i + 1]
}

$2 == "kMandarin" {
  at = code_point($1)
  if (at < first || at > last) next
  letter = substr($3, 1, 1)
  if (letter >= "a" && letter <= "z") initial[at] = letter
  else if (substr($3, 1, 2) in plain) initial[at] = plain[substr($3, 1, 2)]
}

END {
  print "#pragma once\n\n#include <string_view>\n\nnamespace gridvisit {\n"
  printf "inline constexpr char32_t k_first_with_pinyin = 0x4e00;\n"
  print "inline constexpr std::string_view k_pinyin_initials ="
  for (row = first; row <= last; row += 64) {
    printf "    \""
    for (at = row; at < row + 64; ++at) printf "%s", at in initial ? initial[at] : " "
    print "\""
  }
  print "    ;\n\n}  // namespace gridvisit"
}
