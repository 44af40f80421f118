// Headers that the leveldb pack is about.
#include <leveldb/db.h>
