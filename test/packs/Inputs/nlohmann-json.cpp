// Headers that the nlohmann-json pack is about.
#include <nlohmann/json.hpp>
