// Headers that the python pack is about.
#include <Python.h>
#include <marshal.h>
