// Headers that the pcre2 pack is about.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
