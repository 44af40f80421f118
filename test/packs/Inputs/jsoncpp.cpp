// Headers that the jsoncpp pack is about.
#include <json/json.h>
