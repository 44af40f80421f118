// Headers that the libsoup pack is about.
#include <libsoup/soup.h>
