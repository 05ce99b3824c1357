# What `cmake --install` puts where: the program with its man page, completions and examples (component "program"), and what programs
# link that use it as a library (component "library"). Headers lie in include/rxgraph/<folder>/, which is on the include path of the
# targets, so that what includes them reads as in the sources: #include "graph/store.hpp".
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(libraries base ontology ingest graph export query)

# Made by the program from its tables of verbs and options.
set(help_files)
foreach(topic IN ITEMS man:rxgraph.1 bash:rxgraph.bash zsh:_rxgraph fish:rxgraph.fish)
  string(REPLACE ":" ";" parts ${topic})
  list(GET parts 0 name)
  list(GET parts 1 file)
  set(file ${PROJECT_BINARY_DIR}/help/${file})
  add_custom_command(OUTPUT ${file} COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:rxgraph> -DTOPIC=${name} -DOUTPUT=${file} -P ${PROJECT_SOURCE_DIR}/cmake/WriteHelp.cmake
                     DEPENDS rxgraph ${PROJECT_SOURCE_DIR}/cmake/WriteHelp.cmake VERBATIM)
  list(APPEND help_files ${file})
endforeach()
add_custom_target(help_files ALL DEPENDS ${help_files})

install(TARGETS rxgraph RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
find_program(GZIP gzip)
if(GZIP)
  add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/help/rxgraph.1.gz COMMAND ${GZIP} -9nkf rxgraph.1 DEPENDS ${PROJECT_BINARY_DIR}/help/rxgraph.1
                     WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/help VERBATIM)
  add_custom_target(help_packed ALL DEPENDS ${PROJECT_BINARY_DIR}/help/rxgraph.1.gz)
  install(FILES ${PROJECT_BINARY_DIR}/help/rxgraph.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
else()
  install(FILES ${PROJECT_BINARY_DIR}/help/rxgraph.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
endif()
install(FILES ${PROJECT_BINARY_DIR}/help/rxgraph.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME rxgraph COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/help/_rxgraph DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${PROJECT_BINARY_DIR}/help/rxgraph.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program FILES_MATCHING PATTERN "*.md" PATTERN pictures EXCLUDE)
# For editors and for people: the program has all of it in itself.
install(DIRECTORY ontology DESTINATION ${CMAKE_INSTALL_DATADIR}/rxgraph COMPONENT program FILES_MATCHING PATTERN "*.json" PATTERN "*.tsv" PATTERN "README.md")

foreach(folder IN LISTS libraries)
  set_target_properties(rxgraph_${folder} PROPERTIES EXPORT_NAME ${folder})
  install(TARGETS rxgraph_${folder} EXPORT rxgraph-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/${folder}/*.hpp)
  foreach(header IN LISTS headers)
    # What shows another library is between our own sources.
    file(STRINGS ${PROJECT_SOURCE_DIR}/${header} foreign REGEX "^#include <(rapidjson|boost|unicode|oneapi|libxml|curl|serd)/")
    if(NOT foreign)
      get_filename_component(path ${header} DIRECTORY)
      install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rxgraph/${path} COMPONENT library)
    endif()
  endforeach()
endforeach()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/rxgraph)
configure_package_config_file(cmake/rxgraph-config.cmake.in ${PROJECT_BINARY_DIR}/rxgraph-config.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/rxgraph-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/rxgraph-config.cmake ${PROJECT_BINARY_DIR}/rxgraph-config-version.cmake DESTINATION ${package} COMPONENT library)
install(EXPORT rxgraph-targets NAMESPACE rxgraph:: FILE rxgraph-targets.cmake DESTINATION ${package} COMPONENT library)
