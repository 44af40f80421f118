// Headers that the bzip2 pack is about.
#include <stdio.h>
#include <bzlib.h>
