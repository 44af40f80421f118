// Headers that the rapidjson pack is about.
#include <rapidjson/document.h>
#include <rapidjson/reader.h>
#include <rapidjson/filereadstream.h>
#include <rapidjson/filewritestream.h>
