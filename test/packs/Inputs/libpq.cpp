// Headers that the libpq pack is about.
#include <libpq-fe.h>
