# Every third-party library of the core, each used by one room. Also read by the installed package.
find_package(PkgConfig REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(SQLiteCpp 3.2 REQUIRED)
find_package(tomlplusplus 3 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

# Debian has no static fmt.
if(GRIDVISIT_STATIC_DEPENDENCIES)
  set(GRIDVISIT_FMT fmt::fmt-header-only)
else()
  set(GRIDVISIT_FMT fmt::fmt)
endif()
