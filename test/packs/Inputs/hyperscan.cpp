// Headers that the hyperscan pack is about.
#include <hs/hs.h>
