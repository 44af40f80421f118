// Headers that the xz pack is about.
#include <lzma.h>
