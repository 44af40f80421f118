// Headers that the boost-fiber pack is about.
#include <boost/fiber/all.hpp>
