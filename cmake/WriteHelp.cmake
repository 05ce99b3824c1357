# cmake -DPROGRAM=rxgraph -DTOPIC=man -DOUTPUT=rxgraph.1 -P WriteHelp.cmake: what `rxgraph help TOPIC` says, as a file.
get_filename_component(folder ${OUTPUT} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
execute_process(COMMAND ${PROGRAM} help ${TOPIC} OUTPUT_FILE ${OUTPUT} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  file(REMOVE ${OUTPUT})
  message(FATAL_ERROR "${PROGRAM} help ${TOPIC}: exit code ${status}")
endif()
