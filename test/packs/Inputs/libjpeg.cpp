// Headers that the libjpeg pack is about.
#include <stdio.h>
#include <jpeglib.h>
