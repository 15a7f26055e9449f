# Writes the file that ${copyright} names: the project's licence, then those of what is linked into
# the programs or compiled from headers, as Debian's packages of them state it.
set(copyright ${CMAKE_CURRENT_BINARY_DIR}/copyright)
file(READ ${PROJECT_SOURCE_DIR}/LICENSE text)
string(PREPEND text "gridvisit\n\n")
foreach(package
    libsqlitecpp-dev libsqlite3-dev libcli11-dev libfmt-dev libtomlplusplus-dev libutf8proc-dev
    libsodium-dev libminizip-dev zlib1g-dev libexpat1-dev libxlsxwriter-dev unicode-data)
  set(stated /usr/share/doc/${package}/copyright)
  if(EXISTS ${stated})
    file(READ ${stated} licence)
    string(APPEND text "\n\n${package}, of which parts are in gridvisit\n\n${licence}")
  else()
    message(STATUS "The licence of ${package} is not in ${stated}: the package will lack it")
  endif()
endforeach()
file(WRITE ${copyright} "${text}")
