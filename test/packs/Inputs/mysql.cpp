// Headers that the mysql pack is about.
#include <mysql.h>
