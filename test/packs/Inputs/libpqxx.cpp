// Headers that the libpqxx pack is about.
#include <pqxx/pqxx>
