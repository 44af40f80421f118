// Headers that the libwebp pack is about.
#include <webp/encode.h>
#include <webp/decode.h>
