# Installs the programs, and packs them: `cpack --preset release` gives a .tar.gz, and two .deb, so
# that a server without fonts needs nothing of what gridvisit-pdf depends on.
install(TARGETS gridvisit_program DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
if(GRIDVISIT_BUILD_PDF)
  install(TARGETS gridvisit_pdf_program DESTINATION ${GRIDVISIT_LIBEXECDIR} COMPONENT pdf)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/gridvisit-pdf RENAME copyright COMPONENT pdf)
  set(pdf_component pdf)
endif()
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/en/gridvisit.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/zh/gridvisit.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/README.zh.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/policies ${PROJECT_SOURCE_DIR}/examples/cron
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program
  FILES_MATCHING PATTERN "*.toml" PATTERN "crontab")

set(CPACK_PACKAGE_VENDOR "The gridvisit project")
set(CPACK_PACKAGE_CONTACT "The gridvisit project")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program ${pdf_component})
# Read when each package is made: the archive holds both programs.
file(WRITE ${PROJECT_BINARY_DIR}/package_groups.cmake [[
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_COMPONENTS_GROUPING IGNORE)
else()
  set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
endif()
]])
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/package_groups.cmake)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gridvisit)
# Loaded when a workbook is written, and run when a PDF is made.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "libxlsxwriter4, gridvisit-pdf")
set(CPACK_DEBIAN_PDF_PACKAGE_NAME gridvisit-pdf)
set(CPACK_DEBIAN_PDF_PACKAGE_DEPENDS "gridvisit (= ${PROJECT_VERSION}), fonts-noto-cjk")
set(CPACK_DEBIAN_PDF_DESCRIPTION "Sets the reports of gridvisit on pages, as PDF files")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
