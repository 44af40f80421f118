// Headers that the io-uring pack is about.
#include <libaio.h>
#include <liburing.h>
