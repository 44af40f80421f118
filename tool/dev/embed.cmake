# Writes FILES as one C++ table: {"name", R"(text)"}, in sorted order.
list(SORT FILES)
set(text "// Made from rules/*.yaml; do not edit.\n")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} content)
  string(APPEND text "{\"${name}\", R\"waitwise(${content})waitwise\"},\n")
endforeach()
file(WRITE ${OUT} "${text}")
