// Headers that the blas pack is about.
#include <cblas.h>
#include <lapacke.h>
