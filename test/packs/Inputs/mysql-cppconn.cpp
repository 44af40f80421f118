// Headers that the mysql-cppconn pack is about.
#include <cppconn/driver.h>
