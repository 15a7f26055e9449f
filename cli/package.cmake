# Installs the programs, and packs them: `cpack --preset release` gives a .tar.gz, and two .deb, so
# that a server without fonts needs nothing of what gridvisit-pdf depends on.
# tests/package/run.sh tries what comes out.
include(package_copyright.cmake)

install(TARGETS gridvisit_program DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
if(GRIDVISIT_BUILD_PDF)
  install(TARGETS gridvisit_pdf_program DESTINATION ${GRIDVISIT_LIBEXECDIR} COMPONENT pdf)
  install(FILES ${copyright}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/gridvisit-pdf COMPONENT pdf)
  set(pdf_component pdf)
endif()
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/en/gridvisit.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/zh/gridvisit.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 COMPONENT program)

# Where each shell looks by itself, under /usr/local and (bash and fish) under ~/.local as well.
set(completion ${CMAKE_CURRENT_BINARY_DIR}/completion)
install(FILES ${completion}/bash RENAME gridvisit
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${completion}/zsh RENAME _gridvisit
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
install(FILES ${completion}/fish RENAME gridvisit.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)

# The READMEs, and what they lead to at the same relative places.
install(FILES ${copyright} ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/README.zh.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/docs
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/lib COMPONENT program FILES_MATCHING PATTERN "*.md")
install(FILES ${PROJECT_SOURCE_DIR}/examples/data-dictionary.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)
foreach(folder policies cron holidays screens service-account)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/${folder}
    DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program
    FILES_MATCHING PATTERN "*.toml" PATTERN "crontab" PATTERN "*.csv" PATTERN "*.md"
      PATTERN "*.svg")
endforeach()
install(PROGRAMS ${PROJECT_SOURCE_DIR}/examples/service-account/setup.sh
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples/service-account COMPONENT program)

set(CPACK_PACKAGE_VENDOR "The gridvisit project")
set(CPACK_PACKAGE_CONTACT "The gridvisit project")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program ${pdf_component})
# Read when each package is made: the archive holds both programs, in one folder to be put anywhere.
file(WRITE ${PROJECT_BINARY_DIR}/package_groups.cmake [[
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_COMPONENTS_GROUPING IGNORE)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
else()
  set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
endif()
]])
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/package_groups.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/package_files.cmake)
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_PACKAGE_FILE_NAME gridvisit-${PROJECT_VERSION}-${system})
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gridvisit)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "\
gridvisit keeps the visits that the grid workers of a street office make to
the households of their grids: who was visited when and how, what the norms
ask of each worker and each household, and what is still owed.
.
Visits are logged and corrected in one line, registers and holidays imported
from CSV and workbooks, monthly and yearly reports written as tables, pages,
CSV, JSON or workbooks. One program, one database file, nothing to run in
the background; English and Chinese.")
# Loaded when a workbook is written, and run when a PDF is made.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "libxlsxwriter4, gridvisit-pdf")
set(CPACK_DEBIAN_PDF_PACKAGE_NAME gridvisit-pdf)
set(CPACK_DEBIAN_PDF_PACKAGE_DEPENDS "gridvisit (= ${PROJECT_VERSION}), fonts-noto-cjk")
set(CPACK_DEBIAN_PDF_DESCRIPTION "\
gridvisit keeps the household visits of community grid workers.
.
This package sets its reports and lists on A4 pages, as PDF files to print.")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
