// Headers that the libuv pack is about.
#include <uv.h>
