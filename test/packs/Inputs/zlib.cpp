// Headers that the zlib pack is about.
#include <zlib.h>
