// Headers that the libsodium pack is about.
#include <sodium.h>
