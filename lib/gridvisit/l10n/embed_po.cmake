# Merges PO_FILES into MERGED, compiles it and writes the bytes of the .mo as the C++ file EMBEDDED.

function(run_or_fail)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result ERROR_VARIABLE said)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${said}")
  endif()
endfunction()

# msgcat marks the places where two files differ; only the headers, the first entry, may.
set(all ${MERGED}.all)
run_or_fail(${MSGCAT} --no-wrap --to-code=UTF-8 -o ${all} ${PO_FILES})
file(READ ${all} text)
string(FIND "${text}" "\n\n" end_of_header)
string(SUBSTRING "${text}" ${end_of_header} -1 entries)
string(FIND "${entries}" "#-#-#-#-#" conflict)
if(NOT conflict EQUAL -1)
  string(SUBSTRING "${entries}" 0 ${conflict} before)
  string(FIND "${before}" "\n\n" entry REVERSE)
  string(SUBSTRING "${entries}" ${entry} 400 shown)
  message(FATAL_ERROR "One message has two translations:\n${shown}")
endif()

run_or_fail(${MSGCAT} --use-first --no-wrap --to-code=UTF-8 -o ${MERGED} ${PO_FILES})
set(mo ${MERGED}.mo)
run_or_fail(${MSGFMT} --check-format --endianness=little -o ${mo} ${MERGED})

file(READ ${mo} hex HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "((0x..,){20})" "\\1\n" bytes "${bytes}")
file(WRITE ${EMBEDDED} "#include \"gridvisit/l10n/mo_file.hpp\"

namespace gridvisit::l10n {

namespace {
constexpr unsigned char k_bytes[] = {
${bytes}
};
}  // namespace

const MoFile& chinese() {
  static constexpr MoFile k_file{k_bytes};
  return k_file;
}

}  // namespace gridvisit::l10n
")
