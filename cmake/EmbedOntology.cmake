# Compiles ontology/*.json (the core, its parts, schema and template) and the vocabularies into the
# library, so that the program needs no data files at run time.
file(GLOB json_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/ontology/*.json)
file(GLOB vocabulary_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/ontology/vocabulary/*.tsv)
set(embedded ${json_files}
             ${vocabulary_files})
set(unit ${PROJECT_BINARY_DIR}/embedded_ontology.cpp)
add_custom_command(
  OUTPUT ${unit}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${unit} "-DFILES=${embedded}" -P ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake
  DEPENDS ${embedded} ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake
  VERBATIM)
target_sources(rxgraph_ontology PRIVATE ${unit})
