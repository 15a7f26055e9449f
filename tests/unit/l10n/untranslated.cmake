# Fails if a message of lib or cli has no Chinese, or only a fuzzy one.
# cmake -D SOURCE=<top> -D PO=<merged.po> -D XGETTEXT=… -D MSGCMP=… -P untranslated.cmake
file(GLOB_RECURSE sources ${SOURCE}/lib/*.cpp ${SOURCE}/lib/*.hpp ${SOURCE}/cli/*.cpp ${SOURCE}/cli/*.hpp)
set(template ${PO}.pot)
execute_process(
  COMMAND ${XGETTEXT} --from-code=UTF-8 --language=C++ --no-wrap
    --keyword=message:1 --keyword=translatable:1 --keyword=translatable_in:1c,2
    -o ${template} ${sources}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${MSGCMP} ${PO} ${template} RESULT_VARIABLE result ERROR_VARIABLE said)
string(REGEX REPLACE "[^\n]*warning: this message is not used\n" "" said "${said}")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "Messages without Chinese; the lines are of ${template}:\n${said}")
endif()
