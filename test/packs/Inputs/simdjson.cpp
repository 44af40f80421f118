// Headers that the simdjson pack is about.
#include <simdjson.h>
