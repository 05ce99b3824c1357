# What rxgraph stands on, all of it packaged by Debian 12 and Ubuntu 24.04.
# README.md says why each is here.

find_package(Boost 1.81 REQUIRED)  # headers only: Graph, Unordered
add_library(boost_headers INTERFACE)
target_link_libraries(boost_headers INTERFACE Boost::headers)
target_compile_definitions(boost_headers INTERFACE BOOST_ALLOW_DEPRECATED_HEADERS)

find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(SQLite3 REQUIRED)
find_package(TBB REQUIRED)
find_package(fmt REQUIRED)
find_package(LibArchive 3.6 REQUIRED)
find_package(CLI11 REQUIRED)

# Debian's RapidJSON and xxHash define no CMake target.
find_path(RAPIDJSON_INCLUDE rapidjson/document.h REQUIRED)
add_library(rapidjson INTERFACE)
target_include_directories(rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE})
if(RXGRAPH_FUZZ)
  target_compile_options(rapidjson INTERFACE -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/ignored.txt)
endif()

find_path(XXHASH_INCLUDE xxhash.h REQUIRED)
add_library(xxhash INTERFACE)
target_include_directories(xxhash SYSTEM INTERFACE ${XXHASH_INCLUDE})
target_compile_definitions(xxhash INTERFACE XXH_INLINE_ALL)

find_package(CURL REQUIRED)
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)

# serd has a pkg-config file only; zstd has CMake targets of different names.
find_package(PkgConfig REQUIRED)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET serd-0)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
