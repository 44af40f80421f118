// Headers that the sqlite pack is about.
#include <sqlite3.h>
