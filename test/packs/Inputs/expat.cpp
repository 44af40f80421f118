// Headers that the expat pack is about.
#include <expat.h>
