// Headers that the boost-filesystem pack is about.
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>
