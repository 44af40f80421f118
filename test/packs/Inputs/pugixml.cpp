// Headers that the pugixml pack is about.
#include <pugixml.hpp>
