# Writes FILES as one C++ table, {"name", R"(text)"}, in sorted order. Contents
# are only ever handled as quoted strings, never as lists: semicolons, brackets
# and backslashes of YAML come through as they are.
list(SORT FILES)
set(text "// Made from rules/*.yaml; do not edit.\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" content)
  string(FIND "${content}" ")waitwise\"" ends)
  string(LENGTH "${content}" length)
  # One string literal holds at most 65,536 characters.
  if(NOT ends EQUAL -1 OR length GREATER 65000)
    message(FATAL_ERROR "${file}: too large, or ends the string it is put in")
  endif()
  string(APPEND text "{\"${name}\", R\"waitwise(${content})waitwise\"},\n")
endforeach()
file(WRITE "${OUT}" "${text}")
