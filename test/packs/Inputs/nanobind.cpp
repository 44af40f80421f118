// The stub that the nanobind pack is held against.
#include <nanobind/nanobind.h>
