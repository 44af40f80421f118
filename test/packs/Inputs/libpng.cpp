// Headers that the libpng pack is about.
#include <png.h>
