// Headers that the libev pack is about.
#include <ev++.h>
