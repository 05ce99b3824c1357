# cmake -DBUILD=... -DSOURCE=... -DGENERATOR=... -DCOMPILER=... -DFLAGS=... -P check.cmake: what is installed is whole. Installs the build as it is into a
# folder of its own, looks for each kind of file there, runs the program there, and builds and runs the project beside this file with nothing but
# what was installed. Builds nothing of ours.
set(root ${BUILD}/install-check)
set(prefix ${root}/prefix)
file(REMOVE_RECURSE ${root})
file(MAKE_DIRECTORY ${root})

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    string(JOIN " " command ${ARGN})
    message(FATAL_ERROR "${command}: ${status}\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file IN ITEMS bin/rxgraph share/bash-completion/completions/rxgraph share/zsh/vendor-completions/_rxgraph share/fish/vendor_completions.d/rxgraph.fish
                      share/rxgraph/ontology/core.json share/rxgraph/ontology/schema.json share/rxgraph/ontology/vocabulary share/doc/rxgraph/examples/neo4j
                      share/doc/rxgraph/formats.md share/doc/rxgraph/LICENSE include/rxgraph/graph/store.hpp include/rxgraph/ingest/extract.hpp)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
file(GLOB_RECURSE found ${prefix}/*rxgraph.1* ${prefix}/*rxgraph-config.cmake ${prefix}/*librxgraph_ingest.a)
list(LENGTH found count)
if(NOT count EQUAL 3)
  message(FATAL_ERROR "of man page, CMake package and libraries only these are installed: ${found}")
endif()
# Nothing may point back to where it was built.
file(GLOB_RECURSE scripts ${prefix}/*.cmake)
foreach(script IN LISTS scripts)
  file(READ ${script} text)
  foreach(place IN ITEMS ${BUILD}/lib ${SOURCE})
    string(FIND "${text}" "${place}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${script} names ${place}")
    endif()
  endforeach()
endforeach()

# Elsewhere, in case what was installed looks beside itself.
file(RENAME ${prefix} ${root}/moved)
set(prefix ${root}/moved)
run(${prefix}/bin/rxgraph build ${SOURCE}/samples -o ${root}/samples.rxg --quiet)
run(${prefix}/bin/rxgraph why trastuzumab-DM1 targets HER2 -g ${root}/samples.rxg)

file(COPY ${SOURCE}/tests/install/consumer DESTINATION ${root})
run(${CMAKE_COMMAND} -S ${root}/consumer -B ${root}/consumer/build -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${root}/consumer/build)
run(${root}/consumer/build/consumer ${root})
message(STATUS "the consumer says: ${out}")
if(NOT out MATCHES "HER2 is the end of 1 kind of fact" OR NOT EXISTS ${root}/note.graphml)
  message(FATAL_ERROR "the consumer says: ${out}")
endif()
file(REMOVE_RECURSE ${root})
