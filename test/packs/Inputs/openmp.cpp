// The header that the openmp pack is about.
#include <omp.h>
