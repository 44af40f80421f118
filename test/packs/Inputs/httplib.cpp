// Headers that the httplib pack is about.
#include <httplib.h>
