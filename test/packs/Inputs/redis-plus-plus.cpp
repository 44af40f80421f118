// Headers that the redis-plus-plus pack is about.
#include <sw/redis++/redis++.h>
