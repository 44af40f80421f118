// Headers that the opencl pack is about.
#include <CL/cl.h>
