// Headers that the brotli pack is about.
#include <brotli/encode.h>
#include <brotli/decode.h>
