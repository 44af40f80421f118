// Headers that the snappy pack is about.
#include <snappy.h>
#include <snappy-c.h>
