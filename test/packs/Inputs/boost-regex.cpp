// Headers that the boost-regex pack is about.
#include <boost/regex.hpp>
