// Headers that the curl pack is about.
#include <curl/curl.h>
