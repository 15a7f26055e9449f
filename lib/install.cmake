# find_package(gridvisit) gives gridvisit::gridvisit.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/gridvisit)
install(TARGETS gridvisit EXPORT gridvisitTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY gridvisit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.hpp"
  # What only the backends of the store themselves include, and what is no header.
  PATTERN sqlite EXCLUDE PATTERN groups.hpp EXCLUDE PATTERN tables.hpp EXCLUDE
  PATTERN writer_library.hpp EXCLUDE PATTERN cell_formats.hpp EXCLUDE
  PATTERN zh_CN EXCLUDE)
install(EXPORT gridvisitTargets NAMESPACE gridvisit::
  DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(gridvisitConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/gridvisitConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/gridvisitConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(
  FILES
    dependencies.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/gridvisitConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/gridvisitConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT development)
