// Headers that the yaml-cpp pack is about.
#include <yaml-cpp/yaml.h>
