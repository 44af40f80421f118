// Headers that the tinyxml2 pack is about.
#include <tinyxml2.h>
