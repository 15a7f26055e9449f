# The third-party libraries that the library links, each used by one room. Read by this build and,
# installed beside gridvisitConfig.cmake, by every build that uses the package.
find_package(PkgConfig REQUIRED)
find_package(fmt 9 REQUIRED)

set(gridvisit_suffixes ${CMAKE_FIND_LIBRARY_SUFFIXES})
if(GRIDVISIT_STATIC_DEPENDENCIES)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(minizip REQUIRED IMPORTED_TARGET minizip)
find_package(ZLIB REQUIRED)
find_package(EXPAT 2.4 REQUIRED)
set(CMAKE_FIND_LIBRARY_SUFFIXES ${gridvisit_suffixes})

# Debian has no static fmt.
if(GRIDVISIT_STATIC_DEPENDENCIES)
  set(GRIDVISIT_FMT fmt::fmt-header-only)
else()
  set(GRIDVISIT_FMT fmt::fmt)
endif()
