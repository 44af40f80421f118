// Headers that the libtiff pack is about.
#include <tiffio.h>
