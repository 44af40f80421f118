// Headers that the mongoc pack is about.
#include <mongoc/mongoc.h>
