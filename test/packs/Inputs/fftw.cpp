// Headers that the fftw pack is about.
#include <fftw3.h>
