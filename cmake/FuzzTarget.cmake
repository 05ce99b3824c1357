# rxgraph_fuzz(NAME LIBRARY): the fuzz target tests/fuzz/NAME.cpp and a test that replays its seeds and every input that once broke it.
# With RXGRAPH_FUZZ (clang; the preset "fuzz") libFuzzer drives it, else it reads the files that it is given.
function(rxgraph_fuzz name library)
  add_executable(fuzz_${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}.cpp)
  target_link_libraries(fuzz_${name} PRIVATE ${library} rxgraph_warnings)
  target_include_directories(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR})
  if(RXGRAPH_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    return()
  endif()
  target_sources(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/replay.cpp)
  add_test(NAME fuzz_${name} COMMAND fuzz_${name} samples tests/fuzz/seeds/${name} tests/fuzz/crashers/${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
