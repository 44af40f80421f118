// Headers that the lz4 pack is about.
#include <lz4.h>
#include <lz4hc.h>
#include <lz4frame.h>
