// Headers that the lmdb pack is about.
#include <lmdb.h>
