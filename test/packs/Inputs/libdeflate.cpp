// Headers that the libdeflate pack is about.
#include <libdeflate.h>
